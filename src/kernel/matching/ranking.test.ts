import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { averagePrecision, fuseRanks, ndcg, precisionAt, recallAt, reciprocalRank } from './ranking.ts';

describe('ranking', () => {
  it('is perfect for the best order and nothing for a list without a relevant item', () => {
    expect(ndcg([3, 2, 0], [0.9, 0.5, 0.1])).toBe(1);
    expect(averagePrecision([1, 1, 0], [3, 2, 1])).toBe(1);
    expect([ndcg([0, 0], [1, 2]), averagePrecision([0, 0], [1, 2]), reciprocalRank([0, 0], [1, 2]), recallAt(1, [0, 0], [1, 2])]).toEqual([0, 0, 0, 0]);
  });

  it('keeps the given order of equal scores', () => expect(reciprocalRank([0, 1], [5, 5])).toBe(0.5));

  it('fuses lists that leave items out', () => {
    const fused = fuseRanks([['a', 'b'], ['b']]);
    expect(fused.get('b')).toBeGreaterThan(fused.get('a') ?? 1);
  });
});

interface Case {
  op: string;
  tol: number;
  input: { relevance: number[]; scores: number[]; rankings: number[][] };
  expected: Record<string, number>;
}
const file = 'oracles/matching/cases.json';
describeWithShared('ranking against scikit-learn', [file], () => {
  const { cases } = JSON.parse(readFileSync(sharedPath(file), 'utf8')) as { cases: Case[] };

  it('gives the same measures', () => {
    for (const { input: { relevance, scores }, expected, tol } of cases.filter(({ op }) => op === 'ranking-metrics')) {
      const found = {
        ndcg: ndcg(relevance, scores), ndcg5: ndcg(relevance, scores, 5), ap: averagePrecision(relevance, scores, 2),
        mrr: reciprocalRank(relevance, scores, 2), p5: precisionAt(5, relevance, scores, 2), recall5: recallAt(5, relevance, scores, 2),
      };
      for (const [name, value] of Object.entries(expected)) expect(Math.abs(found[name as keyof typeof found] - value), name).toBeLessThanOrEqual(tol);
    }
  });

  it('fuses ranks alike', () => {
    for (const { input, expected, tol } of cases.filter(({ op }) => op === 'reciprocal-rank-fusion')) {
      const fused = fuseRanks(input.rankings);
      for (const [item, value] of Object.entries(expected)) expect(Math.abs((fused.get(Number(item)) ?? 0) - value)).toBeLessThanOrEqual(tol);
    }
  });
});

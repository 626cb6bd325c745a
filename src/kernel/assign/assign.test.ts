import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { assignOptimally } from './optimal-assignment.ts';
import { matchStably } from './stable-matching.ts';

describe('assignOptimally', () => {
  it('beats or equals every other assignment', () => {
    const square = fc.array(fc.array(fc.integer({ min: -9, max: 20 }), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(square, (costs) => {
      const best = (row: number, taken: number): number =>
        row === costs.length ? 0 : Math.min(...[0, 1, 2, 3].filter((at) => !(taken & (1 << at))).map((at) => (costs[row]?.[at] ?? 0) + best(row + 1, taken | (1 << at))));
      expect(assignOptimally(costs).total).toBe(best(0, 0));
      const turned = [0, 1, 2, 3].map((column) => costs.map((row) => row[column] ?? 0));
      const standing = assignOptimally(turned);
      expect(standing.total).toBe(best(0, 0));
      expect(standing.columns.filter((column) => column >= 0)).toHaveLength(costs.length);
    }));
  });

  it('refuses what is no rectangle of numbers', () => {
    expect(() => assignOptimally([[1, 2], [1]])).toThrow(RangeError);
    expect(() => assignOptimally([[Number.NaN]])).toThrow(RangeError);
    expect(assignOptimally([])).toEqual({ columns: [], total: 0 });
  });
});

describe('matchStably', () => {
  const worth = fc.array(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 });
  it('leaves no two who would rather have each other', () => {
    fc.assert(fc.property(worth, worth, fc.integer({ min: 1, max: 3 }), (wishes, views, slots) => {
      const matched = matchStably(wishes, views, slots);
      for (let i = 0; i < 5; i += 1) {
        for (let j = 0; j < 5; j += 1) {
          const now = matched[i] as number;
          const wants = now < 0 || (wishes[i]?.[j] as number) > (wishes[i]?.[now] as number);
          const held = matched.flatMap((to, at) => (to === j ? [at] : []));
          const welcomes = held.length < slots || held.some((at) => (views[j]?.[i] as number) > (views[j]?.[at] as number));
          expect(wants && welcomes).toBe(false);
        }
      }
    }));
  });

  it('respects never', () => expect(matchStably([[null, 1]], [[5], [null]])).toEqual([-1]));
});

const assignment = 'oracles/matching/cases.json';
describeWithShared('assignOptimally against scipy', [assignment], () => {
  it('reaches the same totals', () => {
    const { cases } = JSON.parse(readFileSync(sharedPath(assignment), 'utf8')) as { cases: { op: string; input: { cost: number[][] }; expected: { minTotal: number; maxTotal: number } }[] };
    for (const { input, expected } of cases.filter(({ op }) => op === 'assignment')) {
      expect(assignOptimally(input.cost).total).toBe(expected.minTotal);
      expect(assignOptimally(input.cost, { maximise: true }).total).toBe(expected.maxTotal);
    }
  });
});

interface StableCase {
  id: string;
  input: { proposerUtility: number[][]; reviewerUtility: number[][]; slots?: number };
  expected: { proposals?: (number | null)[]; matched?: (number | null)[] };
}
const stable = 'oracles/stable-matching/cases.json';
describeWithShared('matchStably against matchingR', [stable], () => {
  it('makes the same pairs', () => {
    const { cases } = JSON.parse(readFileSync(sharedPath(stable), 'utf8')) as { cases: StableCase[] };
    for (const { id, input, expected } of cases) {
      const found = matchStably(input.proposerUtility, input.reviewerUtility, input.slots);
      expect(found.map((at) => (at < 0 ? null : at + 1)), id).toEqual(expected.proposals ?? expected.matched);
    }
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { estimateModel, logLikelihood, matchWeight, modelFromLabels, probabilityOfWeight, termFrequencyBits, type LinkModel } from './fellegi-sunter.ts';

describe('Fellegi–Sunter', () => {
  const model: LinkModel = { lambda: 0.5, m: [[0.1, 0.9]], u: [[0.9, 0.1]] };

  it('weighs in bits and treats no evidence as the factor 1', () => {
    expect(matchWeight(model, [1])).toBeCloseTo(Math.log2(9), 12);
    expect(matchWeight(model, [-1])).toBe(0);
    expect(probabilityOfWeight(0)).toBe(0.5);
    expect([probabilityOfWeight(-5000), probabilityOfWeight(5000)]).toEqual([0, 1]);
  });

  it('values rare agreement more', () => {
    expect(termFrequencyBits(0.001, 0.01)).toBeCloseTo(Math.log2(10), 12);
    expect(termFrequencyBits(0.1, 0.01)).toBeLessThan(0);
  });

  it('never lets the likelihood fall, step by step', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: -1, max: 2 }), fc.integer({ min: -1, max: 1 }), fc.integer({ min: 1, max: 500 })), { minLength: 2, maxLength: 12 });
    fc.assert(fc.property(rows, (drawn) => {
      const patterns = { levels: drawn.map(([a, b]) => [a, b]), counts: drawn.map(([, , count]) => count) };
      const u = [[0.9, 0.07, 0.03], [0.8, 0.2]];
      let before = Number.NEGATIVE_INFINITY;
      for (const maxIterations of [1, 2, 3, 5, 9]) {
        const now = estimateModel(patterns, u, { lambda: 0.1, maxIterations }).logLikelihood;
        expect(now).toBeGreaterThanOrEqual(before - 1e-7 * Math.abs(before === Number.NEGATIVE_INFINITY ? 0 : before));
        before = now;
      }
    }));
  });

  it('counts where the truth is known', () => {
    const known = modelFromLabels([[1], [1], [0]], [[0], [0], [0]], [2], 0);
    expect(known).toEqual({ lambda: 0.5, m: [[1 / 3, 2 / 3]], u: [[1, 0]] });
  });
});

interface Anchor {
  logLikelihood: number;
  lambdaStart: number;
  params: { lambda: number; comparisons: { column: string; levels: { m_probability: number | null; u_probability: number | null; is_null_level: boolean | null }[] }[] };
}
const folder = 'oracles/entity-resolution';
const linesOf = (name: string): string[][] => readFileSync(sharedPath(folder, name), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));

describeWithShared('Fellegi–Sunter against Splink', [`${folder}/model.json`], () => {
  const anchor = JSON.parse(readFileSync(sharedPath(folder, 'model.json'), 'utf8')) as Anchor;
  // The anchor lists its levels from the highest; ours begin with the lowest.
  const rows = (key: 'm_probability' | 'u_probability'): number[][] =>
    anchor.params.comparisons.map(({ levels }) => levels.filter((level) => !level.is_null_level).map((level) => level[key] ?? 0).reverse());
  const given: LinkModel = { lambda: anchor.params.lambda, m: rows('m_probability'), u: rows('u_probability') };
  const patterns = { levels: linesOf('patterns.csv').map((line) => line.slice(0, 4).map(Number)), counts: linesOf('patterns.csv').map((line) => Number(line[4])) };

  it('weighs every pair alike under the same parameters', () => {
    for (const [, , a, b, c, d, weight, probability] of linesOf('predictions.csv')) {
      const found = matchWeight(given, [a, b, c, d].map(Number));
      expect(Math.abs(found - Number(weight))).toBeLessThan(1e-6 * Math.max(1, Math.abs(Number(weight))));
      expect(Math.abs(probabilityOfWeight(found) - Number(probability))).toBeLessThan(1e-6);
    }
  });

  it('finds parameters at least as likely as its own', () => {
    const found = estimateModel(patterns, given.u, { lambda: anchor.lambdaStart });
    console.info(`log-likelihood ${found.logLikelihood.toFixed(6)} against ${anchor.logLikelihood.toFixed(6)}, ${found.iterations} steps`);
    expect(found.converged).toBe(true);
    expect(logLikelihood(given, patterns)).toBeCloseTo(anchor.logLikelihood, 6);
    expect(found.logLikelihood).toBeGreaterThanOrEqual(anchor.logLikelihood);
  });
});

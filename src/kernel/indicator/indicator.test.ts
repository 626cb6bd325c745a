import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeMethod, type Method } from '../method/method.ts';
import { columnOf, matrixFrom, rowsOf, type Matrix } from '../stats/matrix.ts';
import { symmetricEigen } from '../stats/symmetric-eigen.ts';
import { aggregate } from './aggregate/aggregate.ts';
import { rankScores } from './aggregate/rank-scores.ts';
import { compositeAggregate } from './composite-aggregate.method.ts';
import { compositeNormalise } from './composite-normalise.method.ts';
import { compositeTreatImpute } from './composite-treat-impute.method.ts';
import { compositeWeights } from './composite-weights.method.ts';
import { impute } from './impute/impute.ts';
import { screen } from './impute/screen.ts';
import { normalise } from './normalise/normalise.ts';
import { treat } from './treat/treat.ts';
import { weigh } from './weight/weigh.ts';
import { workspaceOf, type Doubt } from './workspace.ts';

const cell = fc.option(fc.double({ min: -1000, max: 1000, noNaN: true }), { freq: 8 });
const tables = fc.tuple(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 2, max: 5 })).chain(([rows, columns]) =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }).map(matrixFrom),
);
const positive = fc.array(fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 10 }).map(matrixFrom);
const there = (matrix: Matrix) => matrix.cells.filter((one) => !Number.isNaN(one));

describe('normalise', () => {
  it('keeps the order within a column, the range, and what is missing', () => {
    fc.assert(
      fc.property(tables, (matrix) => {
        const space = workspaceOf(matrix.rows);
        const doubts: Doubt[] = [];
        const scaled = normalise(matrix, { method: 'minmax', range: [1, 7] }, { space, doubts });
        const ranks = normalise(matrix, { method: 'rank', ties: 'average' }, { space });
        for (const one of there(scaled)) expect(one >= 1 - 1e-9 && one <= 7 + 1e-9).toBe(true);
        for (let at = 0; at < matrix.columns; at += 1) {
          if (doubts.some((doubt) => doubt.at === at)) continue;
          const [before, after, rank] = [matrix, scaled, ranks].map((one) => columnOf(one, at)) as [Float64Array, Float64Array, Float64Array];
          for (let row = 1; row < matrix.rows; row += 1) {
            expect(Number.isNaN(after[row])).toBe(Number.isNaN(before[row]));
            if ((before[row] as number) > (before[0] as number)) expect(after[row]).toBeGreaterThanOrEqual(after[0] as number);
          }
          const count = before.filter((one) => !Number.isNaN(one)).length;
          expect(rank.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : one), 0)).toBeCloseTo((count * (count + 1)) / 2, 9);
        }
      }),
    );
  });

  it('leaves a constant and an empty column missing and says so; works in place', () => {
    const matrix = matrixFrom([[1, 5, null], [2, 5, null], [3, null, null]]);
    const doubts: Doubt[] = [];
    normalise(matrix, { method: 'minmax', range: [0, 1] }, { into: matrix, doubts, direction: Float64Array.of(-1, 1, 1) });
    expect(rowsOf(matrix)).toEqual([[1, null, null], [0.5, null, null], [0, null, null]]);
    expect(doubts).toEqual([{ at: 1, why: 'constant' }, { at: 2, why: 'empty' }]);
  });
});

describe('treat and impute', () => {
  it('never widens a column and moves no more values than it says', () => {
    fc.assert(
      fc.property(tables, (matrix) => {
        const out = treat(matrix, { winmax: 2, skewLimit: 1, kurtLimit: 0, fallback: null });
        for (let at = 0; at < matrix.columns; at += 1) {
          const [before, after] = [matrix, out].map((one) => columnOf(one, at).filter((value) => !Number.isNaN(value)).sort()) as [Float64Array, Float64Array];
          expect(after.length).toBe(before.length);
          if (before.length > 0) expect((after.at(-1) as number) <= (before.at(-1) as number) && (after[0] as number) >= (before[0] as number)).toBe(true);
        }
      }),
    );
  });

  it('fills only what is missing, within the range of the column', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom('mean', 'median'), (matrix, method) => {
        const out = impute(matrix, { method });
        for (const [at, value] of matrix.cells.entries()) {
          if (!Number.isNaN(value)) expect(out.cells[at]).toBe(value);
          else {
            const column = columnOf(matrix, at % matrix.columns).filter((one) => !Number.isNaN(one));
            if (column.length === 0) expect(out.cells[at]).toBeNaN();
            else expect((out.cells[at] as number) >= Math.min(...column) - 1e-9 && (out.cells[at] as number) <= Math.max(...column) + 1e-9).toBe(true);
          }
        }
      }),
    );
  });

  it('screens by what is there and tells zero from missing', () => {
    const { kept, available, nonZero } = screen(matrixFrom([[1, 0, 0], [1, null, null], [null, null, null]]), { availability: 0.3, nonZero: 0.5 });
    expect([...kept]).toEqual([0, 1, 0]);
    expect([...available]).toEqual([1, 1 / 3, 0]);
    expect([...nonZero]).toEqual([1 / 3, 1, NaN]);
  });
});

describe('weigh and aggregate', () => {
  it('gives weights that are 0 or more with sum 1', () => {
    fc.assert(
      fc.property(positive, fc.constantFrom('equal', 'std', 'entropy', 'critic', 'pca1'), (matrix, method) => {
        const { weights } = weigh(matrix, { method });
        if (weights.some(Number.isNaN)) return;
        expect(weights.every((one) => one >= 0)).toBe(true);
        expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('orders the means: harmonic ≤ geometric ≤ arithmetic, and does not mind the scale of the weights', () => {
    fc.assert(
      fc.property(positive, (matrix) => {
        const weights = Float64Array.of(1, 2, 0, 3);
        const by = (method: 'harmonic' | 'geometric' | 'arithmetic') => aggregate(matrix, weights, { method });
        const [low, middle, high] = [by('harmonic'), by('geometric'), by('arithmetic')];
        const scaled = aggregate(matrix, weights.map((one) => one * 7), { method: 'arithmetic' });
        for (let row = 0; row < matrix.rows; row += 1) {
          expect(low[row]).toBeLessThanOrEqual((middle[row] as number) * (1 + 1e-9));
          expect(middle[row]).toBeLessThanOrEqual((high[row] as number) * (1 + 1e-9));
          expect(scaled[row]).toBeCloseTo(high[row] as number, 9);
        }
      }),
    );
  });

  it('sums Copeland scores to zero and gives the winner the first rank', () => {
    fc.assert(
      fc.property(positive, (matrix) => {
        const scores = aggregate(matrix, new Float64Array(4).fill(1), { method: 'copeland' });
        expect(scores.reduce((sum, one) => sum + one, 0)).toBe(0);
        expect(rankScores(scores)[scores.indexOf(Math.max(...scores))]).toBe(1);
      }),
    );
  });

  it('says which rows have no geometric mean', () => {
    const doubts: Doubt[] = [];
    const scores = aggregate(matrixFrom([[1, 4], [0, 4], [null, null], [null, 9]]), Float64Array.of(1, 1), { method: 'geometric' }, { doubts, dataThreshold: 0.5 });
    expect([...scores].map((one) => Math.round(one * 1e9) / 1e9)).toEqual([2, NaN, NaN, 9]);
    expect(doubts).toEqual([{ at: 1, why: 'notPositive' }]);
  });

  it('solves a symmetric matrix: A v = λ v', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 10, maxLength: 10 }), (half) => {
        const at = (i: number, j: number) => half[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)] as number;
        const matrix = matrixFrom([0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => at(i, j))));
        const { values, vectors, converged } = symmetricEigen(matrix);
        expect(converged).toBe(true);
        for (let k = 0; k < 4; k += 1) {
          for (let i = 0; i < 4; i += 1) {
            const image = [0, 1, 2, 3].reduce((sum, j) => sum + at(i, j) * (vectors.cells[k * 4 + j] as number), 0);
            expect(image).toBeCloseTo((values[k] as number) * (vectors.cells[k * 4 + i] as number), 9);
          }
        }
      }),
    );
  });
});

describe('what is refused from outside', () => {
  const refused = (method: Method, asked: object): unknown => {
    const answer = computeMethod(method, asked);
    return answer.ok ? 'accepted' : answer.params?.['why'];
  };

  it.each([
    ['a direction', compositeNormalise, { params: { method: 'rank' }, input: { values: [[1, 2]], direction: [1, 2] } }, 'input.direction must be 1 or -1 for every indicator'],
    ['a range', compositeNormalise, { params: { method: 'minmax', range: [1, 1] }, input: { values: [[1]] } }, 'params.range must be [from, to] with from below to'],
    ['a method', compositeNormalise, { params: { method: 'best' }, input: { values: [[1]] } }, expect.stringContaining('params.method must be one of')],
    ['a reference', compositeNormalise, { params: { method: 'dist2ref', refUnit: 3 }, input: { values: [[1], [2]] } }, 'params.refUnit must be a row from 1 to 2'],
    ['groups', compositeTreatImpute, { op: 'impute', params: { method: 'group-mean' }, input: { values: [[1], [null]], groups: ['a'] } }, 'input.groups must name the group of each of the 2 rows'],
    ['weights', compositeAggregate, { op: 'aggregate', input: { values: [[1, 2]], weights: [0, 0] } }, 'input.weights must be 0 or more, and not all 0'],
    ['a comparison', compositeWeights, { op: 'ahp', input: { matrix: [[1, 0], [1, 1]] } }, 'a pairwise comparison needs positive numbers'],
    ['a circle', compositeWeights, { op: 'effective-weights', input: { tree: [{ code: 'a', parent: 'b' }, { code: 'b', parent: 'a' }] } }, 'the tree must not run in a circle'],
    ['a parent', compositeWeights, { op: 'effective-weights', input: { tree: [{ code: 'a', parent: 'x' }] } }, 'the tree has no node "x"'],
  ])('%s that does not fit', (_, method, asked, why) => {
    expect(refused(method, asked)).toEqual(why);
  });
});

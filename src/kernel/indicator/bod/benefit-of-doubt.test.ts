import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../../test/shared.ts';
import { computeMethod } from '../../method/method.ts';
import { matrixFrom, matrixOf, type Matrix } from '../../stats/matrix.ts';
import { rngFrom } from '../../stats/rng.ts';
import { benefitOfDoubtFromOutside } from './benefit-of-doubt.method.ts';
import { benefitOfDoubt, equalShares } from './benefit-of-doubt.ts';

const files = ['cases.json', 'cases-real.json'].map((name) => `oracles/composite-bod/${name}`);
describeWithShared('benefit of the doubt against the program of the field', files.slice(0, 1), () => {
  for (const file of files.filter((name) => existsSync(sharedPath(name)))) {
    const { cases } = JSON.parse(readFileSync(sharedPath(file), 'utf8')) as { cases: { id: string; op: string; input: unknown; params?: unknown; expected: { scores: number[] }; tol: number }[] };
    it.each(cases)(`${file} $id`, (one) => {
      const answer = computeMethod(benefitOfDoubtFromOutside, one);
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      const { scores } = answer.value.value as { scores: number[] };
      for (const [at, expected] of one.expected.scores.entries()) expect(Math.abs((scores[at] as number) - expected)).toBeLessThan(one.tol);
      expect(answer.value.converged).toBe(true);
    });
  }
});

const table = (cells = fc.double({ min: 0, max: 100, noNaN: true })): fc.Arbitrary<Matrix> =>
  fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
    fc.array(cells, { minLength: rows * columns, maxLength: rows * columns }).map((values) => ({ rows, columns, cells: Float64Array.from(values) })),
  );
const positive = fc.double({ min: 0.5, max: 100, noNaN: true });

/** With two indicators every vertex can be tried: both axes and each pair of units. */
function byTrying({ rows, cells }: Matrix, unit: number): number {
  const [x, y] = [(at: number) => cells[at * 2] as number, (at: number) => cells[at * 2 + 1] as number];
  const corners: [number, number][] = [[1 / Math.max(...Array.from({ length: rows }, (_, at) => x(at))), 0], [0, 1 / Math.max(...Array.from({ length: rows }, (_, at) => y(at)))]];
  for (let one = 0; one < rows; one += 1) {
    for (let other = one + 1; other < rows; other += 1) {
      const determinant = x(one) * y(other) - x(other) * y(one);
      if (Math.abs(determinant) > 1e-9) corners.push([(y(other) - y(one)) / determinant, (x(one) - x(other)) / determinant]);
    }
  }
  const allowed = corners.filter(([v, w]) => v >= -1e-12 && w >= -1e-12 && Array.from({ length: rows }, (_, at) => v * x(at) + w * y(at)).every((score) => score <= 1 + 1e-9));
  return Math.max(...allowed.map(([v, w]) => v * x(unit) + w * y(unit)));
}

describe('benefit of the doubt', () => {
  it('finds what trying every vertex finds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(positive, positive), { minLength: 1, maxLength: 12 }), (rows) => {
        const matrix = matrixFrom(rows);
        const { scores, converged } = benefitOfDoubt(matrix);
        expect(converged).toBe(true);
        for (const unit of rows.keys()) expect(scores[unit]).toBeCloseTo(byTrying(matrix, unit), 8);
      }),
      { seed: 5 },
    );
  });

  it('stays in [0, 1], puts somebody on the frontier, and does not see the units of measurement', () => {
    fc.assert(
      fc.property(table(positive), fc.double({ min: 0.001, max: 1000, noNaN: true }), (matrix, factor) => {
        const { scores } = benefitOfDoubt(matrix);
        for (const score of scores) expect(score).toBeGreaterThan(0);
        expect(Math.max(...scores)).toBeCloseTo(1, 9);
        const scaled = { ...matrix, cells: matrix.cells.map((cell, at) => (at % matrix.columns === 0 ? cell * factor : cell)) };
        for (const [unit, score] of benefitOfDoubt(scaled).scores.entries()) expect(score).toBeCloseTo(scores[unit] as number, 8);
      }),
      { seed: 6 },
    );
  });

  it('comes to rest where many units are equal, zero or multiples of each other', () => {
    fc.assert(
      fc.property(table(fc.constantFrom(0, 0, 1, 2, 4)), fc.boolean(), (matrix, bounded) => {
        const share = 1 / matrix.columns;
        const { scores, converged, residual } = benefitOfDoubt(matrix, bounded ? { bounds: equalShares(matrix.columns, share / 2, Math.min(1, 2 * share)) } : {});
        expect(converged).toBe(true);
        expect(residual).toBeLessThan(1e-9);
        for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it('keeps shares within their bounds, and bounds never raise a score', () => {
    fc.assert(
      fc.property(table(positive), (matrix) => {
        const free = benefitOfDoubt(matrix);
        const [lower, upper] = [0.5 / matrix.columns, Math.min(1, 1.6 / matrix.columns)];
        const bound = benefitOfDoubt(matrix, { bounds: equalShares(matrix.columns, lower, upper) });
        for (const share of bound.shares.cells) expect(share >= lower - 1e-9 && share <= upper + 1e-9).toBe(true);
        for (const [unit, score] of bound.scores.entries()) expect(score).toBeLessThanOrEqual((free.scores[unit] as number) + 1e-9);
      }),
      { seed: 8 },
    );
  });

  it('gives a unit the same score in whatever range it is judged', () => {
    const rng = rngFrom(3);
    const matrix = matrixOf(40, 5);
    for (let at = 0; at < matrix.cells.length; at += 1) matrix.cells[at] = rng.unit();
    const whole = benefitOfDoubt(matrix).scores;
    expect([...benefitOfDoubt(matrix, { from: 0, to: 17 }).scores, ...benefitOfDoubt(matrix, { from: 17, to: 40 }).scores]).toEqual([...whole]);
  });

  it('refuses negative and missing values and bounds that cannot meet', () => {
    const why = (values: unknown, params?: unknown): unknown => {
      const answer = computeMethod(benefitOfDoubtFromOutside, { input: { values }, params });
      return answer.ok ? answer.value.value : answer.params?.['why'];
    };
    expect(why([[1, -2]])).toMatch(/0 or more/);
    expect(why([[1, null]])).toMatch(/missing/);
    expect(why([[1, 2]], { shareLower: 0.6 })).toMatch(/add up to 1/);
    expect(why([[0, 0], [1, 2]])).toEqual({ scores: [0, 1] });
    expect(why([[0, 2], [1, 2]], { shareLower: 0.1 })).toEqual({ scores: [0, 1] });
  });
});

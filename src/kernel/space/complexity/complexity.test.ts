import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeMethod } from '../../method/method.ts';
import { matrixFrom, matrixOf, type Matrix } from '../../stats/matrix.ts';
import { balassa } from './balassa.ts';
import { complexityIndex, fitness } from './complexity-index.ts';
import { complexity } from './complexity.method.ts';
import { density, outlook } from './density.ts';
import { presenceOf } from './presence.ts';
import { industryProximity } from './proximity.ts';
import { relatedness, relatednessMeasures } from './relatedness.ts';

/** Yes/no tables in which every region and industry has something: a chain of ones, and others by chance. */
const tables = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 3, max: 9 }), fc.infiniteStream(fc.boolean())).map(([rows, columns, more]) => {
  const table = matrixOf(rows, columns);
  for (let at = 0; at < table.cells.length; at += 1) table.cells[at] = more.next().value ? 1 : 0;
  for (let at = 0; at < Math.max(rows, columns); at += 1) {
    table.cells[Math.min(at, rows - 1) * columns + Math.min(at, columns - 1)] = 1;
    table.cells[Math.min(at + 1, rows - 1) * columns + Math.min(at, columns - 1)] = 1;
  }
  return table;
});

function times({ rows, columns, cells }: Matrix, index: Float64Array, byRow: Float64Array, byColumn: Float64Array): Float64Array {
  const industries = byColumn.map((sum, column) => index.reduce((total, one, row) => total + (cells[row * columns + column] as number) * one, 0) / sum);
  return Float64Array.from({ length: rows }, (_, row) => industries.reduce((total, one, column) => total + (cells[row * columns + column] as number) * one, 0) / (byRow[row] as number));
}

describe('economic complexity', () => {
  it('is an eigenvector of D⁻¹ M U⁻¹ Mᵀ, whichever side is the smaller', () => {
    fc.assert(fc.property(tables, (table) => {
      const presence = presenceOf(table);
      const { value, converged } = complexityIndex(presence);
      expect(converged).toBe(true);
      if (!value.unique || value.eci.some(Number.isNaN)) return;
      // Standardising shifts the vector along the constant first eigenvector: W(e) = λe + c.
      const image = times(table, value.eci, presence.diversity, presence.ubiquity);
      const rest = image.map((one, at) => one - value.secondEigenvalue * (value.eci[at] as number));
      for (const one of rest) expect(one).toBeCloseTo(rest[0] as number, 7);
    }), { numRuns: 60 });
  });

  it('does not depend on the order of regions', () => {
    const table = matrixFrom([[1, 1, 1, 1], [1, 1, 0, 0], [1, 0, 0, 0], [1, 0, 1, 0], [0, 1, 1, 1]]);
    const turned = matrixFrom([[0, 1, 1, 1], [1, 0, 1, 0], [1, 0, 0, 0], [1, 1, 0, 0], [1, 1, 1, 1]]);
    const first = complexityIndex(presenceOf(table)).value.eci;
    const second = complexityIndex(presenceOf(turned)).value.eci;
    for (const [at, one] of first.entries()) expect(second[4 - at]).toBeCloseTo(one, 9);
  });

  it('says when the regions fall into parts, and scores none without an industry', () => {
    const apart = computeMethod(complexity, { op: 'eci', input: { binary: [[1, 1, 0, 0], [1, 0, 0, 0], [0, 0, 1, 1], [0, 0, 0, 1], [0, 0, 0, 0]] } });
    expect(apart.ok && apart.value.warnings?.join(' ')).toMatch(/fall into parts/);
    expect(apart.ok && (apart.value.value as { eci: unknown[] }).eci[4]).toBeNull();
  });

  it.each([
    ['eci', { binary: [[1, 2], [0, 1]] }, /binary\[0\]\[1\]/],
    ['eci', { binary: [[1, 1], [0, 0]] }, /at least two regions/],
    ['eci', { binary: [[1, null], [0, 1]] }, /missing value/],
    ['relatedness', { cooccurrence: [[1, 2, 3]] }, /square/],
    ['balassa', { value: [[1, -1]] }, /below 0/],
    ['fitness', { binary: [[0, 0]] }, /at least one 1/],
  ])('refuses what %s cannot be computed from', (op, input, why) => {
    const computed = computeMethod(complexity, { op, input });
    expect(!computed.ok && JSON.stringify(computed)).toMatch(why);
  });

  it('keeps a missing amount missing and out of the sums', () => {
    const held = balassa(matrixFrom([[1, null], [1, 2]]));
    expect([...held.cells]).toEqual([(1 / 1) / (2 / 4), NaN, (1 / 3) / (2 / 4), (2 / 3) / (2 / 4)]);
  });

  it('keeps fitness and complexity at mean 1', () => {
    fc.assert(fc.property(tables, (table) => {
      const { value } = fitness(presenceOf(table));
      for (const side of [value.fitness, value.complexity]) expect(side.reduce((sum, one) => sum + one, 0) / side.length).toBeCloseTo(1, 9);
    }));
  });
});

describe('relatedness', () => {
  it('is symmetric, and 1 of an industry with itself by proximity', () => {
    fc.assert(fc.property(tables, (table) => {
      const near = industryProximity(presenceOf(table));
      for (let a = 0; a < near.rows; a += 1) {
        expect(near.cells[a * near.rows + a]).toBe(1);
        for (let b = 0; b < a; b += 1) expect(near.cells[a * near.rows + b]).toBe(near.cells[b * near.rows + a]);
      }
      for (const measure of relatednessMeasures) {
        const { cells, rows } = relatedness(near, measure);
        for (let a = 0; a < rows; a += 1) for (let b = 0; b < a; b += 1) expect(cells[a * rows + b]).toBeCloseTo(cells[b * rows + a] as number, 12);
      }
    }));
  });

  it('gives a density between 0 and 1, all of it to a region that has everything, and no gain from what is there', () => {
    fc.assert(fc.property(tables, (table) => {
      table.cells.fill(1, 0, table.columns);
      const presence = presenceOf(table);
      const near = industryProximity(presence);
      const around = density(presence, near);
      for (const cell of around.cells) expect(cell >= 0 && cell <= 1 + 1e-12).toBe(true);
      for (const cell of around.cells.subarray(0, table.columns)) expect(cell).toBeCloseTo(1, 12);
      const { gain, index } = outlook(presence, near, Float64Array.from({ length: table.columns }, (_, at) => at - 2));
      expect(index[0]).toBe(0);
      for (const [at, cell] of gain.cells.entries()) if (table.cells[at] === 1) expect(cell).toBe(0);
    }));
  });

  it('fills any rows of a table by themselves, so that workers can share it', () => {
    const presence = presenceOf(matrixFrom([[1, 1, 0], [0, 1, 1], [1, 0, 1]]));
    const near = industryProximity(presence);
    const parts = density(presence, near, 2, 3, density(presence, near, 0, 2));
    expect([...parts.cells]).toEqual([...density(presence, near).cells]);
  });
});

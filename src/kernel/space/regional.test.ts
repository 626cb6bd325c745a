import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { computeMethod, type Asked, type Method } from '../method/method.ts';
import { matrixFrom, rowsOf, transposed } from '../stats/matrix.ts';
import { clusterIndices } from './cluster-index.method.ts';
import { herfindahls, krugmanIndices } from './concentration.ts';
import { convergence } from './convergence.method.ts';
import { agglomeration } from './ellison-glaeser.method.ts';
import { hooverGinis } from './locational-gini.ts';
import { locationQuotients } from './location-quotient.ts';
import { totalsOf } from './shares.ts';
import { shiftShares } from './shift-share.method.ts';
import { specialisation } from './specialisation.method.ts';
import { strongClusters } from './strong-clusters.ts';
import { variety } from './variety.method.ts';

interface Case { id: string; op: string; params?: unknown; input: unknown; expected: unknown; tol: number }

function compare(actual: unknown, expected: unknown, tol: number, where: string): void {
  if (typeof expected === 'number') {
    const off = Math.abs((actual as number) - expected) / Math.max(1, Math.abs(expected));
    expect(off, `${where}: ${String(actual)} against ${expected}`).toBeLessThanOrEqual(tol);
  } else if (expected !== null && typeof expected === 'object') {
    expect(Object.keys(actual as object).sort(), where).toEqual(Object.keys(expected).sort());
    for (const [key, value] of Object.entries(expected)) compare((actual as Record<string, unknown>)[key], value, tol, `${where}.${key}`);
  } else expect(actual, where).toEqual(expected);
}

function valueOf(method: Method, asked: Asked): unknown {
  const answer = computeMethod(method, asked);
  if (!answer.ok) throw new Error(JSON.stringify(answer.params));
  return answer.value.value;
}

const refusal = (method: Method, asked: Asked): unknown => {
  const answer = computeMethod(method, asked);
  return answer.ok ? answer.value : answer.params?.['why'];
};

for (const [method, files] of [
  [specialisation, ['cases', 'cases-real']], [clusterIndices, ['cases', 'cases-real']], [agglomeration, ['cases', 'cases-real']],
  [shiftShares, ['cases', 'cases-real']], [convergence, ['cases', 'cases-real']], [variety, ['cases']],
] as const) {
  for (const file of files.map((name) => `oracles/${method.id}/${name}.json`)) {
    describeWithShared(`${method.id} against ${file}`, [file], () => {
      const { cases } = JSON.parse(readFileSync(sharedPath(file), 'utf8')) as { cases: Case[] };
      it.each(cases)('$id', ({ id, expected, tol, ...asked }) => compare(valueOf(method, asked), expected, tol, id));
    });
  }
}

describe('missing, zero and bad input', () => {
  const ask = (op: string, employment: unknown, params?: unknown) => computeMethod(specialisation, { op, params, input: { employment } });
  it('keeps a missing cell missing and a zero zero', () => {
    const answer = ask('location-quotient', [[10, null, 0], [5, 5, 5], [0, 0, 0]]);
    expect(answer).toMatchObject({ ok: true, value: { value: [[expect.closeTo(25 / 15), null, 0], [expect.closeTo(25 / 45), expect.closeTo(25 / 15), expect.closeTo(25 / 15)], [0, 0, 0]], warnings: [expect.stringContaining('1 cells are missing'), 'no employment in region 3'] } });
    expect(ask('krugman-index', [[10, 0], [0, 0]])).toMatchObject({ value: { value: [0, null] } });
    expect(ask('relative-diversity', [[1, 2], [2, 4]])).toMatchObject({ value: { value: ['Infinity', 'Infinity'] } });
    expect(ask('locational-gini', [[1, 0], [2, 0]])).toMatchObject({ value: { value: [0, null] } });
  });

  it('refuses with the name of the field', () => {
    expect(refusal(specialisation, { op: 'hhi', input: { employment: [[-1]] } })).toBe('input.employment must not be negative');
    expect(refusal(specialisation, { op: 'krugman-pair', params: { a: 'x', b: 'y' }, input: { employment: [[1]] } })).toBe('params.a must be one of the names of input.regions');
    expect(refusal(specialisation, { op: 'gini', input: { x: [0, 0] } })).toBe('input.x must hold a positive number');
    expect(refusal(specialisation, { op: 'theil', input: { x: [0, 1] } })).toMatchObject({ value: { mld: 'Infinity' }, warnings: [expect.stringContaining('finite')] });
    expect(refusal(shiftShares, { op: 'shift-share', input: { region1: [1], region2: [1], nation1: [0], nation2: [1] } })).toContain('nation1');
    expect(refusal(convergence, { op: 'beta-convergence', input: { y1: [1, 2, 0], y2: [1, 2, 3], t1: 0, t2: 1 } })).toContain('positive');
    expect(refusal(agglomeration, { op: 'ellison-glaeser', input: { firmEmployment: [1], region: ['a'], regionEmployment: { b: 1 } } })).toContain('region a');
    expect(refusal(variety, { input: { counts: [[1, 2]], groups: ['a'] } })).toContain('groups');
  });

  it('says what shift–share cannot tell', () => {
    const input = { region1: [10, 0], region2: [12, 4], nation1: [100, 50], nation2: [110, 60] };
    expect(valueOf(shiftShares, { op: 'shift-share', params: { method: 'Dunn' }, input })).toMatchObject({ 'Growth (t1-t)': 6, 'Regional share': 5 });
    expect(refusal(shiftShares, { op: 'shift-share', params: { method: 'Esteban' }, input })).toMatchObject({ value: { 'Regional share': null }, warnings: [expect.stringContaining('industry 2')] });
  });
});

describe('strong clusters', () => {
  const employment = matrixFrom([[100, 1], [20, 30], [30, 200], [40, 9], [0, 5], [null, 7]]);
  const lq = locationQuotients(employment);

  it('judges four clauses, and says which it cannot', () => {
    const firms = matrixFrom([[9, 1], [2, 3], [3, 20], [4, null], [0, 1], [1, 2]]);
    const { held, unknown, thresholds } = strongClusters(employment, lq, firms);
    expect(thresholds.size[0]).toBe(27.5);
    expect([...held]).toEqual([15, 0, 0, 14, 12, 14, 14, 4, 0, 3, 0, 15]);
    expect([...unknown]).toEqual([0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 7, 0]);
  });

  it('leaves establishments out where there are none', () => {
    expect(strongClusters(employment, lq, null).held[0]).toBe(7);
  });
});

describe('laws', () => {
  const table = fc.integer({ min: 2, max: 6 }).chain((width) => fc.array(fc.array(fc.integer({ min: 0, max: 500 }).map((value) => value + 1), { minLength: width, maxLength: width }), { minLength: 2, maxLength: 9 })).map(matrixFrom);
  const scaled = (values: Float64Array) => Array.from(values, (value) => Math.round(value * 1e9) / 1e9);

  it('are free of scale and order, and within bounds', () => {
    fc.assert(fc.property(table, fc.integer({ min: 2, max: 50 }), (employment, factor) => {
      const times = { ...employment, cells: employment.cells.map((cell) => cell * factor) };
      const turned = matrixFrom(rowsOf(employment).toReversed() as number[][]);
      expect(scaled(hooverGinis(times))).toEqual(scaled(hooverGinis(employment)));
      expect(scaled(hooverGinis(turned))).toEqual(scaled(hooverGinis(employment)));
      expect(scaled(krugmanIndices(times))).toEqual(scaled(krugmanIndices(employment)));
      for (const value of hooverGinis(employment)) expect(value > -1e-12 && value < 1).toBe(true);
      for (const value of krugmanIndices(employment)) expect(value >= 0 && value <= 2).toBe(true);
      for (const value of herfindahls(employment)) expect(value >= 1 / employment.columns - 1e-12 && value <= 1).toBe(true);
    }));
  });

  it('the mean quotient, weighted by employment of the whole, is 1, and quotients are the same from either side', () => {
    fc.assert(fc.property(table, (employment) => {
      const lq = locationQuotients(employment);
      const { region, all } = totalsOf(employment);
      for (let column = 0; column < lq.columns; column += 1) {
        let mean = 0;
        for (let row = 0; row < lq.rows; row += 1) mean += ((lq.cells[row * lq.columns + column] as number) * (region[row] as number)) / all;
        expect(Math.abs(mean - 1)).toBeLessThan(1e-9);
      }
      expect(scaled(transposed(locationQuotients(transposed(employment))).cells)).toEqual(scaled(lq.cells));
    }));
  });

  it('the parts of a growth sum to it', () => {
    const four = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 100, max: 999 }), fc.integer({ min: 100, max: 999 })), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(four, (rows) => {
      const input = { region1: rows.map(([value]) => value), region2: rows.map(([, value]) => value), nation1: rows.map(([, , value]) => value), nation2: rows.map(([, , , value]) => value) };
      for (const method of ['Dunn', 'Esteban']) {
        const parts = valueOf(shiftShares, { op: 'shift-share', params: { method }, input }) as Record<string, number>;
        const sum = (parts['National share'] ?? 0) + (parts['Industrial mix'] ?? 0) + (parts['Regional share'] ?? 0) + (parts['Allocation effect'] ?? 0);
        expect(Math.abs(sum - (parts['Growth (t1-t)'] ?? 0))).toBeLessThan(1e-6);
      }
    }));
  });
});

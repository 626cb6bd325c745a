import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../../test/shared.ts';
import { computeMethod } from '../../method/method.ts';
import { rowOf } from '../../stats/matrix.ts';
import { rngFrom } from '../../stats/rng.ts';
import { sobolFromOutside } from './sobol.method.ts';
import { saltelliDesign, sobolIndices } from './sobol.ts';

const file = 'oracles/sobol/cases.json';
describeWithShared('Sobol indices against the program of the field', [file], () => {
  interface Indices {
    variance: number;
    Si: number[];
    STi: number[];
  }
  const { cases } = JSON.parse(readFileSync(sharedPath(file), 'utf8')) as { cases: { id: string; op: string; input: unknown; expected: Indices; tol: number }[] };
  it.each(cases)('$id', (one) => {
    const answer = computeMethod(sobolFromOutside, one);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    const got = answer.value.value as Indices;
    expect(Object.keys(got)).toEqual(['variance', 'Si', 'STi']);
    const flat = ({ variance, Si, STi }: Indices): number[] => [variance, ...Si, ...STi];
    for (const [at, expected] of flat(one.expected).entries()) expect(Math.abs((flat(got)[at] as number) - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(one.tol);
  });
});

describe('Sobol indices', () => {
  it('come near the known ones of the Ishigami function', () => {
    const points = 2 ** 14;
    const design = saltelliDesign(points, 3, rngFrom(11));
    const outputs = Float64Array.from({ length: design.rows }, (_, row) => {
      const [a = 0, b = 0, c = 0] = rowOf(design, row).map((share) => Math.PI * (2 * share - 1));
      return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
    });
    const { first, total } = sobolIndices(outputs, points, 3);
    for (const [at, expected] of [0.3139, 0.4424, 0].entries()) expect(Math.abs((first[at] as number) - expected)).toBeLessThan(0.03);
    for (const [at, expected] of [0.5576, 0.4424, 0.2437].entries()) expect(Math.abs((total[at] as number) - expected)).toBeLessThan(0.03);
  });

  it('takes each column of B in turn into A', () => {
    const design = saltelliDesign(2, 2, rngFrom(1));
    const [a, , b] = [0, 1, 2].map((row) => [...rowOf(design, row)]);
    expect([...rowOf(design, 4)]).toEqual([b?.[0], a?.[1]]);
    expect([...rowOf(design, 6)]).toEqual([a?.[0], b?.[1]]);
  });

  it('shows a negative index as it is and says that nothing moves a constant', () => {
    const negative = computeMethod(sobolFromOutside, { op: 'sobol', input: { N: 2, d: 1, y: [0, 1, 1, 0, 1, 0] } });
    expect(negative).toMatchObject({ ok: true, value: { value: { Si: [expect.any(Number)] } } });
    const flat = computeMethod(sobolFromOutside, { op: 'sobol', input: { N: 2, d: 1, y: [3, 3, 3, 3, 3, 3] } });
    expect(flat).toMatchObject({ ok: true, value: { value: { variance: 0, Si: [null], STi: [null] }, warnings: [expect.stringMatching(/does not vary/)] } });
    expect(computeMethod(sobolFromOutside, { op: 'sobol', input: { N: 2, d: 1, y: [3] } })).toMatchObject({ ok: false });
  });
});

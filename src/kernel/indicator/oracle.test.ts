import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { matrixFrom } from '../stats/matrix.ts';
import { computeMethod } from '../method/method.ts';
import { compositeAggregate } from './composite-aggregate.method.ts';
import { compositeNormalise } from './composite-normalise.method.ts';
import { compositeTreatImpute } from './composite-treat-impute.method.ts';
import { compositeWeights } from './composite-weights.method.ts';
import { treat } from './treat/treat.ts';
import { defaultTreatment, treatmentRecordOf } from './treat/treatment.ts';

interface Case {
  id: string;
  op: string;
  params?: unknown;
  input: unknown;
  expected: unknown;
  tol: number;
}

function compare(actual: unknown, expected: unknown, tol: number, where: string): void {
  if (expected === null || typeof expected !== 'object') {
    if (typeof expected !== 'number') expect(actual, where).toBe(expected);
    else expect(Math.abs((actual as number) - expected) / Math.max(1, Math.abs(expected)), `${where}: ${String(actual)} against ${expected}`).toBeLessThanOrEqual(tol);
    return;
  }
  expect(Object.keys(actual as object).sort(), where).toEqual(Object.keys(expected).sort());
  for (const [key, value] of Object.entries(expected)) compare((actual as Record<string, unknown>)[key], value, tol, `${where}.${key}`);
}

for (const method of [compositeNormalise, compositeTreatImpute, compositeWeights, compositeAggregate]) {
  const files = ['cases.json', 'cases-real.json'].map((name) => `oracles/${method.id}/${name}`);
  describeWithShared(`${method.id} against the programs of the field`, files.slice(0, 1), () => {
    for (const file of files.filter((name) => existsSync(sharedPath(name)))) {
      const { cases } = JSON.parse(readFileSync(sharedPath(file), 'utf8')) as { cases: Case[] };
      describe(file, () => {
        it.each(cases)('$id', ({ id, op, params, input, expected, tol }) => {
          const answer = computeMethod(method, { op, params, input });
          expect(answer.ok).toBe(true);
          if (answer.ok) compare(answer.value.value, expected, tol, id);
        });
      });
    }
  });
}

describeWithShared('the treatment of the ASEM indicators', ['data/indicators-asem/treatment_summary.csv'], () => {
  const tableOf = (name: string) =>
    readFileSync(sharedPath('data/indicators-asem', name), 'utf8').trim().split('\n').map((line) => line.replaceAll('"', '').split(','));

  it('moves the published number of values of each indicator', () => {
    const summary = tableOf('treatment_summary.csv').slice(1);
    const [head = [], ...rows] = tableOf('stage_imputed.csv');
    const from = head.indexOf(summary[0]?.[0] as string);
    const matrix = matrixFrom(rows.map((row) => row.slice(from, from + summary.length).map(Number)));
    const record = treatmentRecordOf(summary.length);
    treat(matrix, { ...defaultTreatment, winmax: 6 }, { record });
    expect(summary.map(([, low]) => Number(low))).toEqual([...record.low]);
    expect(summary.map(([, , high]) => Number(high))).toEqual([...record.high]);
    expect(record.transformed.every((one) => one === 0)).toBe(true);
  });
});

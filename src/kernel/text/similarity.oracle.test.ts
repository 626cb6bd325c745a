import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { bigramJaccard, jaro, jaroWinkler } from './similarity.ts';

interface Case {
  a: string;
  b: string;
  jaro: number;
  jaroWinkler: number;
  bigramJaccard: number;
}

const file = 'oracles/string-similarity/cases.json';

describeWithShared('similarity against rapidfuzz', [file], () => {
  it('agrees on every case', () => {
    const { cases, tol } = JSON.parse(readFileSync(sharedPath(file), 'utf8')) as { cases: Case[]; tol: number };
    expect(cases.length).toBeGreaterThan(0);
    for (const { a, b, ...expected } of cases) {
      for (const [measure, value] of [[jaro, expected.jaro], [jaroWinkler, expected.jaroWinkler], [bigramJaccard, expected.bigramJaccard]] as const) {
        expect(Math.abs(measure(a, b) - value), `${measure.name} of ${a} | ${b}`).toBeLessThanOrEqual(tol);
      }
    }
  });
});

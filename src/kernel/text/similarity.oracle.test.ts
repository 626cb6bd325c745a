import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bigramJaccard, jaro, jaroWinkler } from './similarity.ts';

interface Case {
  a: string;
  b: string;
  jaro: number;
  jaroWinkler: number;
  bigramJaccard: number;
}

const path = join(process.env.CLUSTERLOOM_SHARED ?? '../shared', 'oracles/string-similarity/cases.json');

describe.skipIf(!existsSync(path))(`similarity against rapidfuzz (${existsSync(path) ? 'shared cases' : `skipped: no ${path}`})`, () => {
  const { cases, tol } = (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { cases: [], tol: 0 }) as { cases: Case[]; tol: number };
  it('agrees on every case', () => {
    expect(cases.length).toBeGreaterThan(0);
    for (const { a, b, ...expected } of cases) {
      for (const [measure, value] of [[jaro, expected.jaro], [jaroWinkler, expected.jaroWinkler], [bigramJaccard, expected.bigramJaccard]] as const) {
        expect(Math.abs(measure(a, b) - value), `${measure.name} of ${a} | ${b}`).toBeLessThanOrEqual(tol);
      }
    }
  });
});

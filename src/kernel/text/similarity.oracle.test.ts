import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { damerau, indelRatio, levenshtein, levenshteinSimilarity, longestCommonSubsequence, osa, tokenSetRatio, tokenSortRatio } from './edit-distance.ts';
import { bigramJaccard, jaro, jaroWinkler } from './similarity.ts';

const measures = {
  levenshtein, levenshteinSim: levenshteinSimilarity, osa, damerau, jaro, jaroWinkler, lcs: longestCommonSubsequence, indelRatio,
  tokenSort: tokenSortRatio, tokenSet: tokenSetRatio, bigramJaccard,
} as const;
type Case = { a: string; b: string } & Record<keyof typeof measures, number>;

const file = 'oracles/string-similarity/cases.json';

describeWithShared('similarity against rapidfuzz', [file], () => {
  const { cases, tol } = JSON.parse(readFileSync(sharedPath(file), 'utf8')) as { cases: Case[]; tol: number };

  it.each(Object.keys(measures) as (keyof typeof measures)[])('%s agrees on every case', (name) => {
    expect(cases.length).toBeGreaterThan(0);
    for (const one of cases) expect(Math.abs(measures[name](one.a, one.b) - one[name]), `${name} of ${one.a} | ${one.b}`).toBeLessThanOrEqual(tol);
  });
});

const unicodeFile = 'oracles/string-similarity/unicode.json';

describeWithShared('normalisation against unicodedata', [unicodeFile], () => {
  it('agrees on the compatibility form and the case fold of every case', () => {
    const { cases } = JSON.parse(readFileSync(sharedPath(unicodeFile), 'utf8')) as { cases: { input: string; nfkc: string; casefold: string }[] };
    for (const { input, nfkc, casefold } of cases) {
      expect(input.normalize('NFKC')).toBe(nfkc);
      expect(input.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss')).toBe(casefold);
    }
  });
});

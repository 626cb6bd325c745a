import type { Method } from '../method/method.ts';
import { caseFold } from './case-fold.ts';
import { damerau, indelRatio, levenshtein, levenshteinSimilarity, longestCommonSubsequence, osa, tokenSetRatio, tokenSortRatio } from './edit-distance.ts';
import { bigramDice, bigramJaccard, jaro, jaroWinkler } from './similarity.ts';

const measures = {
  levenshtein, levenshteinSim: levenshteinSimilarity, osa, damerau, jaro, jaroWinkler: (a: string, b: string) => jaroWinkler(a, b), lcs: longestCommonSubsequence, indelRatio,
  tokenSort: tokenSortRatio, tokenSet: tokenSetRatio, bigramJaccard,
};

export const stringSimilarity: Method = {
  id: 'string-similarity',
  version: '1',
  title: 'Likeness of two texts by code points, and Unicode normalisation',
  operations: {
    'string-similarity': {
      summary: 'Every distance and similarity of two texts; case-sensitive.',
      input: { a: 'text', b: 'text' },
      output: `{ ${Object.keys(measures).join(', ')} }: levenshtein, osa, damerau are edits, lcs is a length in code points, the others lie in 0..1`,
      source: 'Levenshtein 1966; Damerau 1964; Jaro 1989; Winkler 1990 (prefix weight 0.1 up to 4, above 0.7 only)',
      compute: (input) => {
        const [a, b] = [input.text('a'), input.text('b')];
        return { value: Object.fromEntries(Object.entries(measures).map(([name, measure]) => [name, measure(a, b)])) };
      },
    },
    'bigram-dice': {
      summary: 'Dice coefficient of the sets of bigrams.',
      input: { a: 'text', b: 'text' },
      output: 'number in 0..1',
      source: 'Dice 1945',
      compute: (input) => ({ value: bigramDice(input.text('a'), input.text('b')) }),
    },
    'unicode-normalise': {
      summary: 'Compatibility form (NFKC) of a text, and the full case fold of that.',
      input: { text: 'text; may stand in the place of the input itself' },
      output: '{ nfkc, casefold }: texts',
      source: 'Unicode Standard Annex 15; section 3.13, toCasefold',
      compute: (input) => {
        const nfkc = input.text('text').normalize('NFKC');
        return { value: { nfkc, casefold: caseFold(nfkc) } };
      },
    },
  },
};

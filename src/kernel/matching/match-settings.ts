import type { LinkModel } from './fellegi-sunter.ts';
import type { NameLevel } from './compare-names.ts';

/** What `comparePair` looks at besides codes, with the levels of each, the least alike first. */
export const matchComparisons = {
  /** The levels of names, and before them `conflict`: alike, but with another number, branch or place in them. */
  name: ['conflict', 'other', 'sameBrand', 'nearBrand', 'similarName', 'abbreviation', 'nameVariant', 'sameCore', 'sameNameWithoutForm', 'sameName'],
  place: ['other', 'sameProvince', 'same'],
  industry: ['other', 'same'],
  form: ['other', 'same'],
} as const;

export interface MatchSettings {
  /** A score from here on, and nothing that speaks against it, matches without a person. */
  automaticFrom: number;
  /** A score from here on is offered to a person. */
  unsureFrom: number;
  /** Levels of the name that may match automatically; 华芯 and 华星 must not. */
  automaticLevels: readonly NameLevel[];
  /** Bits taken off a pair whose valid codes differ. */
  differentCodeBits: number;
  /** How many candidates an answer offers at most. */
  offered: number;
  /** How many candidates of one subject are compared at most; those that share more keys come first. */
  compared: number;
  /** λ, m and u among pairs that share a key; counted on the tuning half of the labelled names (see METHOD.md). */
  model: LinkModel;
}

export const matchSettings: MatchSettings = {
  automaticFrom: 0.9,
  unsureFrom: 0.05,
  automaticLevels: ['sameCore', 'sameNameWithoutForm', 'sameName'],
  differentCodeBits: 5,
  offered: 5,
  compared: 200,
  model: {
    lambda: 0.408,
    m: [[0.005, 0.000424, 0.0000848, 0.0072, 0.00381, 0.0253, 0.0976, 0.0459, 0.397, 0.417], [0.0211, 0.00162, 0.977], [0.141, 0.859], [0.0809, 0.919]],
    u: [[0.442, 0.245, 0.0692, 0.142, 0.0115, 0.0215, 0.0271, 0.0265, 0.00544, 0.01], [0.526, 0.0277, 0.446], [0.359, 0.641], [0.207, 0.793]],
  },
};

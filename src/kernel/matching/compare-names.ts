import { osa } from '../text/edit-distance.ts';
import { bigramDice, jaroWinkler } from '../text/similarity.ts';
import { relatePlaces, type PlaceRelation } from './place-lexicon.ts';
import type { ReadName } from './read-name.ts';

/**
 * How alike two names are, the least alike first. A level is a level of comparison in the sense of Fellegi and Sunter:
 * - `other`: nothing of the below
 * - `sameBrand`: 华芯科技 | 华芯贸易
 * - `nearBrand`: one character of a Chinese brand of two or three is another: 华芯科技 | 华星科技
 * - `similarName`: Jaro–Winkler of the cores ≥ 0.9, or Dice of their bigrams ≥ 0.75
 * - `abbreviation`: one core begins or ends the other and holds its brand: 华芯 | 华芯微电子
 * - `nameVariant`: a slip of the pen or words in another order (see `slipsAllowed`)
 * - `sameCore`: the same without form, and only one of them states a place, or a wider one
 * - `sameNameWithoutForm`: the same without form, with the same place or none
 * - `sameName`: the same but for width, case, script and marks
 */
export const nameLevels = ['other', 'sameBrand', 'nearBrand', 'similarName', 'abbreviation', 'nameVariant', 'sameCore', 'sameNameWithoutForm', 'sameName'] as const;
export type NameLevel = (typeof nameLevels)[number];

/** What makes two names different organisations however alike they are. */
export type NameConflict = 'differentNumber' | 'differentBranch' | 'otherPlaceInName';

export interface NameComparison {
  level: NameLevel;
  places: PlaceRelation;
  conflicts: NameConflict[];
}

const chinese = /\p{Script=Han}/u;

/**
 * Slips (optimal string alignment) that still make a variant of a core of n code points: with Chinese characters 1 from
 * 4 and 2 from 9, else 1 from 6, 2 from 12 and 3 from 20.
 */
export function slipsAllowed(core: string): number {
  const length = [...core].length;
  if (chinese.test(core)) return length >= 9 ? 2 : length >= 4 ? 1 : 0;
  return length >= 20 ? 3 : length >= 12 ? 2 : length >= 6 ? 1 : 0;
}

export const similarFrom = { jaroWinkler: 0.9, dice: 0.75 } as const;

const sameWords = (left: readonly string[], right: readonly string[]): boolean =>
  left.length > 1 && left.length === right.length && left.toSorted().join(' ') === right.toSorted().join(' ');

/** One core is the other's beginning or end, long enough to be a name: two Chinese characters that are its brand, or half of it. */
function shortens(short: ReadName, long: ReadName): boolean {
  const least = chinese.test(short.core) ? 2 : 4;
  if (short.core.length < least || short.core.length >= long.core.length) return false;
  if (short.core === long.brand) return true;
  const share = short.core.length / long.core.length;
  return share >= 0.5 && short.core.length > least && (long.core.startsWith(short.core) || long.core.endsWith(short.core));
}

/** Longest Chinese brand in which another character makes another firm: most pairs of such brands are two firms, not one slip. */
const shortBrand = 3;

function changesBrand(left: ReadName, right: ReadName): boolean {
  if (left.brand === right.brand || left.brand.length !== right.brand.length || left.core.length !== right.core.length) return false;
  if (left.brand.length > shortBrand || !chinese.test(left.brand)) return false;
  // Two characters that changed places are a slip.
  for (const character of left.brand) if (!right.core.includes(character)) return true;
  return false;
}

function levelOfCores(left: ReadName, right: ReadName): NameLevel {
  const [short, long] = left.core.length <= right.core.length ? [left, right] : [right, left];
  const slips = slipsAllowed(short.core);
  if (slips > 0 && long.core.length - short.core.length <= slips * 2 && osa(left.core, right.core, slips) <= slips) return changesBrand(left, right) ? 'nearBrand' : 'nameVariant';
  if (sameWords(left.words, right.words)) return 'nameVariant';
  if (shortens(short, long)) return 'abbreviation';
  if (left.core[0] === right.core[0] || left.core.at(-1) === right.core.at(-1)) {
    if (jaroWinkler(left.core, right.core) >= similarFrom.jaroWinkler || bigramDice(left.core, right.core) >= similarFrom.dice) return 'similarName';
  }
  return left.brand === right.brand ? 'sameBrand' : 'other';
}

/**
 * Compares two names as read. Two names without any letter are `other`. Symmetric. Cost O(|a|·|b|) at worst; equal and
 * unlike names end early.
 */
export function compareNames(left: ReadName, right: ReadName): NameComparison {
  const places = relatePlaces(left.places, right.places);
  const conflicts: NameConflict[] = [];
  if (left.numbers !== right.numbers) conflicts.push('differentNumber');
  if (left.branch !== right.branch) conflicts.push('differentBranch');
  if (places === 'other') conflicts.push('otherPlaceInName');
  let level: NameLevel;
  if (left.core === '' || right.core === '') level = 'other';
  else if (left.whole === right.whole) level = 'sameName';
  else if (left.core !== right.core) level = levelOfCores(left, right);
  else level = places === 'same' || (left.places.length === 0 && right.places.length === 0) ? 'sameNameWithoutForm' : 'sameCore';
  return { level, places, conflicts };
}

import { damerau, levenshtein } from '../text/edit-distance.ts';
import { bigramJaccard, jaro, jaroWinkler } from '../text/similarity.ts';
import type { PatternCounts } from './fellegi-sunter.ts';

/** A column of a list of records and how alike two values of it can be, the least alike first; the first holds for whatever is left. */
export interface ColumnLevels {
  column: string;
  /** Tests of the levels from 1 on; level 0 needs none. */
  tests: readonly ((left: string, right: string) => boolean)[];
}

const likenesses: Readonly<Record<string, (left: string, right: string) => number>> = {
  jaro_winkler_similarity: (left, right) => jaroWinkler(left, right), jaro_similarity: jaro, jaccard: bigramJaccard, levenshtein, damerau_levenshtein: damerau,
};

const either = '"?([^"=<>()]+?)"?';
const equalForm = new RegExp(`^\\s*${either}_l"?\\s*=\\s*"?\\1_r"?\\s*$`);
const measureForm = /^\s*([a-z_]+)\s*\(\s*"?(.+?)_l"?\s*,\s*"?\2_r"?\s*\)\s*(>=|<=|>|<)\s*(\d+(?:\.\d+)?)\s*$/i;

/** The test that a condition states, as `"norm_l" = "norm_r"` or `jaro_winkler_similarity("norm_l", "norm_r") >= 0.92`; null for what is not understood. */
export function testOf(condition: string): ((left: string, right: string) => boolean) | null {
  if (equalForm.test(condition)) return (left, right) => left === right;
  const [, name = '', , sign, bound] = measureForm.exec(condition) ?? [];
  const measure = Object.hasOwn(likenesses, name.toLowerCase()) ? likenesses[name.toLowerCase()] : undefined;
  if (measure === undefined || sign === undefined) return null;
  const mark = Number(bound);
  if (sign === '>=') return (left, right) => measure(left, right) >= mark;
  if (sign === '<=') return (left, right) => measure(left, right) <= mark;
  return sign === '>' ? (left, right) => measure(left, right) > mark : (left, right) => measure(left, right) < mark;
}

/** The highest level whose test holds; −1 where a value is missing. */
export function levelOf({ tests }: ColumnLevels, left: string | null, right: string | null): number {
  if (left === null || right === null) return -1;
  for (let level = tests.length; level > 0; level -= 1) if (tests[level - 1]?.(left, right)) return level;
  return 0;
}

export interface ComparedPairs {
  /** Number of the pattern of each pair (0,1), (0,2), …, (1,2), …. */
  patternOf: Uint32Array;
  patterns: PatternCounts;
}

/** Compares every record with every other. `values[k]` holds column k of all records. Cost O(n²) comparisons. */
export function compareAllPairs(columns: readonly ColumnLevels[], values: readonly (readonly (string | null)[])[]): ComparedPairs {
  const count = values[0]?.length ?? 0;
  const patternOf = new Uint32Array((count * (count - 1)) / 2);
  const numbers = new Map<number, number>();
  const levels: number[][] = [];
  const counts: number[] = [];
  let pair = 0;
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      const pattern = columns.map((column, k) => levelOf(column, values[k]?.[a] ?? null, values[k]?.[b] ?? null));
      const code = pattern.reduce((sum, level, k) => sum * ((columns[k]?.tests.length ?? 0) + 2) + level + 1, 0);
      let number = numbers.get(code);
      if (number === undefined) {
        number = levels.length;
        numbers.set(code, number);
        levels.push(pattern);
        counts.push(0);
      }
      counts[number] = (counts[number] ?? 0) + 1;
      patternOf[pair] = number;
      pair += 1;
    }
  }
  return { patternOf, patterns: { levels, counts } };
}

/** u by counting: how the pairs with evidence spread over the levels of each column, matches among them being rare. */
export function sharesOfLevels(columns: readonly ColumnLevels[], { levels, counts }: PatternCounts): number[][] {
  return columns.map(({ tests }, k) => {
    const found = Array.from({ length: tests.length + 1 }, (_, level) => levels.reduce((sum, pattern, at) => (pattern[k] === level ? sum + (counts[at] ?? 0) : sum), 0));
    const total = found.reduce((sum, one) => sum + one, 0);
    return found.map((one) => (total === 0 ? 1 / found.length : one / total));
  });
}

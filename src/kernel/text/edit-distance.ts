/**
 * Edit distances and the similarities built on them, counted in code points (never UTF-16 halves or bytes) and
 * case-sensitive: fold first where case must not matter. All cost O(|a|·|b|) time and O(|b|) space, Damerau's O(|a|·|b|).
 */

const pointsOf = (text: string): Uint32Array => Uint32Array.from(text, (point) => point.codePointAt(0) ?? 0);

/** Fewest insertions, deletions and substitutions that make one text the other. Levenshtein 1966 (Wagner, Fischer 1974). */
export function levenshtein(left: string, right: string): number {
  const a = pointsOf(left);
  const b = pointsOf(right);
  const row = Uint32Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    let diagonal = row[0] as number;
    row[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j] as number;
      row[j] = a[i - 1] === b[j - 1] ? diagonal : 1 + Math.min(diagonal, above, row[j - 1] as number);
      diagonal = above;
    }
  }
  return row[b.length] as number;
}

/**
 * Optimal string alignment: Levenshtein with the swap of two neighbours as one step, no part edited twice (`ca` → `abc`
 * is 3). Not a metric: the triangle inequality can fail. `atMost` ends the work early and answers `atMost + 1`.
 */
export function osa(left: string, right: string, atMost = Number.POSITIVE_INFINITY): number {
  const needed = Math.max(left.length, right.length) + 1;
  if (needed > scratch.size) scratch = scratchOf(needed * 2);
  const { a, b } = scratch;
  let endA = fill(a, left);
  let endB = fill(b, right);
  // What both begin and end with costs nothing, and most texts that are compared are alike but for a place in the middle.
  let from = 0;
  while (from < endA && from < endB && a[from] === b[from]) from += 1;
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [height, width] = [endA - from, endB - from];
  if (Math.abs(height - width) > atMost) return atMost + 1;
  if (height === 0 || width === 0) return height + width;
  let { before, above, row } = scratch;
  for (let j = 0; j <= width; j += 1) above[j] = j;
  for (let i = 1; i <= height; i += 1) {
    const point = a[from + i - 1] as number;
    row[0] = i;
    let least = i;
    for (let j = 1; j <= width; j += 1) {
      let cost = (above[j - 1] as number) + (point === b[from + j - 1] ? 0 : 1);
      if ((above[j] as number) + 1 < cost) cost = (above[j] as number) + 1;
      if ((row[j - 1] as number) + 1 < cost) cost = (row[j - 1] as number) + 1;
      if (i > 1 && j > 1 && point === b[from + j - 2] && a[from + i - 2] === b[from + j - 1] && (before[j - 2] as number) + 1 < cost) cost = (before[j - 2] as number) + 1;
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > atMost) return atMost + 1;
    const spare = before;
    before = above;
    above = row;
    row = spare;
  }
  return Math.min(above[width] as number, atMost + 1);
}

// Millions of short texts are compared: new arrays for each would cost more than the comparison.
const scratchOf = (size: number) => ({ size, a: new Uint32Array(size), b: new Uint32Array(size), before: new Uint32Array(size), above: new Uint32Array(size), row: new Uint32Array(size) });
let scratch = scratchOf(256);

function fill(points: Uint32Array, text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    let point = text.charCodeAt(at);
    if (point >= 0xd800 && point <= 0xdbff) {
      point = text.codePointAt(at) as number;
      if (point > 0xffff) at += 1;
    }
    points[count] = point;
    count += 1;
  }
  return count;
}

/** Damerau–Levenshtein without the restriction: neighbours that were swapped may be edited again (`ca` → `abc` is 2). Damerau 1964; Lowrance, Wagner 1975. */
export function damerau(left: string, right: string): number {
  const a = pointsOf(left);
  const b = pointsOf(right);
  const width = b.length + 2;
  const far = a.length + b.length;
  const table = new Uint32Array((a.length + 2) * width);
  const cell = (i: number, j: number): number => (i + 1) * width + j + 1;
  table[0] = far;
  for (let i = 0; i <= a.length; i += 1) {
    table[cell(i, -1)] = far;
    table[cell(i, 0)] = i;
  }
  for (let j = 0; j <= b.length; j += 1) {
    table[cell(-1, j)] = far;
    table[cell(0, j)] = j;
  }
  const lastRowWith = new Map<number, number>();
  for (let i = 1; i <= a.length; i += 1) {
    let lastEqual = 0;
    for (let j = 1; j <= b.length; j += 1) {
      const row = lastRowWith.get(b[j - 1] as number) ?? 0;
      const column = lastEqual;
      const equal = a[i - 1] === b[j - 1];
      if (equal) lastEqual = j;
      table[cell(i, j)] = Math.min(
        (table[cell(i - 1, j - 1)] as number) + (equal ? 0 : 1),
        (table[cell(i, j - 1)] as number) + 1,
        (table[cell(i - 1, j)] as number) + 1,
        (table[cell(row - 1, column - 1)] as number) + (i - row - 1) + 1 + (j - column - 1),
      );
    }
    lastRowWith.set(a[i - 1] as number, i);
  }
  return table[cell(a.length, b.length)] as number;
}

/** Length of the longest common subsequence. */
export function longestCommonSubsequence(left: string, right: string): number {
  const a = pointsOf(left);
  const b = pointsOf(right);
  const row = new Uint32Array(b.length + 1);
  for (const point of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j] as number;
      row[j] = point === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] as number);
      diagonal = above;
    }
  }
  return row[b.length] as number;
}

const lengthOf = (text: string): number => [...text].length;

/** 1 − d / max(|a|, |b|) with the Levenshtein distance d; 1 for two empty texts. */
export function levenshteinSimilarity(left: string, right: string): number {
  const longest = Math.max(lengthOf(left), lengthOf(right));
  return longest === 0 ? 1 : 1 - levenshtein(left, right) / longest;
}

/** 2·LCS / (|a| + |b|), which is 1 − (insertions + deletions) / (|a| + |b|); 1 for two empty texts. */
export function indelRatio(left: string, right: string): number {
  const total = lengthOf(left) + lengthOf(right);
  return total === 0 ? 1 : (2 * longestCommonSubsequence(left, right)) / total;
}

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '').sort();

/** Indel ratio of the words put in order of their code units. */
export function tokenSortRatio(left: string, right: string): number {
  return indelRatio(wordsOf(left).join(' '), wordsOf(right).join(' '));
}

/**
 * The best indel ratio among the shared words S and the two sums S + rest of a, S + rest of b: 1 when one set of words
 * holds the other (and they share any), 0 for an empty text.
 */
export function tokenSetRatio(left: string, right: string): number {
  const a = new Set(wordsOf(left));
  const b = new Set(wordsOf(right));
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word));
  const onlyA = [...a].filter((word) => !b.has(word));
  const onlyB = [...b].filter((word) => !a.has(word));
  if (shared.length > 0 && (onlyA.length === 0 || onlyB.length === 0)) return 1;
  const base = shared.join(' ');
  const withA = [...shared, ...onlyA].join(' ');
  const withB = [...shared, ...onlyB].join(' ');
  // What both begin with needs no comparison, so the distance is that of the rests.
  const whole = indelOfRests(onlyA.join(' '), onlyB.join(' '), lengthOf(withA) + lengthOf(withB));
  if (shared.length === 0) return whole;
  return Math.max(whole, indelRatio(base, withA), indelRatio(base, withB));
}

function indelOfRests(left: string, right: string, total: number): number {
  return 1 - (lengthOf(left) + lengthOf(right) - 2 * longestCommonSubsequence(left, right)) / total;
}

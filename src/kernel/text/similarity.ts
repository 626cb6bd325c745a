/**
 * String similarities in [0, 1], counted in code points and case-sensitive: fold first where case must not matter.
 * Two empty strings are equal (1); an empty one against any other is 0.
 */

/**
 * Jaro similarity: (m/|a| + m/|b| + (m − t)/m) / 3 with m characters that match inside the window
 * ⌊max(|a|,|b|)/2⌋ − 1 and t half the number of matches that stand in another order. O(|a|·|b|).
 *
 * Reference: Jaro, M. A. (1989), Journal of the American Statistical Association 84:414–420.
 */
export function jaro(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  if (a.length === 0 && b.length === 0) return 1;
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const takenInB = Array.from({ length: b.length }, () => false);
  const matchedInA: string[] = [];
  a.forEach((point, index) => {
    const last = Math.min(b.length - 1, index + window);
    for (let at = Math.max(0, index - window); at <= last; at += 1) {
      if (takenInB[at] || b[at] !== point) continue;
      takenInB[at] = true;
      matchedInA.push(point);
      return;
    }
  });
  const matches = matchedInA.length;
  if (matches === 0) return 0;
  const matchedInB = b.filter((_, index) => takenInB[index]);
  const displaced = matchedInA.filter((point, index) => point !== matchedInB[index]).length;
  const transpositions = Math.floor(displaced / 2);
  return (matches / a.length + matches / b.length + (matches - transpositions) / matches) / 3;
}

export const jaroWinklerDefaults = { prefixWeight: 0.1, longestPrefix: 4, boostAbove: 0.7 } as const;

/**
 * Jaro–Winkler: Jaro lifted by a shared beginning, j + l·p·(1 − j), with l ≤ 4 common leading characters and p = 0.1.
 * The lift applies only above 0.7, as in Winkler's own code, so that unlike names gain nothing from a shared city.
 *
 * Reference: Winkler, W. E. (1990), Proceedings of the Section on Survey Research Methods, ASA, 354–359.
 */
export function jaroWinkler(left: string, right: string, options = jaroWinklerDefaults): number {
  const plain = jaro(left, right);
  if (plain <= options.boostAbove) return plain;
  const a = [...left];
  const b = [...right];
  let shared = 0;
  while (shared < options.longestPrefix && shared < a.length && a[shared] === b[shared]) shared += 1;
  return plain + shared * options.prefixWeight * (1 - plain);
}

function bigramsOf(text: string): Set<string> {
  const points = [...text];
  return new Set(points.slice(1).map((point, index) => (points[index] ?? '') + point));
}

function sharedBigrams(left: string, right: string): { shared: number; left: number; right: number } {
  const a = bigramsOf(left);
  const b = bigramsOf(right);
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared += 1;
  return { shared, left: a.size, right: b.size };
}

/** Jaccard index of the sets of bigrams: |A ∩ B| / |A ∪ B|. Two texts without any bigram compare by equality. O(n). */
export function bigramJaccard(left: string, right: string): number {
  const sets = sharedBigrams(left, right);
  const union = sets.left + sets.right - sets.shared;
  return union === 0 ? Number(left === right) : sets.shared / union;
}

/** Dice coefficient of the sets of bigrams: 2|A ∩ B| / (|A| + |B|), which is 2J/(1 + J) of the Jaccard index J. O(n). */
export function bigramDice(left: string, right: string): number {
  const sets = sharedBigrams(left, right);
  const total = sets.left + sets.right;
  return total === 0 ? Number(left === right) : (2 * sets.shared) / total;
}

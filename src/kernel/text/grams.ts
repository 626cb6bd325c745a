/** Between two texts in one search key: no bigram spans it, and no folded name holds it. */
export const segmentMark = '|';

/**
 * The uni- and bigrams of a folded text, each once, in order of appearance: the content of a `text[]` column under a
 * GIN index. Grams never span the segment mark, so that the end of one name and the start of the next make no false hit.
 *
 * Counted in code points. At most 2n − 1 grams for n code points; cost O(n).
 */
export function gramsOf(folded: string): string[] {
  const grams = new Set<string>();
  for (const segment of folded.split(segmentMark)) {
    const points = [...segment];
    points.forEach((point, index) => {
      grams.add(point);
      const next = points[index + 1];
      if (next !== undefined) grams.add(point + next);
    });
  }
  return [...grams];
}

/**
 * The grams a row must hold to contain the query as a substring: its bigrams, or the single character of a query of
 * one. Necessary, not sufficient: `abab` also fits `ab` + `ba` apart, so the caller still checks `like '%folded%'` on
 * the few rows that the index returns. Empty for an empty query, which asks for nothing.
 */
export function queryGramsOf(folded: string): string[] {
  const points = [...folded.replaceAll(segmentMark, '')];
  if (points.length < 2) return points;
  return [...new Set(points.slice(1).map((point, index) => (points[index] ?? '') + point))];
}

/**
 * Full case folding: two texts are the same but for case when their folds are equal (Straße = STRASSE, ΣΑΣ = σας).
 *
 * Each code point becomes lower(upper(lower(c))), which is the `C` + `F` mapping of CaseFolding.txt but for the dotless ı,
 * which stays, and the Cherokee letters, whose fold is the upper case. Not idempotent with NFKC: normalise first. O(n).
 *
 * Reference: Unicode Standard, section 3.13 (toCasefold), CaseFolding.txt.
 */
export function caseFold(text: string): string {
  let folded = '';
  for (const point of text) folded += foldPoint(point);
  return folded;
}

const cherokee = /[\u13a0-\u13fd\uab70-\uabbf]/u;

function foldPoint(point: string): string {
  if (point === 'ı') return point;
  if (cherokee.test(point)) return point.toUpperCase();
  return [...point.toLowerCase().toUpperCase()].map((upper) => upper.toLowerCase()).join('');
}

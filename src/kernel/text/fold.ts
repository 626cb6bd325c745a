/** Maps traditional Chinese characters to simplified ones. The kernel imports no dictionary, so the caller brings it. */
export type SimplifyChinese = (text: string) => string;

const asWritten: SimplifyChinese = (text) => text;

// Apostrophes, quotes, hyphens and dashes of every alphabet that firms and places really use, and all white space.
const silent = /[\s\u00ad\u200b-\u200f\u2060\ufeff'"`´‘’‚‛“”„‟′″ʹʻʼʽˈ«»‹›「」『』\-‐‑‒–—―−_·・•]/gu;
const marks = /\p{M}/gu;

/**
 * Folds a name to the form in which names are compared and searched.
 *
 * Steps, in order: Unicode NFKC (full width becomes half width, ligatures and ㈱ are spelt out), traditional to
 * simplified Chinese through `simplify`, lower case with ß as ss, accents removed from Latin letters, then apostrophes,
 * quotes, hyphens, middle dots and white space removed. So `It'sOWL` = `It’s OWL`, `廣東` = `广东`, `ＡＢＣ` = `abc`.
 *
 * The result is a key, never shown to anyone: folding forgets. It is idempotent. Cost O(n).
 *
 * References: Unicode Standard Annex #15 (normalisation forms); Unicode CaseFolding for ß.
 */
export function fold(text: string, simplify: SimplifyChinese = asWritten): string {
  const plain = simplify(text.normalize('NFKC')).toLowerCase().replaceAll('ß', 'ss');
  return plain.normalize('NFD').replace(marks, '').normalize('NFC').replace(silent, '');
}

/** The word after the last @ before the caret, while somebody is choosing whom to call; null otherwise. */
export function mentionAt(text: string, caret: number, called: readonly string[] = []): { from: number; words: string } | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf('@');
  if (from < 0) return null;
  const words = before.slice(from + 1);
  // An address has a letter before its sign.
  const isAddress = /[A-Za-z0-9.]$/.test(before.slice(0, from));
  // Whoever was called already is not offered again while the sentence goes on.
  if (called.some((name) => words.startsWith(name))) return null;
  return isAddress || words.length > 30 || /[\n@,，。;；]/.test(words) ? null : { from, words };
}

export function insertMention(text: string, from: number, caret: number, name: string): { text: string; caret: number } {
  const start = `${text.slice(0, from)}@${name} `;
  return { text: `${start}${text.slice(caret).replace(/^ /, '')}`, caret: start.length };
}

/** Cuts a text at the names that were called; longer names first, so that a name inside another stays whole. */
export function splitMentions(body: string, names: readonly string[]): { text: string; mention: boolean }[] {
  const wanted = names.filter((name) => name !== '').toSorted((one, other) => other.length - one.length);
  if (wanted.length === 0) return [{ text: body, mention: false }];
  const pattern = new RegExp(`(@(?:${wanted.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')}))`);
  return body.split(pattern).flatMap((text, at) => (text === '' ? [] : [{ text, mention: at % 2 === 1 }]));
}

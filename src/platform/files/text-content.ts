/** The text of a file in whatever of the usual encodings it is written; null when it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  for (const encoding of wide ? [wide] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return hasControls(text) ? null : text;
    } catch {
      continue;
    }
  }
  return null;
}

function hasControls(text: string): boolean {
  return /(?![\t\n\r\f])\p{Cc}/u.test(text);
}

/** Text that a browser or a shell would run if somebody opened it as what it is. */
export function isActiveText(text: string): boolean {
  const start = text.slice(0, 4096).replace(/^\uFEFF/, '').trimStart();
  return /^(#!|<\?(xml|php|=)|<!doctype|<!--|<(html|head|body|svg|script|iframe|style|meta|link|form|table|object|embed|x?:?stylesheet|math)\b)/i.test(start);
}

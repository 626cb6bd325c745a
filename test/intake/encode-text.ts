import type { Encoding } from '#modules/intake/words/read.schema.ts';

let codes: Map<string, number[]> | null = null;

/** Two and four byte codes of GB18030, found by asking the decoder for every pair; four-byte codes of planes above by their rule. */
function gb18030Codes(): Map<string, number[]> {
  if (codes) return codes;
  codes = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let second = 0x40; second < 0xff; second += 1) {
      const text = decoder.decode(new Uint8Array([lead, second]));
      if ([...text].length === 1 && text !== '\ufffd' && !codes.has(text)) codes.set(text, [lead, second]);
    }
  }
  return codes;
}

function gb18030Bytes(text: string): number[] {
  return [...text].flatMap((letter) => {
    const point = letter.codePointAt(0) as number;
    if (point < 0x80) return [point];
    const pair = gb18030Codes().get(letter);
    if (pair) return pair;
    if (point < 0x10000) throw new Error(`no pair for ${letter}`);
    const linear = point - 0x10000;
    return [0x90 + Math.floor(linear / 12600), 0x30 + (Math.floor(linear / 1260) % 10), 0x81 + (Math.floor(linear / 10) % 126), 0x30 + (linear % 10)];
  });
}

/** Text as bytes of an encoding; UTF-16 begins with its mark. */
export function encodeText(text: string, encoding: Encoding): Buffer {
  if (encoding === 'gb18030') return Buffer.from(gb18030Bytes(text));
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return Buffer.from(encoding === 'utf-8-bom' ? `\ufeff${text}` : text, 'utf8');
}

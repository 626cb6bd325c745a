/** Letters that nobody mistakes for another when a code is typed from paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const prefix = 'CL1-';
const pattern = /CL1-[0-9A-HJKMNP-TV-Z]{29}-[0-9A-HJKMNP-TV-Z]{10}/;

export interface ReportReference {
  partyId: string;
  /** Version of the figures that stood on the sheet; 0 for an empty one. */
  number: number;
}

/** Bytes in groups of five bits, written with `letters`. */
export function inLetters(bytes: Uint8Array): string {
  let held = 0;
  let bits = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += letters[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + letters[(held << (5 - bits)) & 31] : text;
}

function fromLetters(text: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    held = (held << 5) | letters.indexOf(letter);
    bits += 5;
    if (bits >= 8 && at < length) {
      bits -= 8;
      bytes[at] = (held >>> bits) & 255;
      at += 1;
    }
    held &= (1 << bits) - 1;
  }
  return bytes;
}

/** The part of a reference that says which report; the mark that follows says that it came from here. */
export function referenceBody({ partyId, number }: ReportReference): string {
  const bytes = new Uint8Array(18);
  partyId.replaceAll('-', '').match(/../g)?.forEach((pair, index) => (bytes[index] = Number.parseInt(pair, 16)));
  bytes[16] = number >> 8;
  bytes[17] = number & 255;
  return prefix + inLetters(bytes);
}

/** The first reference in a text: its body, its mark, and what it says. Null where there is none. */
export function findReference(text: string): { body: string; mark: string; reference: ReportReference } | null {
  const found = pattern.exec(text.toUpperCase())?.[0];
  if (!found) return null;
  const [body, mark] = [found.slice(0, -11), found.slice(-10)];
  const bytes = fromLetters(body.slice(prefix.length), 18);
  const hex = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const partyId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { body, mark, reference: { partyId, number: ((bytes[16] ?? 0) << 8) | (bytes[17] ?? 0) } };
}

import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { Encoding } from '../words/read.schema.ts';

export interface DecodedText {
  text: string;
  encoding: Encoding;
}
type DecodeReason = 'emptyFile' | 'workbookFile' | 'encodingUnreadable' | 'nulCharacter';

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte);

/**
 * Reads bytes as text, or says why it cannot. A byte order mark decides; without one, bytes that are sound UTF-8 are
 * UTF-8, zero bytes on one side of each pair are UTF-16, and the rest must be sound GB18030 that looks like Chinese:
 * nearly any Western text "decodes" as GB18030 too, but its second bytes are then mostly ASCII letters.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, DecodeReason> {
  if (bytes.length === 0) return fail('emptyFile');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return fail('workbookFile');
  const encoding = encodingOf(bytes);
  const text = encoding === null ? null : decodeAs(bytes, encoding);
  if (encoding === null || text === null) return fail('encodingUnreadable');
  const nul = text.indexOf('\u0000');
  if (nul >= 0) return fail('nulCharacter', { line: text.slice(0, nul).split('\n').length });
  if (text.trim() === '') return fail('emptyFile');
  return ok({ text, encoding });
}

function encodingOf(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8-bom';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const wide = wideOrder(bytes);
  if (wide) return wide;
  if (decodeAs(bytes, 'utf-8') !== null) return 'utf-8';
  return looksLikeGb18030(bytes) ? 'gb18030' : null;
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: commas and digits leave zero bytes on one side only, and every line feed has one beside it. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const seen = Math.min(bytes.length, 4096);
  if (bytes.length % 2 === 1 || seen < 8) return null;
  const zeros = [0, 0];
  const bareFeeds = [0, 0];
  for (let index = 0; index < seen; index += 1) {
    const side = index % 2;
    if (bytes[index] === 0) zeros[side] = (zeros[side] ?? 0) + 1;
    if (bytes[index] === 0x0a && bytes[side === 0 ? index + 1 : index - 1] !== 0) bareFeeds[side] = (bareFeeds[side] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > seen / 20 && even === 0 && bareFeeds[0] === 0) return 'utf-16le';
  return even > seen / 20 && odd === 0 && bareFeeds[1] === 0 ? 'utf-16be' : null;
}

function looksLikeGb18030(bytes: Uint8Array): boolean {
  let pairs = 0;
  let asciiSecond = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if ((bytes[index] as number) < 0x80) continue;
    pairs += 1;
    index += 1;
    if ((bytes[index] ?? 0) < 0x80) asciiSecond += 1;
  }
  return asciiSecond <= pairs * 0.4;
}

import { isAscii, isUtf8 } from 'node:buffer';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { Encoding, FileReason } from '../words/read.schema.ts';
import type { ByteSource } from './byte-source.ts';
import { decodedParts, unfinished } from './decode-parts.ts';

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte);

/**
 * Finds the encoding of a text file by walking over all of it. A byte order mark decides; without one, bytes that are
 * sound UTF-8 are UTF-8, zero bytes on one side of each pair are UTF-16, and the rest must be sound GB18030 that looks
 * like Chinese: nearly any Western text "decodes" as GB18030 too, but its second bytes are then mostly ASCII letters.
 */
export async function encodingOf(source: ByteSource, signal?: AbortSignal): Promise<Result<Encoding, FileReason>> {
  const start = await source.read(0, 4096);
  const wide = startsWith(start, 0xff, 0xfe) ? 'utf-16le' : startsWith(start, 0xfe, 0xff) ? 'utf-16be' : wideOrder(start, source.size);
  if (wide) return (await decodes(source, wide, signal)) ? ok(wide) : fail('encodingUnreadable');
  const hasMark = startsWith(start, 0xef, 0xbb, 0xbf);
  const sound = await isSoundUtf8(source, signal);
  if (!sound.ok) return sound;
  if (sound.value) return ok(hasMark ? 'utf-8-bom' : 'utf-8');
  return hasMark ? fail('encodingUnreadable') : gb18030(source, signal);
}

/** UTF-16 without a mark: commas and digits leave zero bytes on one side only, and every line feed has one beside it. */
function wideOrder(bytes: Uint8Array, size: number): 'utf-16le' | 'utf-16be' | null {
  const seen = bytes.length;
  if (size % 2 === 1 || seen < 8) return null;
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

async function isSoundUtf8(source: ByteSource, signal: AbortSignal | undefined): Promise<Result<boolean, 'nulCharacter'>> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let sound = true;
  for await (const part of source.parts(0, signal)) {
    const nul = part.indexOf(0);
    if (nul >= 0) return fail('nulCharacter', { line: line + feedsIn(part.subarray(0, nul)) });
    line += feedsIn(part);
    if (!sound) continue;
    const bytes = rest.length === 0 ? part : Buffer.concat([rest, part]);
    const kept = unfinished(bytes);
    sound = isUtf8(bytes.subarray(0, bytes.length - kept));
    rest = Buffer.from(bytes.subarray(bytes.length - kept));
  }
  return ok(sound && rest.length === 0);
}

function feedsIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

export async function decodes(source: ByteSource, encoding: Encoding, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    for await (const text of decodedParts(source, encoding, signal)) if (text.includes('\0')) return false;
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Three-byte characters that a line of Chinese must have before it can only be UTF-8: in GB18030 so many in a row are no accident. */
const surely = 4;

/** Two encodings in one file come from two exports glued together; whatever was chosen, half of the names would be rubbish. */
async function gb18030(source: ByteSource, signal: AbortSignal | undefined): Promise<Result<Encoding, FileReason>> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  let pairs = 0;
  let asciiSecond = 0;
  const other = { lines: 0, first: 0 };
  const utf8 = { lines: 0, first: 0, sure: false };
  const take = (bytes: Buffer): void => {
    line += 1;
    if (isAscii(bytes)) return;
    const kind = isUtf8(bytes) ? utf8 : other;
    kind.lines += 1;
    kind.first ||= line;
    if (kind === utf8) utf8.sure ||= bytes.filter((byte) => byte >= 0xe0 && byte < 0xf0).length >= surely;
    for (let index = 0; index < bytes.length; index += 1) {
      if ((bytes[index] as number) < 0x80) continue;
      pairs += 1;
      index += 1;
      if ((bytes[index] ?? 0) < 0x80) asciiSecond += 1;
    }
  };
  for await (const part of source.parts(0, signal)) {
    const bytes = Buffer.concat([rest, part]);
    let from = 0;
    for (let feed = bytes.indexOf(10); feed >= 0; feed = bytes.indexOf(10, from)) {
      take(bytes.subarray(from, feed));
      from = feed + 1;
    }
    // A line without an end is looked at in pieces: it will be refused for its length anyhow.
    rest = bytes.length - from > 4_000_000 ? Buffer.alloc(0) : Buffer.from(bytes.subarray(from));
  }
  take(rest);
  if (utf8.sure || utf8.lines > other.lines) return fail('encodingMixed', { line: Math.max(utf8.first, other.first) });
  if (asciiSecond > pairs * 0.4) return fail('encodingUnreadable');
  return (await decodes(source, 'gb18030', signal)) ? ok('gb18030') : fail('encodingUnreadable');
}

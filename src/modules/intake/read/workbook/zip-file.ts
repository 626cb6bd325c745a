import { createReadStream } from 'node:fs';
import { createInflateRaw } from 'node:zlib';
import { isUnsafeName, zipLimits } from '#platform/files/zip.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { FileReason } from '../../words/read.schema.ts';
import type { ByteSource } from '../byte-source.ts';
import { UnreadableFile } from '../unreadable-file.ts';

/** One file inside of an archive, as the directory at its end declares it. */
export interface ZipPart {
  name: string;
  packed: number;
  /** Declared; what really comes out is counted on the way. */
  unpacked: number;
  method: number;
  offset: number;
  /** Where its bytes begin. */
  start: number;
}

const [endMark, entryMark, localMark] = [0x06054b50, 0x02014b50, 0x04034b50];
const [endLength, entryLength, localLength] = [22, 46, 30];
const directoryLimit = 4 * 1024 * 1024;
/** No workbook packs better than this; small parts may. */
const bombRatio = 100;
const bombSize = 8 * 1024 * 1024;

/** The parts of an archive, read from its directory without unpacking anything, or why it is not to be touched. */
export async function readParts(source: ByteSource): Promise<Result<Map<string, ZipPart>, FileReason>> {
  const tailFrom = Math.max(0, source.size - endLength - 65_535);
  const tail = await source.read(tailFrom, source.size - tailFrom);
  const end = findEnd(tail);
  if (end < 0) return fail('workbookBroken', { part: 'zip' });
  const [count, length, start] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (count > zipLimits.entries || length > directoryLimit) return fail('workbookUnsafe', { part: `${count} files` });
  if (start + length > source.size) return fail('workbookBroken', { part: 'zip' });
  const directory = await source.read(start, length);
  const parts = new Map<string, ZipPart>();
  for (let at = 0, index = 0; index < count; index += 1) {
    if (at + entryLength > directory.length || directory.readUInt32LE(at) !== entryMark) return fail('workbookBroken', { part: 'zip' });
    const [nameLength, extraLength, commentLength] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30), directory.readUInt16LE(at + 32)];
    const name = directory.toString('utf8', at + entryLength, at + entryLength + nameLength);
    const isLink = ((directory.readUInt32LE(at + 38) >>> 16) & 0o170000) === 0o120000;
    const part = { name, packed: directory.readUInt32LE(at + 20), unpacked: directory.readUInt32LE(at + 24), method: directory.readUInt16LE(at + 10), offset: directory.readUInt32LE(at + 42), start: 0 };
    if ((directory.readUInt16LE(at + 8) & 1) === 1) return fail('workbookLocked');
    if (isLink || isUnsafeName(name) || isUnsafeName(decoded(name)) || parts.has(name) || ![0, 8].includes(part.method)) return fail('workbookUnsafe', { part: shown(name) });
    parts.set(name, part);
    at += entryLength + nameLength + extraLength + commentLength;
  }
  return placeParts(source, parts);
}

/** Reads where each part begins; parts that share bytes, or are called otherwise there, are how small archives unpack to huge ones. */
async function placeParts(source: ByteSource, parts: Map<string, ZipPart>): Promise<Result<Map<string, ZipPart>, FileReason>> {
  let free = 0;
  for (const part of [...parts.values()].sort((one, other) => one.offset - other.offset)) {
    const head = await source.read(part.offset, localLength + Buffer.byteLength(part.name));
    if (head.length < localLength || head.readUInt32LE(0) !== localMark) return fail('workbookBroken', { part: shown(part.name) });
    part.start = part.offset + localLength + head.readUInt16LE(26) + head.readUInt16LE(28);
    if (part.offset < free || head.toString('utf8', localLength, localLength + head.readUInt16LE(26)) !== part.name) return fail('workbookUnsafe', { part: shown(part.name) });
    free = part.start + part.packed;
    if (free > source.size) return fail('workbookBroken', { part: shown(part.name) });
    if (part.unpacked > bombSize && part.unpacked > part.packed * bombRatio) return fail('workbookTooBig', { size: megabytes(part.unpacked), packed: megabytes(source.size) });
  }
  return ok(parts);
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - endLength; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === endMark && at + endLength + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return -1;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

export const shown = (name: string): string => name.replace(/\p{Cc}/gu, '?').slice(0, 80);
export const megabytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1024 / 1024));

/** The bytes of one part as they unpack, never more than it declared: sizes can lie. */
export async function* unpacked(path: string, part: ZipPart): AsyncGenerator<Buffer> {
  if (part.packed === 0) return;
  const packed = createReadStream(path, { start: part.start, end: part.start + part.packed - 1, highWaterMark: 256 * 1024 });
  const stream = part.method === 0 ? packed : packed.pipe(createInflateRaw({ chunkSize: 256 * 1024 }));
  if (stream !== packed) packed.on('error', (error) => stream.destroy(error));
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > part.unpacked) throw new UnreadableFile('workbookUnsafe', { part: shown(part.name) });
      yield chunk;
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('workbookBroken', { part: shown(part.name) });
  } finally {
    packed.destroy();
    stream.destroy();
  }
  if (size !== part.unpacked) throw new UnreadableFile('workbookBroken', { part: shown(part.name) });
}

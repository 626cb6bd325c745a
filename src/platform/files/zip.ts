import { inflateSync } from 'fflate';

export interface ZipEntry {
  name: string;
  packed: number;
  unpacked: number;
  /** Where its local header begins. */
  offset: number;
  method: number;
  isLink: boolean;
  isSecret: boolean;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endLength = 22;
const localLength = 30;

/** The directory of a zip file, read without unpacking anything. Null when the bytes are no zip file that ends where they end. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) return null;
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const mode = view.getUint32(at + 38, true) >>> 16;
    entries.push({ name, packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true), method: view.getUint16(at + 10, true), isLink: (mode & 0o170000) === 0o120000, isSecret: (view.getUint16(at + 8, true) & 1) === 1 });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return at === end ? entries : null;
}

/** Whether an unpacker would take these bytes for an archive, whatever stands in front of it. */
export function endsAsZip(bytes: Uint8Array): boolean {
  return findEnd(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) >= 0;
}

/** Position of the end record whose comment reaches exactly the end of the bytes. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - endLength; at >= 0 && at > view.byteLength - endLength - 65_536; at -= 1) {
    if (view.getUint32(at, true) === endMark && at + endLength + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return -1;
}

export const zipLimits = { entries: 5000, unpacked: 500_000_000, ratio: 200 } as const;

/** `unsafe`: names or places that reach outside, or a directory that lies; `tooBig`: a bomb. Nothing is unpacked to find out. */
export function zipFault(bytes: Uint8Array, entries: readonly ZipEntry[]): 'unsafe' | 'tooBig' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (entries.length > zipLimits.entries || unpacked > zipLimits.unpacked || unpacked > 1_000_000 + bytes.length * zipLimits.ratio) return 'tooBig';
  const inOrder = entries.toSorted((one, other) => one.offset - other.offset);
  let free = 0;
  for (const entry of inOrder) {
    if (isUnsafeName(entry.name) || entry.isLink || ![0, 8].includes(entry.method)) return 'unsafe';
    // Entries that share their bytes are how a small file unpacks to a huge one.
    if (entry.offset < free || entry.offset + localLength > bytes.length || view.getUint32(entry.offset, true) !== localMark) return 'unsafe';
    free = dataOf(view, entry) + entry.packed;
    if (free > bytes.length) return 'unsafe';
  }
  return null;
}

export function isUnsafeName(name: string): boolean {
  const parts = name.split(/[/\\]/);
  return name.startsWith('/') || name.includes('\\') || name.includes('\u0000') || /^[a-z]:/i.test(name) || parts.includes('..');
}

function dataOf(view: DataView, entry: ZipEntry): number {
  return entry.offset + localLength + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
}

/** The bytes of one entry of a directory without fault; null when it does not unpack to what it declared. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array | null {
  if (entry.unpacked > most || entry.isSecret) return null;
  const start = dataOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), entry);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  try {
    return inflateSync(packed, { out: new Uint8Array(entry.unpacked) });
  } catch {
    return null;
  }
}

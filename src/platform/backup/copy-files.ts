import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { link, mkdir, open, readdir, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FileEntry } from './manifest.schema.ts';

const chunk = 1024 * 1024;
/** Most files of a cluster are small; read at one go they cost a tenth, and nobody else waits for long. */
const small = 256 * 1024;

export interface Listing {
  /** Relative, with `/` between the parts. */
  files: string[];
  directories: string[];
}

/** Everything below a folder, in a fixed order. What vanishes meanwhile is left out. */
export async function listTree(root: string, skip: (path: string) => boolean = () => false): Promise<Listing> {
  const listing: Listing = { files: [], directories: [] };
  const walk = async (prefix: string): Promise<void> => {
    const entries = await readdir(join(root, prefix), { withFileTypes: true }).catch(ifGone([]));
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      if (skip(path)) continue;
      if (entry.isDirectory()) {
        listing.directories.push(path);
        await walk(path);
      } else if (entry.isFile()) listing.files.push(path);
    }
  };
  await walk('');
  return listing;
}

/** Copies one file and hashes what was copied; null when it is gone. */
export async function copyHashed(from: string, to: string): Promise<Omit<FileEntry, 'path'> | null> {
  const bytes = await readSmall(from);
  if (bytes) {
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
    writeFileSync(to, bytes, { mode: 0o600, flag: 'wx' });
    return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  const source = await open(from, 'r').catch(ifGone(null));
  if (!source) return null;
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    const target = await open(to, 'wx', 0o600);
    try {
      return await readThrough(source, (bytes) => target.writeFile(bytes));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** The same file a second time where the disk allows it, else a copy. For files that are never changed in place. */
export async function linkOrCopy(from: string, to: string): Promise<Omit<FileEntry, 'path'> | null> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await link(from, to);
  } catch {
    return await copyHashed(from, to);
  }
  return await hashFile(to);
}

export async function hashFile(file: string): Promise<Omit<FileEntry, 'path'> | null> {
  const bytes = await readSmall(file);
  if (bytes) return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  const source = await open(file, 'r').catch(ifGone(null));
  if (!source) return null;
  try {
    return await readThrough(source, async () => {});
  } finally {
    await source.close();
  }
}

/** Null for a big file and for one that is not there. */
async function readSmall(file: string): Promise<Buffer | null> {
  await nextTurn();
  const status = lstatSync(file, { throwIfNoEntry: false });
  if (!status?.isFile() || status.size > small) return null;
  try {
    return readFileSync(file);
  } catch (error) {
    return ifGone(null)(error);
  }
}

async function readThrough(source: FileHandle, use: (bytes: Buffer) => Promise<void>): Promise<Omit<FileEntry, 'path'>> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunk);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, chunk, null);
    if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
    const part = buffer.subarray(0, bytesRead);
    hash.update(part);
    await use(part);
    bytes += bytesRead;
  }
}

/** Waits until the disk has everything below a folder: one call where the system offers it, else file by file. */
export async function flushTree(root: string): Promise<void> {
  if (process.platform === 'linux' && spawnSync('sync', ['-f', root], { stdio: 'ignore' }).status === 0) return;
  const { files, directories } = await listTree(root);
  for (const path of [...files, ...directories, '.']) flushFile(join(root, path));
}

export function flushFile(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function ifGone<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return value;
    throw error;
  };
}

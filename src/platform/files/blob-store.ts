import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { SpooledBody } from '#platform/http/route.contract.ts';
import { SpooledFile } from './spooled-file.ts';

/** Bytes of one space, named by their own hash: the same content is kept once. */
export interface BlobStore {
  /** The blob is on the disk when this returns; the row that names it may be committed then. Answers its SHA-256. */
  put(spaceId: string, bytes: Uint8Array): Promise<string>;
  /** Writes what comes to the disk as it comes, for nobody yet; null, and nothing kept, once it is longer than the limit. Whoever asked for it keeps or drops it. */
  receive(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, limit: number): Promise<SpooledFile | null>;
  /** Makes a received file a blob of the space, without reading it once more. */
  keep(spaceId: string, file: SpooledBody): Promise<void>;
  /** Where a blob lies, for those who read a long one in parts. */
  locate(spaceId: string, hash: string): string;
  /** Null when there is no such blob or its bytes are no longer those that were stored. */
  read(spaceId: string, hash: string): Promise<Uint8Array | null>;
  removeSpace(spaceId: string): Promise<void>;
  /** Spaces that have a folder here, whether or not they still exist. */
  spaces(): Promise<string[]>;
  /** Everything kept for a space, half-written files of an interrupted upload included (hash null). */
  list(spaceId: string): Promise<{ path: string; hash: string | null; size: number; touchedAt: Date }[]>;
  /** Removes one entry of `list`, unless an upload of the same content touched it since. */
  removeUntouched(entry: { path: string; touchedAt: Date }): Promise<void>;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const sha256 = /^[0-9a-f]{64}$/;

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Blobs below `<folder>/<space>/ab/<hash>`. Nothing a user wrote becomes part of a path. */
export function blobStore(folder: string): BlobStore {
  const folderOf = (spaceId: string): string => {
    if (!uuid.test(spaceId)) throw new Error('A space id must be a UUID.');
    return join(folder, spaceId);
  };
  const pathOf = (spaceId: string, hash: string): string => {
    if (!sha256.test(hash)) throw new Error('A blob is named by its SHA-256.');
    return join(folderOf(spaceId), hash.slice(0, 2), hash);
  };
  const incoming = join(folder, 'incoming');
  return {
    put: async (spaceId, bytes) => {
      const hash = hashOf(bytes);
      const path = pathOf(spaceId, hash);
      const now = new Date();
      // Touched, so that a sweep that runs at this moment takes it for new and leaves it.
      const isKept = await utimes(path, now, now).then(() => true, isMissing);
      if (isKept && hashOf(await readFile(path)) === hash) return hash;
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
      await writeWhole(path, bytes);
      return hash;
    },
    receive: async (source, limit) => {
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      await clearStale(incoming);
      return receive(join(incoming, `${randomUUID()}.part`), source, limit);
    },
    keep: async (spaceId, file) => {
      const path = pathOf(spaceId, file.hash);
      const now = new Date();
      const isKept = await utimes(path, now, now).then(() => true, isMissing);
      if (isKept && (await stat(path)).size === file.size) return;
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
      await rename(file.path, path).catch(async (error: { code?: string }) => {
        if (error.code !== 'EXDEV') throw error;
        await copyFile(file.path, path);
      });
      await syncFolder(path);
    },
    locate: pathOf,
    read: async (spaceId, hash) => {
      const bytes = await readFile(pathOf(spaceId, hash)).catch((error: unknown) => (isMissing(error), null));
      return bytes && hashOf(bytes) === hash ? bytes : null;
    },
    removeSpace: (spaceId) => rm(folderOf(spaceId), { recursive: true, force: true }),
    spaces: async () => (await readdir(folder).catch((error: unknown) => (isMissing(error), []))).filter((name) => uuid.test(name)),
    list: (spaceId) => listFolder(folderOf(spaceId)),
    removeUntouched: async ({ path, touchedAt }) => {
      const facts = await stat(path).catch(() => null);
      if (facts?.mtime.getTime() === touchedAt.getTime()) await rm(path, { force: true });
    },
  };
}

/** Answers false for a file that is not there; anything else is trouble with the disk. */
function isMissing(error: unknown): false {
  if ((error as { code?: string }).code === 'ENOENT') return false;
  throw error;
}

/** Temporary file, fsync, rename, fsync of the folder: after a power cut there is the whole blob or none. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const half = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(half, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  await syncFolder(path);
}

async function syncFolder(path: string): Promise<void> {
  const parent = await open(join(path, '..'), 'r').catch(() => null);
  // Windows opens no folders; there the rename itself is durable.
  await parent?.sync().catch(() => undefined);
  await parent?.close();
}

async function receive(path: string, source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, limit: number): Promise<SpooledFile | null> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  let isWhole = false;
  try {
    for await (const bytes of source) {
      size += bytes.length;
      if (size > limit) return null;
      hash.update(bytes);
      await file.writeFile(bytes);
    }
    await file.sync();
    isWhole = true;
    return new SpooledFile(path, size, hash.digest('hex'));
  } finally {
    await file.close();
    if (!isWhole) await rm(path, { force: true });
  }
}

const staleMs = 24 * 3_600_000;

/** What a program that was killed left of an upload. */
async function clearStale(folder: string): Promise<void> {
  for (const entry of await listFolder(folder)) if (entry.touchedAt.getTime() < Date.now() - staleMs) await rm(entry.path, { force: true });
}

async function listFolder(folder: string): ReturnType<BlobStore['list']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => (isMissing(error), []));
  const files = entries.filter((entry) => entry.isFile()).map((entry) => ({ name: entry.name, path: join(entry.parentPath, entry.name) }));
  const found = await Promise.all(files.map(async ({ name, path }) => ({ path, hash: sha256.test(name) ? name : null, facts: await stat(path).catch(() => null) })));
  return found.flatMap(({ path, hash, facts }) => (facts ? [{ path, hash, size: facts.size, touchedAt: facts.mtime }] : []));
}

import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { flushFile, hashFile } from './copy-files.ts';
import type { BaseManifest } from './manifest.schema.ts';
import { isIntactByName, listUploads, uploads } from './product-files.ts';
import { walIdentifier, walNumber } from './verify-backup.ts';

const piece = /^[0-9A-F]{24}$/;
const history = /^[0-9A-F]{8}\.history$/;
const note = /^[0-9A-F]{24}\.[0-9A-F]{8}\.backup$/;
const kept = /^([0-9A-F]{24}|[0-9A-F]{8}\.history)\.gz$/;

/** Where the log of one cluster lies below the root of the backups. */
export const archiveOf = (root: string, systemIdentifier: string): string => join(root, 'wal', systemIdentifier);

/**
 * Moves finished pieces of the log from the spool into the archive, compressed: most of a piece that was finished for its
 * age is empty. A piece leaves the spool only when the archive's disk has it. Returns the names that were moved.
 */
export async function drainSpool(spool: string, root: string): Promise<string[]> {
  const found = (await readdir(spool).catch(() => [])).sort();
  // The server notes each base backup as well; our manifest says more.
  for (const name of found.filter((each) => note.test(each))) await rm(join(spool, name));
  const names = found.filter((name) => piece.test(name) || history.test(name));
  const moved: string[] = [];
  for (const name of names) {
    const file = join(spool, name);
    const identifier = piece.test(name) ? await walIdentifier(file) : await identifierNear(root, spool);
    if (identifier === null) continue;
    const archive = archiveOf(root, identifier);
    await mkdir(archive, { recursive: true, mode: 0o700 });
    await store(file, join(archive, `${name}.gz`));
    await rm(file);
    moved.push(name);
  }
  return moved;
}

/** A history file does not say whose it is: it belongs to the pieces that wait with it, or that came before. */
async function identifierNear(root: string, spool: string): Promise<string | null> {
  const waiting = (await readdir(spool)).find((name) => piece.test(name));
  if (waiting) return await walIdentifier(join(spool, waiting));
  const known = await readdir(join(root, 'wal')).catch(() => []);
  return known.length === 1 ? (known[0] ?? null) : null;
}

async function store(from: string, to: string): Promise<void> {
  const partial = `${to}.part`;
  await pipeline(createReadStream(from), createGzip({ level: 3 }), createWriteStream(partial, { mode: 0o600 }));
  const { atime, mtime } = await stat(from);
  await utimes(partial, atime, mtime);
  flushFile(partial);
  // Never over a piece of the same name: it may be another branch of history, and the only copy.
  if (existsSync(to) && !(await sameContents(partial, to))) await rename(to, `${to}.${Math.floor((await stat(to)).mtimeMs)}.other`);
  await rename(partial, to);
}

async function sameContents(one: string, other: string): Promise<boolean> {
  return (await hashFile(one))?.sha256 === (await hashFile(other))?.sha256;
}

/** Uploads, as soon as they are there: a point in time after the last backup needs those that came since. */
export async function poolUploads(dataDirectory: string, root: string): Promise<number> {
  let added = 0;
  for (const path of await listUploads(dataDirectory)) {
    const target = join(root, uploads, path);
    if (existsSync(target)) continue;
    await mkdir(join(target, '..'), { recursive: true, mode: 0o700 });
    const partial = `${target}.part`;
    await copyFile(join(dataDirectory, uploads, path), partial).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    });
    if (!existsSync(partial) || !(await isIntactByName(join(dataDirectory, uploads, path)))) continue;
    flushFile(partial);
    await link(partial, target).catch(() => rename(partial, target));
    await rm(partial, { force: true });
    added += 1;
  }
  return added;
}

export interface ArchivedPiece {
  name: string;
  file: string;
  /** No change in it is younger. */
  finishedAt: Date;
}

/** What the archive holds after a base backup on its timeline, without a gap; then how far it reaches and where it breaks off. */
export interface Continuation {
  pieces: ArchivedPiece[];
  histories: string[];
  reach: Date | null;
  brokenAt: string | null;
}

/** Follows the log from a base backup on. With an instant it stops at the first piece that was finished after it. */
export async function followArchive(root: string, { base }: BaseManifest, until: Date | null): Promise<Continuation> {
  const archive = archiveOf(root, base.systemIdentifier);
  const names = (await readdir(archive).catch(() => [])).filter((name) => kept.test(name)).sort();
  const result: Continuation = { pieces: [], histories: names.filter((name) => name.includes('.history')).map((name) => join(archive, name)), reach: null, brokenAt: null };
  let expected = walNumber(base.startWal);
  for (const name of names) {
    const wal = name.replace(/\.gz$/, '');
    if (!piece.test(wal) || !wal.startsWith(base.startWal.slice(0, 8)) || walNumber(wal) < expected) continue;
    // The backup brings its own pieces; the archive may begin anywhere among them.
    if (walNumber(wal) > expected && walNumber(wal) <= walNumber(base.endWal) + 1n) expected = walNumber(wal);
    if (walNumber(wal) !== expected || !(await isReadable(join(archive, name)))) {
      result.brokenAt = name;
      return result;
    }
    const finishedAt = (await stat(join(archive, name))).mtime;
    result.pieces.push({ name: wal, file: join(archive, name), finishedAt });
    if (walNumber(wal) >= walNumber(base.endWal)) result.reach = finishedAt;
    expected += 1n;
    if (until && result.reach && finishedAt > until) return result;
  }
  return result;
}

/** Compressed files carry a checksum of their contents. */
async function isReadable(file: string): Promise<boolean> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  return await pipeline(createReadStream(file), createGunzip(), nowhere).then(
    () => true,
    () => false,
  );
}

/** Throws away what no kept backup needs. */
export async function pruneArchive(root: string, systemIdentifier: string, oldestStart: string): Promise<number> {
  const archive = archiveOf(root, systemIdentifier);
  const names = await readdir(archive).catch(() => []);
  const old = names.filter((name) => piece.test(name.slice(0, 24)) && walNumber(name) < walNumber(oldestStart));
  for (const name of old) await rm(join(archive, name));
  return old.length;
}

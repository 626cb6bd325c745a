import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keyFileName } from '#platform/crypto/installation-key.ts';
import { copyHashed, hashFile, linkOrCopy, listTree } from './copy-files.ts';
import type { FileEntry } from './manifest.schema.ts';

/** What lies in the data directory beside the database and belongs into every backup. */
const singleFiles = [keyFileName, 'sample-sign-in.txt'] as const;
export const uploads = 'files';

/** An upload that is still being written carries such a name. */
const unfinished = (path: string): boolean => /(^|\/)\.|\.(part|tmp)$/.test(path);

/**
 * Copies them after the database: a row is committed only when its file is stored, so every file that a saved row
 * names is there by now. Uploads already in the pool of the root are linked instead of being copied once more.
 */
export async function copyProductFiles(dataDirectory: string, folder: string, pool: string): Promise<FileEntry[]> {
  const entries: FileEntry[] = [];
  const add = (path: string, done: Omit<FileEntry, 'path'> | null): void => {
    if (done) entries.push({ path, ...done });
  };
  for (const name of singleFiles) add(name, await copyHashed(join(dataDirectory, name), join(folder, name)));
  for (const path of await listUploads(dataDirectory)) {
    const pooled = join(pool, path);
    const target = join(folder, uploads, path);
    add(`${uploads}/${path}`, existsSync(pooled) ? await linkOrCopy(pooled, target) : await copyHashed(join(dataDirectory, uploads, path), target));
  }
  return entries;
}

export async function listUploads(dataDirectory: string): Promise<string[]> {
  return (await listTree(join(dataDirectory, uploads), unfinished)).files;
}

/** A file whose name is its own SHA-256 can be checked without any list. */
export async function isIntactByName(file: string): Promise<boolean> {
  const named = /([0-9a-f]{64})(\.[a-z0-9]+)?$/.exec(file)?.[1];
  return named === undefined || (await hashFile(file))?.sha256 === named;
}

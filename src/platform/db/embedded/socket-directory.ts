import { chmodSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { giveTo, type Privilege } from './privilege.ts';

/** A socket's path may have 107 bytes at most; the file in it is called `.s.PGSQL.5432.lock` at its longest. */
const longestDirectory = 107 - '/.s.PGSQL.5432.lock'.length;
const stem = 'clusterloom-';

/** Only the account that runs the server, and root, may enter: that is what stands in for passwords. */
export function makeSocketDirectory(privilege: Privilege): string {
  const own = join(tmpdir(), `${stem}XXXXXX`);
  const parent = Buffer.byteLength(own) <= longestDirectory ? tmpdir() : '/tmp';
  const directory = mkdtempSync(join(parent, stem));
  chmodSync(directory, 0o700);
  giveTo(privilege.owner, directory);
  return directory;
}

/** The name comes from a file, so it is looked at before anything is removed. */
export function removeSocketDirectory(directory: string | null): void {
  if (!directory || !basename(directory).startsWith(stem)) return;
  if (lstatSync(directory, { throwIfNoEntry: false })?.isDirectory()) rmSync(directory, { recursive: true, force: true });
}

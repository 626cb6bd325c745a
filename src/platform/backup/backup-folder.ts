import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flushTree } from './copy-files.ts';
import { manifestName, manifestSchema, type Manifest } from './manifest.schema.ts';

const folderName = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z(-\d+)?$/;
const unfinished = /^\.(.+)\.part$/;
const sealName = 'manifest.sha256';

/** A backup that lies in a root folder of backups. */
export interface FoundBackup {
  name: string;
  folder: string;
  manifest: Manifest;
}

/** A folder that grows under a hidden name and gets its own one only when it is whole. */
export interface Draft {
  name: string;
  folder: string;
  finish(manifest: Manifest): Promise<string>;
  discard(): Promise<void>;
}

export async function openDraft(root: string, at: Date): Promise<Draft> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  await removeForgotten(root, at);
  const stem = `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  let name = stem;
  for (let next = 2; existsSync(join(root, name)); next += 1) name = `${stem}-${next}`;
  const folder = join(root, `.${name}.part`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  return {
    name,
    folder,
    async finish(manifest) {
      await writeManifest(folder, manifest);
      await flushTree(folder);
      await rename(folder, join(root, name));
      return join(root, name);
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What a backup that was killed has left behind, once it is certain that nobody works on it any more. */
async function removeForgotten(root: string, now: Date): Promise<void> {
  for (const name of await readdir(root)) {
    if (!unfinished.test(name)) continue;
    const { mtime } = await stat(join(root, name));
    if (now.getTime() - mtime.getTime() > 24 * 3_600_000) await rm(join(root, name), { recursive: true, force: true });
  }
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await writeFile(join(folder, manifestName), text, { mode: 0o600 });
  await writeFile(join(folder, sealName), `${sealOf(text)}\n`, { mode: 0o600 });
}

export const manifestFiles: ReadonlySet<string> = new Set([manifestName, sealName]);

export type ReadManifest = { state: 'good'; manifest: Manifest } | { state: 'missing' | 'changed' | 'foreign' };

/** `changed`: it differs from its own seal. `foreign`: no manifest of ours, or of a form that is not known here. */
export async function readManifest(folder: string, withSeal = true): Promise<ReadManifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => null);
  if (text === null) return { state: 'missing' };
  const seal = await readFile(join(folder, sealName), 'utf8').catch(() => '');
  const parsed = manifestSchema.safeParse(readJson(text));
  if (!parsed.success && (readJson(text) as { product?: unknown } | null)?.product !== 'clusterloom' && seal === '') return { state: 'foreign' };
  if (withSeal && seal.trim() !== sealOf(text)) return { state: 'changed' };
  return parsed.success ? { state: 'good', manifest: parsed.data } : { state: 'foreign' };
}

/** Whole backups below a root, the oldest first. */
export async function listBackups(root: string): Promise<FoundBackup[]> {
  const names = await readdir(root).catch(() => []);
  const found: FoundBackup[] = [];
  for (const name of names.filter((each) => folderName.test(each)).sort()) {
    const folder = join(root, name);
    const read = await readManifest(folder);
    if (read.state === 'good') found.push({ name, folder, manifest: read.manifest });
  }
  return found.sort((a, b) => (a.manifest.stateAt < b.manifest.stateAt ? -1 : 1));
}

function sealOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

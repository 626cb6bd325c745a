import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import type { Binaries } from './binaries.ts';
import { giveTo, type Privilege } from './privilege.ts';
import { runToEnd } from './run.ts';
import { explainFailure } from './server-failure.ts';

export const superuser = 'postgres';

/** Makes the cluster when there is none. It is built beside its place and renamed, so a half-made one is never taken for real. */
export async function initialiseCluster(clusterDirectory: string, binaries: Binaries, privilege: Privilege, log: (line: string) => void): Promise<void> {
  removeHalfMade(clusterDirectory);
  if (existsSync(join(clusterDirectory, 'PG_VERSION'))) return checkVersion(clusterDirectory, binaries);
  log('Preparing the database for the first time.');
  const partial = mkdtempSync(`${clusterDirectory}.new-`);
  giveTo(privilege.owner, partial);
  try {
    await runInitdb(partial, binaries, privilege);
    // An empty directory may be there, made by a person or a volume.
    if (existsSync(clusterDirectory)) rmSync(clusterDirectory, { recursive: false, force: true });
    renameSync(partial, clusterDirectory);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true, ...whileWritten });
    throw error;
  }
}

async function runInitdb(directory: string, binaries: Binaries, privilege: Privilege): Promise<void> {
  // Sorting by code point needs no system locale and is the same everywhere; character classes come from C.UTF-8 where it exists.
  const common = ['-D', directory, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const first = await runToEnd(binaries, privilege, 'initdb', [...common, '--locale=C.UTF-8', '--lc-messages=C']);
  if (first.code === 0) return;
  if (!/invalid locale/.test(first.output)) throw explainFailure(first.output, directory);
  for (const entry of readdirSync(directory)) rmSync(join(directory, entry), { recursive: true });
  const second = await runToEnd(binaries, privilege, 'initdb', [...common, '--locale=C']);
  if (second.code !== 0) throw explainFailure(second.output, directory);
}

/** A first start that was killed may leave a child that still writes for a moment. */
const whileWritten = { maxRetries: 20, retryDelay: 100 };

function removeHalfMade(clusterDirectory: string): void {
  const parent = dirname(clusterDirectory);
  mkdirSync(parent, { recursive: true });
  for (const entry of readdirSync(parent)) {
    if (entry.startsWith(`${basename(clusterDirectory)}.new-`)) rmSync(join(parent, entry), { recursive: true, force: true, ...whileWritten });
  }
}

function checkVersion(clusterDirectory: string, binaries: Binaries): void {
  const found = readFileSync(join(clusterDirectory, 'PG_VERSION'), 'utf8').trim();
  const major = binaries.version.split('.')[0];
  if (found === major) return;
  throw new PlainProblem('versionDiffers', {
    en: `The data in ${clusterDirectory} were written by PostgreSQL ${found}, and this Clusterloom brings PostgreSQL ${major}. Export them with the earlier release, or point CLUSTERLOOM_DATA to an empty directory.`,
    zh: `${clusterDirectory} 中的数据由 PostgreSQL ${found} 写入，而当前 Clusterloom 自带 PostgreSQL ${major}。请用旧版本导出数据，或将 CLUSTERLOOM_DATA 指向空目录。`,
  });
}

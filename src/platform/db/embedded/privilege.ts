import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import type { Binaries } from './binaries.ts';

/**
 * PostgreSQL refuses to run as root. Three ways, in order:
 * `self`      not root: as is;
 * `namespace` root, inside a user namespace: files stay root's, works below a closed home directory;
 * `nobody`    root, where namespaces are refused (most containers): the server becomes nobody, and what nobody
 *             cannot reach moves to a directory that it can.
 */
export interface Privilege {
  kind: 'self' | 'namespace' | 'nobody';
  /** Owner that the server's files must have; null leaves them alone. */
  owner: { uid: number; gid: number } | null;
  /** Words before the command. */
  prefix: readonly string[];
}

const sharedDirectory = '/var/lib/clusterloom';

export function choosePrivilege(wanted?: Privilege['kind']): Privilege {
  if (process.getuid?.() !== 0) return { kind: 'self', owner: null, prefix: [] };
  if (wanted !== 'nobody') {
    const prefix = namespacePrefix();
    if (spawnSync(prefix[0] ?? '', [...prefix.slice(1), 'true'], { stdio: 'ignore' }).status === 0) {
      return { kind: 'namespace', owner: { uid: 0, gid: 0 }, prefix };
    }
  }
  const nobody = readAccounts().find((account) => account.name === 'nobody');
  if (nobody) return { kind: 'nobody', owner: { uid: nobody.uid, gid: nobody.gid }, prefix: [] };
  throw new PlainProblem('rootRefused', {
    en: 'The built-in database cannot run as root on this system. Start Clusterloom as an ordinary user, or set DATABASE_URL.',
    zh: '内置数据库在当前系统上不能以 root 身份运行。请以普通用户启动 Clusterloom，或设置 DATABASE_URL。',
  });
}

/** The uid inside the namespace must have a name: initdb looks it up. */
function namespacePrefix(): string[] {
  const accounts = readAccounts();
  const account = accounts.find(({ uid }) => uid === 1000) ?? accounts.find(({ uid }) => uid > 0);
  return ['unshare', '--user', `--map-user=${account?.uid ?? 1000}`, `--map-group=${account?.gid ?? 1000}`];
}

function readAccounts(): { name: string; uid: number; gid: number }[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length > 3)
      .map((fields) => ({ name: fields[0] ?? '', uid: Number(fields[2]), gid: Number(fields[3]) }));
  } catch {
    return [];
  }
}

/** Where the server's files really go: the given directory, or one that the server's account can reach (then a link leads there). */
export function placeCluster(directory: string, privilege: Privilege): string {
  if (lstatSync(directory, { throwIfNoEntry: false })?.isSymbolicLink()) return readlinkSync(directory);
  if (privilege.kind !== 'nobody' || isReachable(dirname(directory))) return directory;
  if (existsSync(directory)) {
    throw new PlainProblem('directoryUnreachable', {
      en: `The database in ${directory} lies below a closed directory, and this system does not let root run it there. Move it, and point CLUSTERLOOM_DATA to its new place.`,
      zh: `数据库目录 ${directory} 位于不可访问的上级目录之下，当前系统不允许 root 在此运行数据库。请移动该目录，并将 CLUSTERLOOM_DATA 指向新位置。`,
    });
  }
  const home = join(sharedDirectory, createHash('sha256').update(directory).digest('hex').slice(0, 12));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  symlinkSync(join(home, 'postgres'), directory);
  return join(home, 'postgres');
}

export function placeBinaries(binaries: Binaries, privilege: Privilege): Binaries {
  if (privilege.kind !== 'nobody' || isReachable(binaries.directory)) return binaries;
  const directory = join(sharedDirectory, `postgres-${binaries.version}`);
  if (!existsSync(directory)) {
    const partial = `${directory}.${process.pid}`;
    mkdirSync(sharedDirectory, { recursive: true, mode: 0o755 });
    cpSync(binaries.directory, partial, { recursive: true, verbatimSymlinks: true });
    if (existsSync(directory)) rmSync(partial, { recursive: true });
    else renameSync(partial, directory);
  }
  return { ...binaries, directory };
}

/** May any account walk down to this directory? */
function isReachable(directory: string): boolean {
  for (let path = realpathSync(directory); ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/** After a change of the way to run, the files still belong to the former owner. The directory itself goes last: it marks the work as done. */
export function giveTo(owner: Privilege['owner'], path: string): void {
  if (!owner) return;
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (!status || status.uid === owner.uid) return;
  if (status.isDirectory()) for (const entry of readdirSync(path)) giveTo(owner, join(path, entry));
  lchownSync(path, owner.uid, owner.gid);
}

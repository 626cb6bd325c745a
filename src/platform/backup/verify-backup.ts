import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestFiles, readManifest } from './backup-folder.ts';
import { clusterFolder, controlFile } from './base-backup.ts';
import { hashFile, listTree } from './copy-files.ts';
import { manifestName, type BaseManifest, type FileEntry, type Manifest } from './manifest.schema.ts';

export type FaultKind = 'noBackup' | 'manifestChanged' | 'foreign' | 'missing' | 'truncated' | 'tooLong' | 'changed' | 'unexpected' | 'logMissing' | 'otherCluster';

/** One thing that is wrong with a backup. */
export interface BackupFault {
  kind: FaultKind;
  /** Relative to the folder of the backup. */
  file: string;
  en: string;
  zh: string;
}

export type Verdict = { intact: true; manifest: Manifest; faults: [] } | { intact: false; manifest: Manifest | null; faults: BackupFault[] };

/** The looks that a verification consists of; a test leaves one out to prove that it is needed. */
export interface Checks {
  seal: boolean;
  sizes: boolean;
  hashes: boolean;
  extras: boolean;
  log: boolean;
  identity: boolean;
}

export const allChecks: Checks = { seal: true, sizes: true, hashes: true, extras: true, log: true, identity: true };

const sentences: Readonly<Record<FaultKind, { en: string; zh: string }>> = {
  noBackup: { en: 'there is no manifest: this is no backup, or one that was never finished', zh: '没有清单文件：该目录不是备份，或备份未完成' },
  manifestChanged: { en: 'the manifest does not match its seal: it was changed or damaged', zh: '清单与其校验值不符：已被改动或损坏' },
  foreign: { en: 'the manifest is not one of Clusterloom, or of a later release', zh: '清单不是 Clusterloom 的备份清单，或来自更新的版本' },
  missing: { en: 'is missing', zh: '缺失' },
  truncated: { en: 'is shorter than it was', zh: '比备份时短，已被截断' },
  tooLong: { en: 'is longer than it was', zh: '比备份时长' },
  changed: { en: 'has other contents than it had', zh: '内容与备份时不一致' },
  unexpected: { en: 'does not belong to this backup', zh: '不属于该备份' },
  logMissing: { en: 'the write-ahead log has a gap here', zh: '预写日志在此处不连续' },
  otherCluster: { en: 'belongs to another database', zh: '属于另一个数据库' },
};

const faultOf = (kind: FaultKind, file: string): BackupFault => ({ kind, file, ...sentences[kind] });

const unreadable = { missing: 'noBackup', foreign: 'foreign', changed: 'manifestChanged' } as const;

/** Reads every byte of a backup and compares it with the manifest. Nothing is written. */
export async function verifyBackup(folder: string, checks: Checks = allChecks): Promise<Verdict> {
  const read = await readManifest(folder, checks.seal);
  if (read.state !== 'good') return { intact: false, manifest: null, faults: [faultOf(unreadable[read.state], manifestName)] };
  const { manifest } = read;
  const faults: BackupFault[] = [];
  for (const entry of manifest.files) {
    const kind = await lookAt(folder, entry, checks);
    if (kind) faults.push(faultOf(kind, entry.path));
  }
  if (checks.extras) faults.push(...(await extras(folder, manifest)));
  if (manifest.kind === 'base') faults.push(...(await baseFaults(folder, manifest, checks)));
  return faults.length === 0 ? { intact: true, manifest, faults: [] } : { intact: false, manifest, faults };
}

async function lookAt(folder: string, entry: FileEntry, checks: Checks): Promise<FaultKind | null> {
  const found = await stat(join(folder, entry.path)).catch(() => null);
  if (!found) return 'missing';
  if (checks.sizes && found.size < entry.bytes) return 'truncated';
  if (checks.sizes && found.size > entry.bytes) return 'tooLong';
  if (checks.hashes && (await hashFile(join(folder, entry.path)))?.sha256 !== entry.sha256) return 'changed';
  return null;
}

async function extras(folder: string, manifest: Manifest): Promise<BackupFault[]> {
  const known = new Set(manifest.files.map(({ path }) => path));
  const { files } = await listTree(folder);
  return files.filter((path) => !known.has(path) && !manifestFiles.has(path)).map((path) => faultOf('unexpected', path));
}

async function baseFaults(folder: string, manifest: BaseManifest, checks: Checks): Promise<BackupFault[]> {
  const faults: BackupFault[] = [];
  const { startWal, endWal, systemIdentifier } = manifest.base;
  if (checks.log) {
    const there = new Set(manifest.files.map(({ path }) => path));
    for (const name of walBetween(startWal, endWal)) {
      const path = `${clusterFolder}/pg_wal/${name}`;
      if (!there.has(path)) faults.push(faultOf('logMissing', path));
    }
  }
  const control = join(folder, clusterFolder, controlFile);
  if (checks.identity && (await identifierOf(control).catch(() => systemIdentifier)) !== systemIdentifier) faults.push(faultOf('otherCluster', `${clusterFolder}/${controlFile}`));
  return faults;
}

/** The first eight bytes of the control file. */
async function identifierOf(file: string): Promise<string> {
  return (await readFile(file)).readBigUInt64LE(0).toString();
}

/** Bytes 24 to 31 of a log piece's first page say whose it is. */
export async function walIdentifier(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const header = Buffer.alloc(32);
    await handle.read(header, 0, 32, 0);
    return header.readBigUInt64LE(24).toString();
  } finally {
    await handle.close();
  }
}

/** With pieces of 16 MB, 256 of them have the same middle part of the name. */
const perGroup = 256n;

/** Names of the log's pieces from the first to the last, both included, on the first one's timeline. */
export function walBetween(first: string, last: string): string[] {
  const names: string[] = [];
  for (let at = walNumber(first); at <= walNumber(last) && names.length < 1_000_000; at += 1n) names.push(walName(first.slice(0, 8), at));
  return names;
}

export function walNumber(name: string): bigint {
  return BigInt(`0x${name.slice(8, 16)}`) * perGroup + BigInt(`0x${name.slice(16, 24)}`);
}

function walName(timeline: string, number: bigint): string {
  const part = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0');
  return `${timeline}${part(number / perGroup)}${part(number % perGroup)}`;
}

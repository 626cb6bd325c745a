import { dirname } from 'node:path';
import { chooseBackup } from '#platform/backup/restore.ts';
import { verifyBackup } from '#platform/backup/verify-backup.ts';
import { followArchive } from '#platform/backup/wal-archive.ts';
import { say } from '../tell.ts';
import { megabytes } from './backup.ts';
import type { Command } from './command.ts';
import { folderOf } from './restore.ts';

export const verifyBackupCommand: Command = {
  usage: 'FOLDER',
  summary: { en: 'Read a backup through and compare it with its manifest', zh: '通读备份并与清单核对' },
  run: async (call) => {
    const folder = await chooseBackup(folderOf(call), null);
    const verdict = await verifyBackup(folder);
    for (const fault of verdict.faults) say(`${fault.file}: ${fault.en} / ${fault.zh}`);
    if (!verdict.intact) {
      say(`${folder}: not good, do not rely on it / 备份不完好，不可使用`);
      process.exitCode = 2;
      return;
    }
    const { manifest } = verdict;
    say(`${folder}: intact, ${manifest.files.length} files, ${megabytes(manifest.bytes)} / 完好，共 ${manifest.files.length} 个文件`);
    if (manifest.kind !== 'base') return;
    const log = await followArchive(dirname(folder), manifest, null);
    if (log.reach) say(`Point in time up to ${log.reach.toISOString()} / 可恢复到 ${log.reach.toISOString()} 之前的任一时刻`);
    if (log.brokenAt) say(`The log of changes breaks off at ${log.brokenAt} / 变更日志在 ${log.brokenAt} 处中断`);
    if (log.brokenAt) process.exitCode = 2;
  },
};

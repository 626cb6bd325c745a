import { listBackups } from '#platform/backup/backup-folder.ts';
import { backupStatus } from '#platform/backup/backup-status.ts';
import { backupRoot } from '#platform/config/config.ts';
import { say } from '../tell.ts';
import { megabytes } from './backup.ts';
import type { Command } from './command.ts';

export const backupsCommand: Command = {
  usage: '[FOLDER]',
  summary: { en: 'List backups and how the last one went', zh: '列出备份及最近一次的结果' },
  run: async ({ config, positionals }) => {
    const root = positionals[0] ?? backupRoot(config);
    const found = await listBackups(root);
    for (const { folder, manifest } of found) say(`${folder}  ${manifest.stateAt}  ${manifest.kind === 'base' ? 'base' : 'portable'}  ${manifest.reason}  ${megabytes(manifest.bytes)}  Clusterloom ${manifest.productVersion}  PostgreSQL ${manifest.postgresVersion}`);
    if (found.length === 0) say(`No backup in ${root} / ${root} 中没有备份`);
    const { directory, dailyAt, keep, lastFailure, log } = backupStatus(config);
    if (directory) say(`Daily at ${dailyAt} while the server runs, the newest ${keep} are kept / 服务运行时每日 ${dailyAt} 备份，保留最近 ${keep} 份`);
    else say('None are scheduled: set CLUSTERLOOM_BACKUP_DIR / 未设置定时备份：请设置 CLUSTERLOOM_BACKUP_DIR');
    if (lastFailure) say(`The last one failed at ${lastFailure.at}: ${lastFailure.en} / 最近一次备份失败：${lastFailure.zh}`);
    if (log?.late) say(`${log.waiting} pieces of the log of changes wait since ${log.waitingSince} / 变更日志有 ${log.waiting} 段自 ${log.waitingSince} 起未能归档`);
    if (lastFailure || log?.late) process.exitCode = 2;
  },
};

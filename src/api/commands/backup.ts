import { resolve } from 'node:path';
import { keepNewest } from '#platform/backup/retention.ts';
import { takeBackup } from '#platform/backup/take-backup.ts';
import { backupRoot, type Config } from '#platform/config/config.ts';
import { openDatabase, type OpenDatabase } from '#platform/db/open-database.ts';
import { productVersion } from '../product.ts';
import { say } from '../tell.ts';
import type { Command } from './command.ts';

/** The database as it is: without migrating it, and shared with a running server. */
export async function withDatabase(config: Config, work: (database: OpenDatabase) => Promise<void>): Promise<void> {
  const database = await openDatabase(config, { log: () => undefined, join: true, archive: config.backup.directory !== null });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

export const backupCommand: Command = {
  usage: '[--to FOLDER] [--portable]',
  summary: { en: 'Take a verified backup, also while the server runs', zh: '生成并校验备份，服务运行时也可进行' },
  options: { to: { type: 'string' }, portable: { type: 'boolean' } },
  run: async ({ config, values }) => {
    const named = values['to'];
    const root = typeof named === 'string' ? resolve(named) : backupRoot(config);
    await withDatabase(config, async (database) => {
      const taken = await takeBackup(database, { root, dataDirectory: config.dataDirectory, reason: 'manual', productVersion: productVersion(), portable: values['portable'] === true, now: () => new Date() });
      if (root === config.backup.directory) await keepNewest(root, taken.manifest, config.backup.keep);
      say(taken.folder);
      say(`Backup taken and verified: ${megabytes(taken.bytes)}, ${(taken.milliseconds / 1000).toFixed(1)} s, state of ${taken.at}.`);
      say(`备份已完成并通过校验：${megabytes(taken.bytes)}，用时 ${(taken.milliseconds / 1000).toFixed(1)} 秒，数据时刻 ${taken.at}。`);
      if (!taken.manifest.hasInstallationKey) {
        say('The installation key is not in it, because CLUSTERLOOM_SECRET gives it: keep that apart. Without it stored secrets cannot be read.');
        say('备份不含本安装的密钥（由 CLUSTERLOOM_SECRET 提供），请另行保管；没有它无法解读所存机密。');
        return;
      }
      say('It holds the installation key (secret.key), with which stored secrets can be read: keep it as safe as the data themselves.');
      say('备份内含本安装的密钥（secret.key），可解读所存机密，请与数据同等妥善保管。');
    });
  },
};

import { resolve } from 'node:path';
import { restore } from '#platform/backup/restore.ts';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { say } from '../tell.ts';
import type { Command, CommandCall } from './command.ts';

export const restoreCommand: Command = {
  usage: 'FOLDER [--until INSTANT] [--into DATA_DIR]',
  summary: { en: 'Restore a backup; the present data are kept beside', zh: '恢复备份，现有数据保留在旁' },
  options: { until: { type: 'string' }, into: { type: 'string' } },
  run: async (call) => {
    const folder = folderOf(call);
    const into = call.values['into'];
    const until = readInstant(call.values['until']);
    const target = typeof into === 'string' ? resolve(into) : call.config.dataDirectory;
    const begun = performance.now();
    const done = await restore({ folder, until, target, databaseUrl: typeof into === 'string' ? null : call.config.databaseUrl, now: () => new Date(), log: () => undefined });
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const state = until ? (done.lastChangeAt ?? done.manifest.stateAt) : done.manifest.stateAt;
    say(`Restored from ${done.folder} in ${seconds} s. Spaces: ${done.spaces}; audit entries: ${done.entries}, every chain intact; ${until ? 'last change of' : 'state of'} ${state}.`);
    say(`已从 ${done.folder} 恢复，用时 ${seconds} 秒：${done.spaces} 个空间，${done.entries} 条审计记录，审计链全部完整；${until ? '最后一次变更时间' : '数据时刻'} ${state}。`);
    if (done.previous) say(`The former data are in ${done.previous} / 原有数据保留在 ${done.previous}`);
  },
};

export function folderOf(call: CommandCall): string {
  const [folder] = call.positionals;
  if (folder) return folder;
  throw new PlainProblem('usage', { en: 'Name the folder of a backup. clusterloom backups lists them.', zh: '请给出备份所在目录。clusterloom backups 可列出已有备份。' });
}

function readInstant(value: string | boolean | undefined): Date | null {
  if (typeof value !== 'string') return null;
  const at = new Date(value);
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(value) && !Number.isNaN(at.getTime())) return at;
  throw new PlainProblem('usage', {
    en: 'Give the instant as 2026-11-22T14:30:00+08:00; without a zone it is the time of this machine.',
    zh: '时刻请写作 2026-11-22T14:30:00+08:00；不写时区则按本机时间。',
  });
}

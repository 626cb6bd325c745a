import { PlainProblem } from '#platform/config/plain-problem.ts';
import type { BackupFault } from './verify-backup.ts';

const shown = 8;

/** Which files, what is wrong with each, and what to do. Nothing was touched. */
export function damaged(folder: string, faults: readonly BackupFault[]): PlainProblem {
  const rest = faults.length - shown;
  const en = faults.slice(0, shown).map((fault) => `  ${fault.file}: ${fault.en}`);
  const zh = faults.slice(0, shown).map((fault) => `  ${fault.file}：${fault.zh}`);
  return new PlainProblem('backupDamaged', {
    en: [`The backup in ${folder} is not good, so it is not restored; nothing was changed.`, ...en, ...(rest > 0 ? [`  and ${rest} more`] : []), 'Use another backup (clusterloom backups lists them), or copy this one again from where it came.'].join('\n'),
    zh: [`备份 ${folder} 不完好，未予恢复，现有数据未作任何改动。`, ...zh, ...(rest > 0 ? [`  另有 ${rest} 处`] : []), '请改用其他备份（clusterloom backups 可列出），或从来源重新复制该备份。'].join('\n'),
  });
}

export function checkFailed(what: { en: string; zh: string }): PlainProblem {
  return new PlainProblem('restoreCheckFailed', {
    en: `The backup was restored beside the data and did not pass: ${what.en}. It was not put in place; the present data are as they were. Use an earlier backup.`,
    zh: `备份已在旁边恢复，但未通过检查：${what.zh}。未替换现有数据，现有数据保持原样。请改用更早的备份。`,
  });
}

export function backupRunning(): PlainProblem {
  return new PlainProblem('backupRunning', { en: 'Another backup is being taken. Wait for it, then try again.', zh: '另一次备份正在进行，请待其完成后再试。' });
}

export function instantTooEarly(stateAt: string): PlainProblem {
  return new PlainProblem('instantTooEarly', {
    en: `This backup holds the state of ${stateAt}; an earlier instant needs an earlier backup. Name the folder of all backups, and the right one is chosen.`,
    zh: `该备份保存的是 ${stateAt} 的状态；更早的时刻需使用更早的备份。可直接给出存放全部备份的目录，由程序选择。`,
  });
}

export function instantTooLate(until: string, reach: string): PlainProblem {
  return new PlainProblem('instantTooLate', {
    en: `The log of changes reaches to ${reach}; nothing is known of ${until}. Choose an earlier instant, or leave --until out.`,
    zh: `变更日志只到 ${reach}，没有 ${until} 的记录。请选择更早的时刻，或不使用 --until。`,
  });
}

export function logBroken(file: string, reach: string): PlainProblem {
  return new PlainProblem('logBroken', {
    en: `The log of changes is damaged or has a gap at ${file}; it can be followed to ${reach}. Choose an instant up to then.`,
    zh: `变更日志在 ${file} 处损坏或缺失，最多只能恢复到 ${reach}。请选择不晚于该时刻的时间。`,
  });
}

export function nothingThere(): PlainProblem {
  return new PlainProblem('nothingToBackUp', { en: 'There is nothing to back up yet: this database was never started with Clusterloom.', zh: '尚无可备份的数据：该数据库还没有由 Clusterloom 启动过。' });
}

import { isDay } from '#platform/calendar/calendar-day.rules.ts';
import type { ImportedDay } from '../calendar.schema.ts';

const kinds: Readonly<Record<string, ImportedDay['kind']>> = { holiday: 'holiday', off: 'holiday', 休: 'holiday', 放假: 'holiday', 节假日: 'holiday', workday: 'workday', work: 'workday', 班: 'workday', 上班: 'workday', 调休: 'workday' };

/** Lines such as `2027-01-01, 放假, 元旦, New Year's Day`; the numbers of lines that can't be read. */
export function parseDays(text: string): { days: ImportedDay[]; wrong: number[] } {
  const days: ImportedDay[] = [];
  const wrong: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [day = '', kindWord = '', zh = '', en = ''] = line.split(/[,，\t]/).map((cell) => cell.trim());
    const kind = kinds[kindWord.toLowerCase()];
    const name = { ...(zh ? { zh } : {}), ...(en ? { en } : {}) };
    if (isDay(day) && kind && (zh || en)) days.push({ day, kind, name });
    else wrong.push(index + 1);
  }
  return { days, wrong };
}

export function writeDays(days: readonly ImportedDay[], words: Readonly<Record<ImportedDay['kind'], string>>): string {
  return days.map(({ day, kind, name }) => [day, words[kind], name.zh ?? '', name.en ?? ''].join(', ')).join('\n');
}

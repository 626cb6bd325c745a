import { createRequire } from 'node:module';
import { yearOf, type DayKind } from './calendar-day.rules.ts';

/** Statutory days as the package `chinese-days` knows them: by year, each day with its kind and names. */
export interface KnownDay {
  day: string;
  kind: DayKind;
  name: { zh: string; en: string };
}

/** Where the first fill comes from; the source that stands beside each day. */
export const packageSource = 'chinese-days';

interface Table {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

let years: ReadonlyMap<number, readonly KnownDay[]> | null = null;

export function knownYears(): ReadonlyMap<number, readonly KnownDay[]> {
  return (years ??= readYears(createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as Table));
}

/** `"2026-10-01": "National Day,国庆节,3"`; of a make-up day the holiday it is worked for. */
function readYears(table: Table): Map<number, KnownDay[]> {
  const found = new Map<number, KnownDay[]>();
  const add = (kind: DayKind, entries: Record<string, string>): void => {
    for (const [day, text] of Object.entries(entries)) {
      const [en = '', zh = ''] = text.split(',');
      const list = found.get(yearOf(day)) ?? [];
      list.push({ day, kind, name: kind === 'holiday' ? { zh, en } : { zh: `${zh}调休`, en: `Make-up day for ${en}` } });
      found.set(yearOf(day), list);
    }
  };
  add('holiday', table.holidays);
  add('workday', table.workdays);
  for (const list of found.values()) list.sort((a, b) => (a.day < b.day ? -1 : 1));
  return found;
}

import { dayFromNumber, daysInMonth, dayText, type Day } from '#kernel/quantity/calendar.ts';

/** `www.firm.cn`, `HTTP://firm.cn/` and `http(s)://firm.cn` become an address that opens; anything else is none. */
export function readWebsite(cell: string): string | null {
  const plain = cell.normalize('NFKC').trim().replace(/^https?\(s\):\/\//iu, 'https://');
  const text = /^[a-z][a-z0-9+.-]*:/iu.test(plain) && !/^[^/]*:\d/u.test(plain) ? plain : `http://${plain}`;
  if (!URL.canParse(text) || text.length > 300) return null;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && /\.[^.\s]{2,}$/u.test(url.hostname) && url.username === '' ? url.href.replace(/\/$/u, '') : null;
}

/** The year of `2005`, `2005年3月`, `2005-03-01` or `2005/3`. */
export function readYear(cell: string): number | null {
  const found = /^(\d{4})(?:$|\s*年|[-/.]\d{1,2}(?:$|[-/.\sT]))/u.exec(cell.normalize('NFKC').trim());
  const year = Number(found?.[1]);
  return found && year >= 1000 && year <= 2200 ? year : null;
}

/**
 * `2022年8月9日`, `2022-08-09`, `2022/8/9`, `2022.8.9`, `20220809` and a spreadsheet's day number. A month or a year alone is
 * widened to its first or last day; what no calendar has is nothing.
 */
export function readDay(cell: string, edge: 'first' | 'last'): { day: Day; widened: boolean } | null {
  const text = cell.normalize('NFKC').trim();
  const serial = /^\d{5}(\.0+)?$/u.test(text) ? Number(text) : 0;
  // Day 25569 of a spreadsheet is 1970-01-01; 18264 to 73050 are 1950 to 2099.
  if (serial >= 18264 && serial <= 73050) return { day: dayText(dayFromNumber(serial - 25569)), widened: false };
  const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  const parted = /^(\d{4})(?:\s*[年./-]\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2})\s*日?)?\s*月?|\s*年?)(?:[T\s]\d{1,2}:\d{2}.*)?$/u.exec(text);
  const [, y, m, d] = compact ?? parted ?? [];
  if (y === undefined) return null;
  const year = Number(y);
  const month = m === undefined ? (edge === 'first' ? 1 : 12) : Number(m);
  if (year < 1800 || year > 2200 || month < 1 || month > 12) return null;
  const day = d === undefined ? (edge === 'first' ? 1 : daysInMonth(year, month)) : Number(d);
  return day < 1 || day > daysInMonth(year, month) ? null : { day: dayText({ year, month, day }), widened: d === undefined };
}

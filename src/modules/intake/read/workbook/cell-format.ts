import type { CellFault } from '../../words/read.schema.ts';

/** What a number in a cell stands for, by the way it is shown. */
export type CellFormat = { kind: 'number' } | { kind: 'percent' } | { kind: 'digits'; length: number } | { kind: 'date'; shows: 'year' | 'month' | 'day' | 'moment' | 'time' };
export type ReadCell = { text: string } | { text: string; fault: CellFault; params: Record<string, string | number> };

const plain: CellFormat = { kind: 'number' };
const date = (shows: 'year' | 'month' | 'day' | 'moment' | 'time'): CellFormat => ({ kind: 'date', shows });
const builtIn: Readonly<Record<number, CellFormat>> = {
  9: { kind: 'percent' }, 10: { kind: 'percent' }, 14: date('day'), 15: date('day'), 16: date('day'), 17: date('month'), 18: date('time'), 19: date('time'), 20: date('time'), 21: date('time'), 22: date('moment'),
  27: date('month'), 28: date('day'), 29: date('day'), 30: date('day'), 31: date('day'), 32: date('time'), 33: date('time'), 34: date('time'), 35: date('time'), 36: date('month'),
  45: date('time'), 46: date('time'), 47: date('time'), 50: date('month'), 51: date('day'), 52: date('month'), 53: date('day'), 54: date('day'), 55: date('time'), 56: date('time'), 57: date('month'), 58: date('day'),
};

/** Reads a number format the way a spreadsheet would show it: letters in quotes, in brackets and after a backslash are words. */
export function formatKind(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return builtIn[id] ?? plain;
  const first = code.split(';')[0] ?? '';
  const bare = first.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/giu, '').toLowerCase();
  if (/general|^@$/u.test(bare)) return plain;
  const [year, month, day, clock] = [/[ye]/u.test(bare) && !/0e[+-]/u.test(bare), bare.includes('m'), bare.includes('d'), /[hs]/u.test(bare)];
  if (clock) return date(year || day ? 'moment' : 'time');
  if (day) return date('day');
  if (year) return date(month ? 'month' : 'year');
  if (month) return date('month');
  if (bare.includes('%')) return { kind: 'percent' };
  return /^0{2,}$/u.test(bare) ? { kind: 'digits', length: bare.length } : plain;
}

/** A spreadsheet keeps fifteen digits; a sixteenth has been rounded away, and with it the end of a long code. */
const mostDigits = 1e15;
const lastDay = 2_958_465;

/** The text of a number cell. Float noise (`1.1000000000000001`) is dropped, dates become ISO text. */
export function numberText(raw: string, format: CellFormat, from1904: boolean): ReadCell {
  const value = Number(raw);
  if (raw.trim() === '') return { text: '' };
  if (!Number.isFinite(value)) return { text: raw, fault: 'cellError', params: { value: raw.slice(0, 40) } };
  if (format.kind === 'date') return dateText(value, format.shows, from1904);
  if (Math.abs(value) >= mostDigits) return { text: decimalText(value), fault: 'codeRounded', params: { value: decimalText(value).slice(0, 40) } };
  if (format.kind === 'percent') return { text: `${decimalText(value * 100)}%` };
  const text = decimalText(value);
  return { text: format.kind === 'digits' && /^\d+$/u.test(text) ? text.padStart(format.length, '0') : text };
}

/** At most fifteen significant digits, without an exponent. */
export function decimalText(value: number): string {
  const shortest = String(value);
  if (shortest.length <= 16 && !shortest.includes('e')) return shortest;
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/gu, '').replace(/0+$/u, '');
  const point = Number(exponent) + 1;
  if (digits === '') return '0';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return digits.length <= point ? sign + digits.padEnd(point, '0') : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function dateText(serial: number, shows: 'year' | 'month' | 'day' | 'moment' | 'time', from1904: boolean): ReadCell {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const days = Math.floor(serial) + (seconds === 86_400 ? 1 : 0);
  const clock = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  if (shows === 'time' && days === 0) return { text: clock };
  // The system of 1900 believes in a 29 February 1900: day 60 is none, and days before it stand one off.
  const since1900 = from1904 ? days + 1462 : days < 60 ? days + 1 : days;
  if (since1900 < 1 || since1900 > lastDay || (!from1904 && days === 60)) return { text: decimalText(serial), fault: 'dateImpossible', params: { value: decimalText(serial) } };
  const iso = new Date(Date.UTC(1899, 11, 30) + since1900 * 86_400_000).toISOString().slice(0, 10);
  if (shows === 'year') return { text: iso.slice(0, 4) };
  if (shows === 'month') return { text: iso.slice(0, 7) };
  return { text: shows === 'day' || seconds % 86_400 === 0 ? iso : `${iso}T${clock}` };
}

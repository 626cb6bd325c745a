/**
 * The one reader of periods as people and files write them, Chinese and English: `2022年`, `2022年8月`, `2022.8`,
 * `2022年第3季度`, `2022上半年`, `2022年1—9月`, `2022/8/9`, `Aug 2022`, `Q3 2022`, `FY2022`, and the text form itself. It
 * never guesses: a two-digit year, a month over 12 and a day written in an order of its own are refused.
 */
import { refuse, type Outcome } from '../outcome.ts';
import { dayFromNumber, dayNumber, dayText } from './calendar.ts';
import { parsePeriod, periodText, type Period, type PeriodRefusal } from './period.ts';

export interface ReadPeriodOptions {
  /** Five digits between 1927 and 2173 are a day as spreadsheets store it (1 = 1 January 1900, the 1900 system). */
  serials?: boolean;
  /** First month of a fiscal year written without one, `FY2022`; refused where nobody says it. */
  fiscalStart?: number;
}

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (word: string | undefined): string => two(String(months.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1));
const numerals: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' };
const quarterOf = (sign: string | undefined): string => numerals[sign ?? ''] ?? sign ?? '';
const year = String.raw`([12]\d{3})`;
const monthWord = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;

const forms: readonly [RegExp, (match: RegExpExecArray) => string][] = [
  [new RegExp(String.raw`^${year}年?度?$`), (m) => m[1] ?? ''],
  [new RegExp(String.raw`^[xy]${year}$`, 'i'), (m) => m[1] ?? ''],
  [new RegExp(String.raw`^${year}年?(上|下)半年$`), (m) => `${m[1]}-H${m[2] === '上' ? 1 : 2}`],
  [new RegExp(String.raw`^${year}年?[ -]?h([12])$`, 'i'), (m) => `${m[1]}-H${m[2]}`],
  [new RegExp(String.raw`^h([12])[ /-]?${year}$`, 'i'), (m) => `${m[2]}-H${m[1]}`],
  [new RegExp(String.raw`^${year}年?第?([1-4一二三四])季度?$`), (m) => `${m[1]}-Q${quarterOf(m[2])}`],
  [new RegExp(String.raw`^${year}年?[ -]?q([1-4])$`, 'i'), (m) => `${m[1]}-Q${m[2]}`],
  [new RegExp(String.raw`^q([1-4])[ /-]?${year}$`, 'i'), (m) => `${m[2]}-Q${m[1]}`],
  [new RegExp(String.raw`^${year}年?0?1月?[-–—~至到]0?([2-9]|1[0-2])月$`), (m) => `${m[1]}-YTD${two(m[2])}`],
  [new RegExp(String.raw`^${year}[年./-](0?[1-9]|1[0-2])月?份?$`), (m) => `${m[1]}-${two(m[2])}`],
  [new RegExp(String.raw`^${year}m(0[1-9]|1[0-2])$`, 'i'), (m) => `${m[1]}-${m[2]}`],
  [new RegExp(String.raw`^jan(?:uary)?\.? ?(?:[-–—]|to) ?${monthWord},? ?${year}$`, 'i'), (m) => `${m[2]}-YTD${monthOf(m[1])}`],
  [new RegExp(String.raw`^${monthWord} ?${year}$`, 'i'), (m) => `${m[2]}-${monthOf(m[1])}`],
  [new RegExp(String.raw`^${year} ?${monthWord}$`, 'i'), (m) => `${m[1]}-${monthOf(m[2])}`],
  [new RegExp(String.raw`^${year}[年./-](0?[1-9]|1[0-2])[月./-](0?[1-9]|[12]\d|3[01])日?$`), (m) => `${m[1]}-${two(m[2])}-${two(m[3])}`],
  [new RegExp(String.raw`^${year}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$`), (m) => `${m[1]}-${m[2]}-${m[3]}`],
  [new RegExp(String.raw`^${year} ?[-–—~至] ?${year}年?$`), (m) => `${m[1]}..${m[2]}`],
];

/** Reads one period. No text fits two forms, so their order decides nothing. */
export function readPeriod(input: string, options: ReadPeriodOptions = {}): Outcome<Period, PeriodRefusal> {
  if (input.length > 60) return refuse('notAPeriod');
  const text = input.normalize('NFKC').replace(/\s+/g, ' ').trim().replace(/(?<=\d) (?=[年月])|(?<=[年月]) (?=\d)/g, '');
  const known = parsePeriod(text);
  if (known.ok || known.reason !== 'notAPeriod') return known;
  if (options.serials && /^\d{5}$/.test(text)) return serialDay(Number(text));
  const fiscal = /^(?:fy|财年|财政年度) ?([12]\d{3})$/i.exec(text) ?? /^([12]\d{3})财(?:政)?年度?$/.exec(text);
  if (fiscal && options.fiscalStart) return parsePeriod(`FY${fiscal[1]}-${two(String(options.fiscalStart))}`);
  for (const [form, write] of forms) {
    const match = form.exec(text);
    if (match) return parsePeriod(write(match));
  }
  return refuse('notAPeriod');
}

/** Spreadsheets count 29 February 1900, which never was; days from March 1900 on are one less than their number says. */
function serialDay(serial: number): Outcome<Period, PeriodRefusal> {
  if (serial < 10_000 || serial > 99_999) return refuse('notAPeriod');
  return parsePeriod(dayText(dayFromNumber(dayNumber({ year: 1899, month: 12, day: 30 }) + serial)));
}

/** The text form, or null where it is no period. */
export function periodTextOf(input: string, options: ReadPeriodOptions = {}): string | null {
  const read = readPeriod(input, options);
  return read.ok ? periodText(read.value) : null;
}

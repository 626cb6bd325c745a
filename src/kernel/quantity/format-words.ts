/** Days, periods, changes and ranges in words, Chinese and English. Years are never grouped. */
import { dayText, parseDay, type Day } from './calendar.ts';
import { fixedText, roundDecimal, signOf, type Decimal } from './decimal.ts';
import { groupDigits, type WritingLanguage } from './format.ts';
import type { Period, SimplePeriod } from './period.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function monthName(month: number): string {
  return months[month - 1] ?? '';
}

export type DayStyle = 'table' | 'text' | 'textWithYear';

/**
 * `2023-03-07` in Chinese tables, `3 月 7 日` in text (or with its year), `7 Mar 2023` in English everywhere but in
 * text without a year (`7 Mar`). A text that is no day comes back unchanged.
 */
export function formatDay(day: Day, language: WritingLanguage, style: DayStyle = 'table'): string {
  const parts = parseDay(day);
  if (!parts) return day;
  if (language === 'en') return `${parts.day} ${monthName(parts.month)}${style === 'text' ? '' : ` ${parts.year}`}`;
  if (style === 'table') return day;
  return `${style === 'textWithYear' ? `${parts.year} 年 ` : ''}${parts.month} 月 ${parts.day} 日`;
}

function zhSimple(period: SimplePeriod): string {
  switch (period.kind) {
    case 'day': return formatDay(dayText(period), 'zh-CN', 'textWithYear');
    case 'month': return `${period.year} 年 ${period.month} 月`;
    case 'yearToDate': return period.month === 1 ? `${period.year} 年 1 月` : `${period.year} 年 1–${period.month} 月`;
    case 'quarter': return `${period.year} 年第 ${period.quarter} 季度`;
    case 'half': return `${period.year} 年${period.half === 1 ? '上' : '下'}半年`;
    case 'year': return `${period.year} 年`;
    case 'fiscalYear': return `${period.year} 财年（${period.startMonth} 月起）`;
  }
}

function enSimple(period: SimplePeriod): string {
  switch (period.kind) {
    case 'day': return formatDay(dayText(period), 'en');
    case 'month': return `${monthName(period.month)} ${period.year}`;
    case 'yearToDate': return period.month === 1 ? `Jan ${period.year}` : `Jan–${monthName(period.month)} ${period.year}`;
    case 'quarter': return `Q${period.quarter} ${period.year}`;
    case 'half': return `H${period.half} ${period.year}`;
    case 'year': return String(period.year);
    case 'fiscalYear': return `FY ${period.year} (from ${monthName(period.startMonth)})`;
  }
}

/** `2022 年上半年` / `H1 2022`; spans as `2019–2023 年` / `2019–2023`; an instant as its UTC day and time. */
export function formatPeriod(period: Period, language: WritingLanguage): string {
  const zh = language === 'zh-CN';
  if (period.kind === 'instant') return `${formatDay(period.at.slice(0, 10), language)} ${period.at.slice(11, 16)} UTC`;
  if (period.kind !== 'span') return zh ? zhSimple(period) : enSimple(period);
  const { from, until } = period;
  if (from.kind === 'year' && until.kind === 'year') return `${from.year}–${until.year}${zh ? ' 年' : ''}`;
  return zh ? `${zhSimple(from)}至${zhSimple(until)}` : `${enSimple(from)} – ${enSimple(until)}`;
}

/** `+103.6%`, `−0.32`; zero has no sign. */
export function formatSigned(value: Decimal, language: WritingLanguage, decimals: number): string {
  const digits = groupDigits(fixedText(value, decimals), language);
  return signOf(roundDecimal(value, decimals)) > 0 ? `+${digits}` : digits;
}

/** Change in percent against a period: `较 2018 年 +103.6%` / `+103.6% on 2018`. */
export function formatChange(percent: Decimal, base: Period, language: WritingLanguage, decimals = 1): string {
  const change = `${formatSigned(percent, language, decimals)}%`;
  return language === 'zh-CN' ? `较 ${formatPeriod(base, language)} ${change}` : `${change} on ${formatPeriod(base, language)}`;
}

function ordinal(rank: number): string {
  const teen = rank % 100 >= 11 && rank % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
  return `${rank}${ending}`;
}

/** `2–5 位` / `2nd–5th`; one place alone when both ends are the same. */
export function formatRankRange(from: number, to: number, language: WritingLanguage): string {
  if (language === 'zh-CN') return from === to ? `${from} 位` : `${from}–${to} 位`;
  return from === to ? ordinal(from) : `${ordinal(from)}–${ordinal(to)}`;
}

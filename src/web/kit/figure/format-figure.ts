import type { Language } from '#platform/i18n/name.schema.ts';

const thin = '\u2009';

function group(digits: string, language: Language): string {
  if (digits.length < 4) return digits;
  return digits.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : thin);
}

/** A decimal string grouped for reading: thin space in Chinese, comma in English, a true minus. */
export function formatDecimal(value: string, language: Language): string {
  const [, sign = '', whole = '0', fraction = ''] = /^([+-]?)(\d+)(\.\d+)?$/.exec(value) ?? ['', '', value, ''];
  return `${sign === '-' ? '−' : ''}${group(whole, language)}${fraction}`;
}

export function formatCount(value: number, language: Language): string {
  return Number.isFinite(value) ? formatDecimal(String(value), language) : '—';
}

export interface FormattedFigure {
  text: string;
  unit: string;
  /** The value as it is stored, for hover and export. */
  exact: string;
}

export function formatFigure(value: string, unit: string, language: Language): FormattedFigure {
  return { text: formatDecimal(value, language), unit, exact: `${formatDecimal(value, language)} ${unit}`.trim() };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date in a table: `2023-03-07` in Chinese, `7 Mar 2023` in English. Shorter ISO texts keep their precision. */
export function formatDate(iso: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(iso) ?? [];
  if (!year || !month) return iso;
  if (language === 'zh-CN') return day ? `${year}-${month}-${day}` : `${year} 年 ${Number(month)} 月`;
  return `${day ? `${Number(day)} ` : ''}${months[Number(month) - 1] ?? month} ${year}`;
}

export function formatPeriod(period: string, language: Language): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter) return language === 'en' ? `Q${quarter[2]} ${quarter[1]}` : `${quarter[1]} 年第 ${quarter[2]} 季度`;
  return formatDate(period, language);
}

/** A moment, in the reader's own time zone, to the minute. */
export function formatMoment(iso: string, language: Language): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const two = (part: number) => String(part).padStart(2, '0');
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${formatDate(date, language)}${language === 'en' ? ', ' : ' '}${two(at.getHours())}:${two(at.getMinutes())}`;
}

/**
 * The one writer of figures, Chinese and English. Shown text is short (2 114.57 亿元, CNY 211.457 bn); the exact
 * text, for hover and export, has every digit and reads back to the same quantity.
 * Groups of three from four digits on: narrow no-break space in Chinese (GB/T 15835), comma in English.
 * Chinese shortens at 万 and 亿 only, English at k, M, bn; a figure below the step is written in full, so
 * "0.02 亿" cannot appear. Unless a column fixes the digits, two significant ones are always kept, so that a value
 * other than zero is never written as 0.
 */
import { absolute, compareDecimals, divide, fixedText, multiply, roundDecimal, scaleOf, type Decimal } from './decimal.ts';
import type { Quantity, QuantityOperator } from './quantity.ts';
import { isMoneyUnit, unitOf } from './unit.ts';

export type WritingLanguage = 'zh-CN' | 'en';

export interface FormatOptions {
  language: WritingLanguage;
  /** Digits behind the point, fixed (for a column). Default: as many as needed, up to the step's own limit. */
  decimals?: number;
  /** `none` writes the number in full. */
  steps?: 'auto' | 'none';
  /** Word for what is counted, instead of the unit's own: `{ one: 'tie', other: 'ties' }`. */
  noun?: { one: string; other: string };
}

interface Step {
  from: Decimal;
  word: string;
  decimals: number;
}

const stepsOf: Record<WritingLanguage, readonly Step[]> = {
  'zh-CN': [
    { from: '100000000', word: '亿', decimals: 2 },
    { from: '10000', word: '万', decimals: 2 },
  ],
  en: [
    { from: '1000000000', word: 'bn', decimals: 3 },
    { from: '1000000', word: 'M', decimals: 2 },
    { from: '1000', word: 'k', decimals: 1 },
  ],
};
/** English keeps four-digit figures whole: 1,286 firms, 12 k firms. */
const shortenFrom = '10000';
const plainDecimals = 2;
export const groupSpace = '\u202F';
export const minusSign = '−';

const operatorSigns: Record<QuantityOperator, string> = { '=': '', '>=': '≥ ', '<=': '≤ ', '>': '> ', '<': '< ', about: '≈ ', notStated: '' };
export const notStatedWord: Record<WritingLanguage, string> = { 'zh-CN': '未注明', en: 'not stated' };
export const noDataSign = '—';

/** Plain decimal text with groups and a true minus sign: `-1234.5` → `−1 234.5` or `−1,234.5`. */
export function groupDigits(plain: string, language: WritingLanguage): string {
  const negative = plain.startsWith('-');
  const [whole = '', fraction] = (negative ? plain.slice(1) : plain).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : groupSpace);
  return `${negative ? minusSign : ''}${grouped}${fraction ? `.${fraction}` : ''}`;
}

/** At most `most` digits behind the point, but never fewer than two significant ones: 0.0051 stays 0.0051. */
function shortened(value: Decimal, most: number): Decimal {
  const zeros = /^-?0\.(0*)/.exec(value)?.[1]?.length ?? 0;
  return roundDecimal(value, Math.max(most, Math.min(zeros + 2, scaleOf(value))));
}

function digitsText(value: Decimal, most: number, fixed: number | undefined, language: WritingLanguage): string {
  return groupDigits(fixed === undefined ? shortened(value, most) : fixedText(value, fixed), language);
}

/** The number and its step word; a figure that rounds up to the next step takes the next step. */
function shownNumber(value: Decimal, options: FormatOptions): { digits: string; word: string } {
  const size = absolute(value);
  const steps = stepsOf[options.language];
  const fitting = options.steps === 'none' || compareDecimals(size, shortenFrom) < 0 ? -1 : steps.findIndex((step) => compareDecimals(size, step.from) >= 0);
  const step = steps[fitting];
  if (!step) return { digits: digitsText(value, plainDecimals, options.decimals, options.language), word: '' };
  const inStep = (candidate: Step) => divide(value, candidate.from, 40) ?? value;
  const above = steps[fitting - 1];
  const rounded = absolute(roundDecimal(inStep(step), options.decimals ?? step.decimals));
  const shown = above && compareDecimals(multiply(rounded, step.from), above.from) >= 0 ? above : step;
  return { digits: digitsText(inStep(shown), shown.decimals, options.decimals, options.language), word: shown.word };
}

function withUnit(number: { digits: string; word: string }, isOne: boolean, unitCode: string, options: FormatOptions): string {
  const unit = unitOf(unitCode);
  const zh = options.language === 'zh-CN';
  if (isMoneyUnit(unitCode) && !zh) return `${unitCode} ${number.digits}${number.word && ` ${number.word}`}`;
  const own = unit ? (zh ? unit.zh : isOne ? unit.en : unit.enPlural) : unitCode;
  const word = options.noun && !zh ? (isOne ? options.noun.one : options.noun.other) : (options.noun?.other ?? own);
  if (word === '%' || word === '‰') return number.word ? `${number.digits} ${number.word}${zh ? '' : ' '}${word}` : `${number.digits}${word}`;
  const tail = zh ? `${number.word}${word}` : [number.word, word].filter(Boolean).join(' ');
  return tail ? `${number.digits} ${tail}` : number.digits;
}

/** Short text for screens: `≈ 24 万元`, `CNY 12.86 M`, `12 k firms`, `86.6%`, `未注明`. */
export function formatQuantity(quantity: Quantity, options: FormatOptions): string {
  if (quantity.value === null) return notStatedWord[options.language];
  const number = shownNumber(quantity.value, options);
  return operatorSigns[quantity.operator] + withUnit(number, quantity.value === '1', quantity.unit, options);
}

/** Every digit and the unit, for hover and export; `parseQuantity` reads it back to the same quantity. */
export function exactText(quantity: Quantity, language: WritingLanguage): string {
  if (quantity.value === null) return notStatedWord[language];
  const number = { digits: groupDigits(quantity.value, language), word: '' };
  return operatorSigns[quantity.operator] + withUnit(number, quantity.value === '1', quantity.unit, { language });
}

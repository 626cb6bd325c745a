/**
 * The one reader of figures as people and sources write them, Chinese and English:
 * `2 114.57`, `2,114.57亿元`, `CNY 211.457 bn`, `≥70%`, `约1986家`, `20余家`, `约20余家`, `３．９亿`, `−0.32`.
 * It never guesses: words without a number (近百) become "not stated" with the reason, ranges are refused with
 * both ends, a `¥` without a known currency and a comma that is no thousands comma are refused.
 */
import { accept, refuse, type Outcome } from '../outcome.ts';
import { currencies, type Currency } from './currency.ts';
import { multiply, parseDecimal, type Decimal } from './decimal.ts';
import type { Quantity, QuantityOperator } from './quantity.ts';
import { isMoneyUnit, unitOf, units } from './unit.ts';

export type ParseRefusal =
  | 'empty' | 'tooLong' | 'notANumber' | 'badGrouping' | 'range' | 'unknownUnit' | 'ambiguousCurrency' | 'twoCurrencies' | 'otherUnit';
export type NotStatedReason = 'saidSo' | 'vagueWords' | 'noData';

export interface ParsedQuantity {
  quantity: Quantity;
  /** Why there is no value, when there is none. */
  notStated?: NotStatedReason;
}

export interface ParseOptions {
  /** Unit of a bare number; a text that names another unit keeps its own. Default: `one`. */
  unit?: string;
  /** Refuse a text that names a unit other than `unit`. */
  only?: boolean;
}

const maximumLength = 200;
const notStatedWords: ReadonlySet<string> = new Set(['未注明', '未说明', '不详', 'not stated', 'n/a', 'unknown', '未知']);
const noDataWords: ReadonlySet<string> = new Set(['—', '–', '-', '——', '无数据', '…', '...']);

const prefixes: readonly [QuantityOperator, RegExp][] = [
  ['about', /^(?:≈|~|约为|大约|约|近|将近|about|approximately|approx\.?|around|nearly|ca\.)\s*(?=[\d(−+A-Z$€£¥₩-])/i],
  ['>=', /^(?:≥|>=|不低于|不少于|至少|at least|no less than)\s*/i],
  ['<=', /^(?:≤|<=|不超过|不高于|至多|最多|at most|up to|no more than)\s*/i],
  ['>', /^(?:>|超过|超|逾|多于|大于|高于|over|more than|above)\s*/i],
  ['<', /^(?:<|不足|少于|小于|低于|不到|under|less than|below|fewer than)\s*/i],
];
const suffixes: readonly [QuantityOperator, RegExp][] = [
  ['>=', /(?:及以上|以上)$/],
  ['<=', /(?:及以下|以下|以内)$/],
  ['about', /(?:左右|上下)$/],
];

const scales: ReadonlyMap<string, Decimal> = new Map([
  ['', '1'], ['千', '1000'], ['万', '10000'], ['萬', '10000'], ['百万', '1000000'], ['千万', '10000000'], ['亿', '100000000'], ['億', '100000000'],
  ['万亿', '1000000000000'], ['萬億', '1000000000000'],
  ['k', '1000'], ['K', '1000'], ['thousand', '1000'], ['M', '1000000'], ['million', '1000000'], ['bn', '1000000000'], ['billion', '1000000000'],
  ['tn', '1000000000000'], ['trillion', '1000000000000'],
]);
const moneyScales: ReadonlyMap<string, Decimal> = new Map([...scales, ['m', '1000000'], ['mn', '1000000'], ['b', '1000000000'], ['B', '1000000000']]);
const scaleShape = /^(百万|千万|万亿|萬億|千|万|萬|亿|億|thousand|million|billion|trillion|bn|tn|mn|[kKMmbB])(?![A-Za-z])(余|多)?\s*/;

const spelling: ReadonlyMap<string, string> = new Map(
  units.flatMap((unit) => [unit.code, unit.zh, unit.en, unit.enPlural, ...unit.aliases].filter(Boolean).map((text): [string, string] => [text.toLowerCase(), unit.code])),
);
const currencyMarks = (Object.keys(currencies) as Currency[])
  .flatMap((code) => [code, ...currencies[code].marks].map((mark): [string, Currency] => [mark, code]))
  .sort((a, b) => b[0].length - a[0].length);

/** Full-width signs to ASCII, every kind of space to one, every minus to `-`. */
function tidy(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00A0\u2000-\u200B\u202F\u3000]+/g, ' ')
    .replace(/−/g, '-')
    .trim();
}

/** Takes the digits off the front. Groups, when there are any, are of three, by one and the same separator. */
function takeNumber(text: string): { value: Decimal; rest: string } | 'badGrouping' | 'notANumber' {
  const match = /^([+-]?)(\d[\d ,]*)(\.\d+)?/.exec(text);
  if (!match) return 'notANumber';
  const [all, sign = '', wholeText = '', fraction = ''] = match;
  const whole = wholeText.trim();
  if (whole !== wholeText && fraction) return 'badGrouping';
  const isGrouped = /^\d{1,3}(?:( |,)\d{3})(?:\1\d{3})*$/.test(whole);
  if (!/^\d+$/.test(whole) && !isGrouped) return 'badGrouping';
  const value = parseDecimal(`${sign}${whole.replace(/[ ,]/g, '')}${fraction}`);
  return value === null ? 'notANumber' : { value, rest: text.slice(all.length) };
}

function takeCurrency(text: string): { currency: Currency | '¥' | null; rest: string } {
  const found = currencyMarks.find(([mark]) => text.startsWith(mark) && /^\s*[\d+-]/.test(text.slice(mark.length)));
  if (found) return { currency: found[1], rest: text.slice(found[0].length).trim() };
  return /^[¥￥]\s*[\d+-]/.test(text) ? { currency: '¥', rest: text.slice(1).trim() } : { currency: null, rest: text };
}

function notStated(unit: string, reason: NotStatedReason): Outcome<ParsedQuantity, ParseRefusal> {
  return accept({ quantity: { operator: 'notStated', value: null, unit }, notStated: reason });
}

function unitAfter(word: string, front: Currency | '¥' | null, fallback: string): Outcome<string, ParseRefusal> {
  const named = word === '' ? null : (spelling.get(word.toLowerCase()) ?? null);
  if (word !== '' && named === null) return refuse('unknownUnit', { params: { unit: word.slice(0, 40) } });
  if (front === null) return accept(named ?? fallback);
  const known = front !== '¥' ? front : fallback === 'CNY' || fallback === 'JPY' ? fallback : named === 'CNY' || named === 'JPY' ? named : null;
  if (known === null) return refuse('ambiguousCurrency');
  return named === null || named === known ? accept(known) : refuse('twoCurrencies', { params: { first: known, second: named } });
}

/** Takes `words` of the operator off both ends; a pair that contradicts itself leaves the number unreadable. */
function takeOperator(text: string): { operator: QuantityOperator; rest: string } {
  for (const [operator, shape] of prefixes) if (shape.test(text)) return { operator, rest: text.replace(shape, '') };
  for (const [operator, shape] of suffixes) if (shape.test(text)) return { operator, rest: text.replace(shape, '').trim() };
  return { operator: '=', rest: text };
}

/** Reads one figure. Never throws; refuses or answers "not stated" where the text gives no single number. */
export function parseQuantity(input: string, options: ParseOptions = {}): Outcome<ParsedQuantity, ParseRefusal> {
  const fallback = options.unit ?? 'one';
  if (input.length > maximumLength) return refuse('tooLong', { params: { maximum: maximumLength } });
  if (!unitOf(fallback)) return refuse('unknownUnit', { params: { unit: fallback.slice(0, 40) } });
  const text = tidy(input);
  if (text === '') return refuse('empty');
  if (notStatedWords.has(text.toLowerCase())) return notStated(fallback, 'saidSo');
  if (noDataWords.has(text)) return notStated(fallback, 'noData');
  if (!/\d/.test(text)) return /[百千万亿几数十]|hundreds|thousands|dozens|several|many/i.test(text) ? notStated(fallback, 'vagueWords') : refuse('notANumber');

  const { operator, rest: body } = takeOperator(text);
  const front = takeCurrency(body);
  const number = takeNumber(front.rest);
  if (typeof number === 'string') return refuse(number);
  const range = /^[^\d]{0,8}?\s*(?:–|—|-|~|至|到|to\b)\s*([$€£¥]?\d[\d ,.]*)/.exec(number.rest);
  if (range) return refuse('range', { params: { from: number.value, to: (range[1] ?? '').replace(/[ ,.]+$/, '') } });

  let rest = number.rest.trim();
  let found = operator;
  const more = /^(余|多|\+)\s*/.exec(rest);
  if (more) rest = rest.slice(more[0].length);
  const isMoney = front.currency !== null || isMoneyUnit(fallback);
  const isUnit = rest !== '' && spelling.has(rest.toLowerCase()) && !(isMoney && moneyScales.has(rest));
  const scale = isUnit ? null : scaleShape.exec(rest);
  const factor = scale ? (isMoney ? moneyScales : scales).get(scale[1] ?? '') : '1';
  if (factor === undefined) return refuse('unknownUnit', { params: { unit: rest.slice(0, 40) } });
  if (more || scale?.[2]) {
    if (operator !== '=' && operator !== '>' && operator !== 'about') return refuse('notANumber');
    // "About 20-odd" claims no more than "about 20": the softer of the two words counts.
    found = operator === 'about' ? 'about' : '>';
  }
  const unit = unitAfter(scale ? rest.slice(scale[0].length) : rest, front.currency, fallback);
  if (!unit.ok) return unit;
  if (options.only && unit.value !== fallback) return refuse('otherUnit', { params: { expected: fallback, found: unit.value } });
  return accept({ quantity: { operator: found, value: multiply(number.value, factor), unit: unit.value } });
}

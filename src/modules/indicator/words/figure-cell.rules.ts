import { decimalFromNumber } from '#kernel/quantity/decimal.ts';
import { parseQuantity, type ParseRefusal } from '#kernel/quantity/parse.ts';
import type { MissingKind, Observation } from './observation.schema.ts';

/** What a cell of a table says: a figure, or in which way it says none. */
export interface Figure {
  operator: Observation['operator'];
  value: string | null;
  /** As written, where that is more than the number. */
  valueText: string | null;
  unit: string | null;
  missing: MissingKind | null;
}
export type ReadFigure = { ok: true; figure: Figure | null } | { ok: false; reason: ParseRefusal };

/** Signs that offices put in place of a figure, each only where it is the whole cell. */
const marks: Readonly<Record<MissingKind, readonly string[]>> = {
  suppressed: ['x', 'c', '*', '**', '***', '#', '▨', '(c)', '(x)', '[c]', '[x]', '(d)', '[d]', '隐去', '保密', '不公布', 'suppressed', 'confidential'],
  notApplicable: ['z', '[z]', '不适用', 'not applicable'],
  notStated: [':', '..', '.', 'na', 'nan', 'null', '[u]', '缺', '缺失', 'missing', 'not available'],
};
const markOf = new Map((Object.keys(marks) as MissingKind[]).flatMap((kind) => marks[kind].map((sign): [string, MissingKind] => [sign, kind])));

const plain = /^-?\d{1,15}(?:\.\d{1,12})?$/;
const scientific = /^[+-]?\d(?:\.\d{1,17})?e[+-]?\d{1,2}$/i;

/** Reads one cell; an empty one says nothing at all (null). `unit` is what a bare number is in, null while nobody has said it. */
export function readFigure(cell: string, unit: string | null): ReadFigure {
  const text = cell.trim();
  if (text === '') return { ok: true, figure: null };
  if (plain.test(text)) return { ok: true, figure: { operator: '=', value: canonical(text), valueText: null, unit, missing: null } };
  const missing = markOf.get(text.toLowerCase());
  if (missing) return { ok: true, figure: { operator: 'notStated', value: null, valueText: text, unit, missing } };
  if (scientific.test(text)) {
    const value = decimalFromNumber(Number(text));
    if (value !== null) return { ok: true, figure: { operator: '=', value, valueText: text, unit, missing: null } };
  }
  const read = parseQuantity(text, { unit: unit ?? 'one' });
  if (!read.ok) return { ok: false, reason: read.reason };
  // Words such as 近百 hold a meaning that no number carries: whoever brings the file has to say one.
  if (read.value.notStated === 'vagueWords') return { ok: false, reason: 'notANumber' };
  const { operator, value, unit: named } = read.value.quantity;
  const own = unit === null && named === 'one' ? null : named;
  return { ok: true, figure: { operator, value, valueText: text, unit: own, missing: value === null ? 'notStated' : null } };
}

/** Without leading and trailing zeros that say nothing: `007.50` is `7.5`, `-0` is `0`. */
function canonical(text: string): string {
  const cut = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  const bare = cut.replace(/^(-?)0+(?=\d)/, '$1');
  return bare === '-0' || bare === '' || bare === '-' ? '0' : bare;
}

/** Why a cell could not be read, in words. */
export const figureRefusals = {
  empty: { zh: '为空', en: 'it is empty' },
  tooLong: { zh: '文字过长', en: 'the text is too long' },
  notANumber: { zh: '不是数', en: 'it is not a number' },
  badGrouping: { zh: '千分位不规范', en: 'its digits are grouped oddly' },
  range: { zh: '是一个区间', en: 'it is a range' },
  unknownUnit: { zh: '单位无法识别', en: 'its unit is not known' },
  ambiguousCurrency: { zh: '¥ 未说明是哪种货币', en: 'the currency behind ¥ is not told' },
  twoCurrencies: { zh: '写了两种货币', en: 'it names two currencies' },
  otherUnit: { zh: '单位不符', en: 'it is in another unit' },
} as const satisfies Record<ParseRefusal, { zh: string; en: string }>;

const totals = new Set(['total', 'totals', 'all', 'sum', 'grand total', '合计', '总计', '小计', '全部', '合 计', '总 计']);
/** A row or column that adds the others up. */
export const saysTotal = (label: string): boolean => totals.has(label.trim().toLowerCase());

/** A name in the language it is written in. */
export const nameInItsLanguage = (text: string): { zh?: string; en?: string } => (/\p{Script=Han}/u.test(text) ? { zh: text } : { en: text });

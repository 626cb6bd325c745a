/**
 * Units and their dimensions. A conversion multiplies by an exact ratio inside one dimension and is refused
 * anywhere else: never across currencies, never firms into persons, never a share into percentage points.
 * Months and years are a dimension apart from days, because a month has no fixed number of days.
 * Ratios: SI; mu = 2000/3 m²; tonne of coal equivalent = 29 307 MJ (GB/T 2589).
 */
import { accept, refuse, type Outcome } from '../outcome.ts';
import { currencies, isCurrency, type Currency } from './currency.ts';
import { divide, multiply, type Decimal } from './decimal.ts';

export interface Unit {
  code: string;
  dimension: string;
  /** One of this unit is `numerator ÷ denominator` of the dimension's base unit. */
  numerator: Decimal;
  denominator: Decimal;
  zh: string;
  en: string;
  enPlural: string;
  /** Other spellings that name this unit and no other. */
  aliases: readonly string[];
}

type Row = [code: string, dimension: string, numerator: Decimal, denominator: Decimal, zh: string, en: string, enPlural: string, aliases: string];

const rows: readonly Row[] = [
  ['one', 'ratio', '1', '1', '', '', '', ''],
  ['percent', 'ratio', '1', '100', '%', '%', '%', 'percent|per cent'],
  ['permille', 'ratio', '1', '1000', '‰', '‰', '‰', ''],
  ['point', 'points', '1', '1', '个百分点', 'percentage point', 'percentage points', '百分点|pp'],
  ['firm', 'count.firm', '1', '1', '家', 'firm', 'firms', '户|company|companies'],
  ['unit', 'count.unit', '1', '1', '个', 'unit', 'units', ''],
  ['item', 'count.item', '1', '1', '项', 'item', 'items', ''],
  ['person', 'count.person', '1', '1', '人', 'person', 'people', '名|persons'],
  ['piece', 'count.piece', '1', '1', '件', 'piece', 'pieces', ''],
  ['occurrence', 'count.occurrence', '1', '1', '次', 'time', 'times', ''],
  ['machine', 'count.machine', '1', '1', '台', 'machine', 'machines', ''],
  ['m2', 'area', '1', '1', '平方米', 'm²', 'm²', 'm2|㎡'],
  ['ha', 'area', '10000', '1', '公顷', 'ha', 'ha', 'hm²'],
  ['km2', 'area', '1000000', '1', '平方公里', 'km²', 'km²', 'km2|平方千米'],
  ['mu', 'area', '2000', '3', '亩', 'mu', 'mu', ''],
  ['mm', 'length', '1', '1000', '毫米', 'mm', 'mm', ''],
  ['m', 'length', '1', '1', '米', 'm', 'm', ''],
  ['km', 'length', '1000', '1', '公里', 'km', 'km', '千米'],
  ['g', 'mass', '1', '1000', '克', 'g', 'g', ''],
  ['kg', 'mass', '1', '1', '千克', 'kg', 'kg', '公斤'],
  ['t', 'mass', '1000', '1', '吨', 't', 't', 'tonnes|tonne'],
  ['s', 'time', '1', '1', '秒', 's', 's', 'seconds|second'],
  ['min', 'time', '60', '1', '分钟', 'min', 'min', 'minutes|minute'],
  ['h', 'time', '3600', '1', '小时', 'h', 'h', 'hours|hour'],
  ['day', 'time', '86400', '1', '天', 'day', 'days', '日'],
  ['week', 'time', '604800', '1', '周', 'week', 'weeks', ''],
  ['month', 'calendar', '1', '1', '个月', 'month', 'months', ''],
  ['year', 'calendar', '12', '1', '年', 'year', 'years', ''],
  ['MJ', 'energy', '1', '1', '兆焦', 'MJ', 'MJ', ''],
  ['GJ', 'energy', '1000', '1', '吉焦', 'GJ', 'GJ', ''],
  ['kWh', 'energy', '36', '10', '千瓦时', 'kWh', 'kWh', '度'],
  ['MWh', 'energy', '3600', '1', '兆瓦时', 'MWh', 'MWh', ''],
  ['tce', 'energy', '29307', '1', '吨标准煤', 'tce', 'tce', '吨标煤'],
];

const fixedUnits: readonly Unit[] = rows.map(([code, dimension, numerator, denominator, zh, en, enPlural, aliases]) => ({
  code, dimension, numerator, denominator, zh, en, enPlural, aliases: aliases ? aliases.split('|') : [],
}));

const moneyUnits: readonly Unit[] = (Object.keys(currencies) as Currency[]).map((code) => ({
  code, dimension: `money.${code}`, numerator: '1', denominator: '1', zh: currencies[code].zh, en: code, enPlural: code, aliases: currencies[code].marks,
}));

/** Every unit, in a stable order: figures first, then currencies. */
export const units: readonly Unit[] = [...fixedUnits, ...moneyUnits];

const byCode: ReadonlyMap<string, Unit> = new Map(units.map((unit) => [unit.code, unit]));

export function unitOf(code: string): Unit | null {
  return byCode.get(code) ?? null;
}

export function isMoneyUnit(code: string): code is Currency {
  return isCurrency(code);
}

export type UnitRefusal = 'unknownUnit' | 'otherDimension' | 'otherCurrency' | 'otherCounting';

/** Why two units do not add up; null when they do. */
export function unitConflict(from: string, to: string): UnitRefusal | null {
  const source = byCode.get(from);
  const target = byCode.get(to);
  if (!source || !target) return 'unknownUnit';
  if (source.dimension === target.dimension) return null;
  if (isCurrency(from) && isCurrency(to)) return 'otherCurrency';
  return source.dimension.startsWith('count.') && target.dimension.startsWith('count.') ? 'otherCounting' : 'otherDimension';
}

/**
 * `value` in `from`, expressed in `to`. Exact when the ratio ends; otherwise half to even at `digits` behind the
 * point (only mu and coal equivalent ever need it).
 */
export function convert(value: Decimal, from: string, to: string, digits = 20): Outcome<Decimal, UnitRefusal> {
  const conflict = unitConflict(from, to);
  if (conflict) return refuse(conflict, { params: { from, to } });
  const source = byCode.get(from);
  const target = byCode.get(to);
  if (!source || !target || source === target) return accept(value);
  const numerator = multiply(multiply(value, source.numerator), target.denominator);
  const denominator = multiply(source.denominator, target.numerator);
  return accept(divide(numerator, denominator, digits) ?? value);
}

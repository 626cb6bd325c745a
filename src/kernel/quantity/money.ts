/**
 * Money is a currency and a whole number of its minor units, kept as text so that JSON cannot turn it into a
 * float. Sums never cross currencies; a split loses and creates nothing.
 */
import { accept, refuse, type Outcome } from '../outcome.ts';
import { currencies, isCurrency, type Currency } from './currency.ts';
import { multiply, parseDecimal, roundDecimal, scaleOf, divide, type Decimal } from './decimal.ts';

export interface Money {
  currency: Currency;
  /** Integer text: fen for CNY, cents for EUR, yen for JPY. */
  minor: string;
}

export type MoneyRefusal = 'unknownCurrency' | 'otherCurrency' | 'notWholeMinorUnits' | 'notANumber' | 'noWeights';

const wholeNumber = /^-?\d+$/;

export function money(currency: string, minor: bigint | string): Outcome<Money, MoneyRefusal> {
  if (!isCurrency(currency)) return refuse('unknownCurrency', { params: { currency: currency.slice(0, 10) } });
  if (typeof minor === 'string' && !wholeNumber.test(minor)) return refuse('notWholeMinorUnits');
  return accept({ currency, minor: BigInt(minor).toString() });
}

/** `CNY 12.34` from its decimal text; a fraction of a fen is refused, never rounded away. */
export function moneyFromDecimal(currency: string, value: string): Outcome<Money, MoneyRefusal> {
  if (!isCurrency(currency)) return refuse('unknownCurrency', { params: { currency: currency.slice(0, 10) } });
  const amount = parseDecimal(value);
  if (amount === null) return refuse('notANumber');
  const minor = multiply(amount, `1${'0'.repeat(currencies[currency].minorDigits)}`);
  return scaleOf(minor) === 0 ? accept({ currency, minor }) : refuse('notWholeMinorUnits', { params: { digits: currencies[currency].minorDigits } });
}

/** The amount in major units (yuan, euro), as a decimal. */
export function decimalOfMoney(amount: Money): Decimal {
  const digits = currencies[amount.currency].minorDigits;
  return divide(amount.minor, `1${'0'.repeat(digits)}`, digits) ?? '0';
}

export function addMoney(left: Money, right: Money): Outcome<Money, MoneyRefusal> {
  if (left.currency !== right.currency) return refuse('otherCurrency', { params: { left: left.currency, right: right.currency } });
  return accept({ currency: left.currency, minor: (BigInt(left.minor) + BigInt(right.minor)).toString() });
}

export function subtractMoney(left: Money, right: Money): Outcome<Money, MoneyRefusal> {
  return addMoney(left, { currency: right.currency, minor: (-BigInt(right.minor)).toString() });
}

export function compareMoney(left: Money, right: Money): Outcome<-1 | 0 | 1, MoneyRefusal> {
  if (left.currency !== right.currency) return refuse('otherCurrency', { params: { left: left.currency, right: right.currency } });
  const a = BigInt(left.minor);
  const b = BigInt(right.minor);
  return accept(a < b ? -1 : a > b ? 1 : 0);
}

/** A share of an amount (`0.3` of it), rounded half to even to whole minor units. */
export function shareOfMoney(amount: Money, share: Decimal): Money {
  return { currency: amount.currency, minor: roundDecimal(multiply(amount.minor, share), 0) };
}

/**
 * Splits an amount in proportion to whole, non-negative weights, at least one of them positive. Parts add up to
 * the amount exactly: each gets its share rounded towards zero, and the minor units left over go one by one to
 * the largest remainders, earlier parts first on a tie (Hamilton's method). A zero weight gets nothing.
 */
export function splitMoney(amount: Money, weights: readonly bigint[]): Outcome<Money[], MoneyRefusal> {
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum <= 0n || weights.some((weight) => weight < 0n)) return refuse('noWeights');
  const total = BigInt(amount.minor);
  const sign = total < 0n ? -1n : 1n;
  const size = total * sign;
  const parts = weights.map((weight) => (size * weight) / sum);
  const left = Number(size - parts.reduce((filled, part) => filled + part, 0n));
  const order = weights
    .map((weight, index) => ({ index, remainder: (size * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const extra = new Set(order.slice(0, left).map(({ index }) => index));
  return accept(parts.map((part, index) => ({ currency: amount.currency, minor: ((part + (extra.has(index) ? 1n : 0n)) * sign).toString() })));
}

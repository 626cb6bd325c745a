/**
 * Exact decimal arithmetic on text. A decimal is `coefficient × 10^−scale` with a BigInt coefficient, so sums,
 * differences and products have no rounding at all; only division and `roundDecimal` round, half to even.
 * Model: General Decimal Arithmetic (Cowlishaw, 1.70), finite numbers only, without context precision.
 *
 * Canonical text: no exponent, no plus sign, no leading or trailing zeros, never `-0`. Two decimals are equal as
 * numbers exactly when their canonical texts are the same string. Functions that take a `Decimal` throw
 * `RangeError` on a text that is not one: text from outside goes through `parseDecimal` first.
 * Cost: linear in digits for sums, BigInt multiplication otherwise.
 */
export type Decimal = string;

interface Parts {
  coefficient: bigint;
  scale: number;
}

const shape = /^([+-]?)(\d+)(?:\.(\d+))?$/;

function partsOf(value: Decimal): Parts {
  const match = shape.exec(value);
  if (!match) throw new RangeError(`not a decimal: ${value.slice(0, 40)}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  const magnitude = BigInt(whole + fraction);
  return { coefficient: sign === '-' ? -magnitude : magnitude, scale: fraction.length };
}

/** Writes with exactly `scale` digits behind the point. */
function plainText({ coefficient, scale }: Parts): string {
  const negative = coefficient < 0n;
  const digits = (negative ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
  const body = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return negative ? `-${body}` : body;
}

function canonical(parts: Parts): Decimal {
  const text = plainText(parts);
  if (parts.scale === 0) return text;
  let end = text.length;
  while (text[end - 1] === '0') end -= 1;
  if (text[end - 1] === '.') end -= 1;
  return text.slice(0, end);
}

function aligned(left: Decimal, right: Decimal): [bigint, bigint, number] {
  const a = partsOf(left);
  const b = partsOf(right);
  const scale = Math.max(a.scale, b.scale);
  return [a.coefficient * 10n ** BigInt(scale - a.scale), b.coefficient * 10n ** BigInt(scale - b.scale), scale];
}

/** Quotient rounded half to even; `denominator` is not zero. */
function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = n / d;
  const twice = (n % d) * 2n;
  const up = twice > d || (twice === d && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

/** Plain ASCII decimal text (`-12.50`) to its canonical form; null when it is anything else. */
export function parseDecimal(text: string): Decimal | null {
  return shape.test(text) ? canonical(partsOf(text)) : null;
}

/** A finite JS number by its shortest decimal text (so 0.1 is `0.1`); null for NaN and the infinities. */
export function decimalFromNumber(value: number): Decimal | null {
  if (!Number.isFinite(value)) return null;
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const magnitude = BigInt(whole + fraction) * (scale < 0 ? 10n ** BigInt(-scale) : 1n);
  return canonical({ coefficient: sign ? -magnitude : magnitude, scale: Math.max(scale, 0) });
}

export function add(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = aligned(left, right);
  return canonical({ coefficient: a + b, scale });
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = aligned(left, right);
  return canonical({ coefficient: a - b, scale });
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  const a = partsOf(left);
  const b = partsOf(right);
  return canonical({ coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale });
}

/** `left ÷ right` with at most `digits` digits behind the point, half to even; null when `right` is zero. */
export function divide(left: Decimal, right: Decimal, digits = 20): Decimal | null {
  const [a, b] = aligned(left, right);
  if (b === 0n) return null;
  return canonical({ coefficient: divideHalfEven(a * 10n ** BigInt(digits), b), scale: digits });
}

/** Rounds half to even at `digits` behind the point; a negative `digits` rounds tens, hundreds… */
export function roundDecimal(value: Decimal, digits: number): Decimal {
  const parts = partsOf(value);
  if (digits >= parts.scale) return canonical(parts);
  const rounded = divideHalfEven(parts.coefficient, 10n ** BigInt(parts.scale - digits));
  return digits >= 0
    ? canonical({ coefficient: rounded, scale: digits })
    : canonical({ coefficient: rounded * 10n ** BigInt(-digits), scale: 0 });
}

/** Fixed notation with exactly `digits` digits behind the point (`1.5` → `1.50`), rounded half to even. */
export function fixedText(value: Decimal, digits: number): string {
  const { coefficient, scale } = partsOf(roundDecimal(value, digits));
  return plainText({ coefficient: coefficient * 10n ** BigInt(digits - scale), scale: digits });
}

export function compareDecimals(left: Decimal, right: Decimal): -1 | 0 | 1 {
  const [a, b] = aligned(left, right);
  return a < b ? -1 : a > b ? 1 : 0;
}

export function negate(value: Decimal): Decimal {
  const { coefficient, scale } = partsOf(value);
  return canonical({ coefficient: -coefficient, scale });
}

export function signOf(value: Decimal): -1 | 0 | 1 {
  return compareDecimals(value, '0');
}

export function absolute(value: Decimal): Decimal {
  return signOf(value) < 0 ? negate(value) : canonical(partsOf(value));
}

/** Digits behind the point of the canonical text. */
export function scaleOf(value: Decimal): number {
  return partsOf(canonical(partsOf(value))).scale;
}

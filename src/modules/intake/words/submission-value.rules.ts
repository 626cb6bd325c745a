import { parseDay } from '#kernel/quantity/calendar.ts';
import { divide, type Decimal } from '#kernel/quantity/decimal.ts';
import { parseQuantity, type ParseRefusal } from '#kernel/quantity/parse.ts';
import type { QuantityOperator } from '#kernel/quantity/quantity.ts';
import type { FormField } from './form.schema.ts';

/** What was read out of an answer. Numbers count in the field's own unit and scale: 万元 stays 万元. */
export interface ReadValue {
  operator: QuantityOperator | null;
  value: Decimal | null;
}
export type ValueRefusal = ParseRefusal | 'notAChoice' | 'notADate' | 'notYesNo' | 'tooLong';
export type ReadOutcome = { ok: true; read: ReadValue } | { ok: false; reason: ValueRefusal };

const scaleWord = /[千万亿百萬億]|[\d\s](?:k|K|M|m|mn|bn|tn|b|B)(?![A-Za-z])|thousand|million|billion|trillion/;
const plain: ReadValue = { operator: null, value: null };

/** A bare number counts in the field's unit and scale; one that names a scale or a unit itself is converted into them. */
function readNumber(field: Pick<FormField, 'unit' | 'scale'>, text: string): ReadOutcome {
  const unit = field.unit ?? 'one';
  const asBare = parseQuantity(text, { unit: 'one', only: true });
  const isBare = asBare.ok && !scaleWord.test(text);
  const parsed = isBare ? asBare : parseQuantity(text, { unit, only: true });
  if (!parsed.ok) return { ok: false, reason: parsed.reason };
  const { operator, value } = parsed.value.quantity;
  if (value === null || isBare) return { ok: true, read: { operator, value } };
  return { ok: true, read: { operator, value: divide(value, field.scale) } };
}

const yesWords: readonly string[] = ['yes', '是', 'true', '有'];
const noWords: readonly string[] = ['no', '否', 'false', '无'];
export const isYes = (text: string): boolean => yesWords.includes(text.trim().toLowerCase());
/** `yes` or `no` for every way to write it. */
export const yesNoOf = (text: string): string => (isYes(text) ? 'yes' : noWords.includes(text.trim().toLowerCase()) ? 'no' : text);

export const choicesIn = (text: string): string[] => text.split('\n').map((each) => each.trim()).filter(Boolean);

/** Reads an answer that is not empty. */
export function readAnswer(field: Pick<FormField, 'type' | 'unit' | 'scale' | 'choices'>, text: string): ReadOutcome {
  switch (field.type) {
    case 'number': return readNumber(field, text);
    case 'choice': return field.choices.some(({ value }) => value === text.trim()) ? { ok: true, read: plain } : { ok: false, reason: 'notAChoice' };
    case 'choices': return choicesIn(text).every((chosen) => field.choices.some(({ value }) => value === chosen)) ? { ok: true, read: plain } : { ok: false, reason: 'notAChoice' };
    case 'date': return parseDay(text.trim()) ? { ok: true, read: plain } : { ok: false, reason: 'notADate' };
    case 'yesNo': return [...yesWords, ...noWords].includes(text.trim().toLowerCase()) ? { ok: true, read: plain } : { ok: false, reason: 'notYesNo' };
    default: return text.length > 4000 ? { ok: false, reason: 'tooLong' } : { ok: true, read: plain };
  }
}

/** The value as the checks between fields read it; null where nothing is known. */
export function valueForRules(field: Pick<FormField, 'type'>, text: string, read: ReadValue | null): unknown {
  if (text.trim() === '' || read === null) return null;
  switch (field.type) {
    case 'number': return read.value === null ? null : { operator: read.operator, value: read.value };
    case 'yesNo': return isYes(text);
    case 'date': return { date: text.trim() };
    case 'choices': return choicesIn(text);
    default: return text.trim();
  }
}

import { fault, type Fields } from '../../method/fields.ts';
import type { Matrix } from '../../stats/matrix.ts';
import { presenceOf, type Presence } from './presence.ts';

/** The field `binary`: regions × industries of 0 and 1. */
export function readPresence(input: Fields): Presence {
  const table = input.matrix('binary');
  const wrong = table.cells.findIndex((cell) => cell !== 0 && cell !== 1);
  if (wrong >= 0) fault(`input.binary[${Math.floor(wrong / table.columns)}][${wrong % table.columns}] must be 0 or 1`);
  return presenceOf(table);
}

/** A table of amounts, none below 0. */
export function readAmounts(input: Fields, key: string, missing: boolean): Matrix {
  const table = input.matrix(key, { missing });
  const wrong = table.cells.findIndex((cell) => cell < 0);
  if (wrong >= 0) fault(`input.${key}[${Math.floor(wrong / table.columns)}][${wrong % table.columns}] must not be below 0`);
  return table;
}

/** The names of the lines; their numbers where none are given. */
export function readNames(input: Fields, key: string, count: number): string[] {
  if (!Array.isArray(input.raw(key))) return Array.from({ length: count }, (_, at) => String(at + 1));
  const names = input.texts(key);
  return names.length === count ? names : fault(`input.${key} must hold ${count} names, not ${names.length}`);
}

/** A warning for lines without a single one, whose scores are null. */
export function emptyLines(sums: Float64Array, what: string): string[] {
  const count = sums.reduce((sum, one) => sum + (one === 0 ? 1 : 0), 0);
  return count === 0 ? [] : [`${count} ${what} without a single entry: no score`];
}

import { fault, type Fields } from '../method/fields.ts';
import type { Matrix } from '../stats/matrix.ts';
import { doubtSentences, type Doubt } from './workspace.ts';

/** A table of units × indicators as it is sent to a method of this topic. */
export interface SentTable {
  matrix: Matrix;
  direction: Float64Array | undefined;
  /** How a column is called in a sentence. */
  column(at: number): string;
  /** Sentences on columns (indicators) and on rows (units), by their names where they were sent. */
  columnWarnings(doubts: readonly Doubt[]): string[];
  rowWarnings(doubts: readonly Doubt[]): string[];
}

export const tableInput = {
  units: 'names of the rows (optional)',
  indicators: 'names of the columns (optional)',
  direction: 'per indicator 1 (more is better) or −1 (less is better); all 1 where absent',
  values: 'units × indicators, null = missing',
} as const;

/** Reads `values` with the optional `units`, `indicators` and `direction` beside it. */
export function readTable(input: Fields): SentTable {
  const matrix = input.matrix('values', { missing: true });
  const units = namesOf(input, 'units', matrix.rows);
  const indicators = namesOf(input, 'indicators', matrix.columns);
  const direction = input.has('direction') ? input.numbers('direction', { length: matrix.columns }) : undefined;
  if (direction?.some((sign) => sign !== 1 && sign !== -1)) fault('input.direction must be 1 or -1 for every indicator');
  const column = (at: number): string => indicators?.[at] ?? `column ${at + 1}`;
  return {
    matrix,
    direction,
    column,
    columnWarnings: (doubts) => doubtSentences(doubts, column),
    rowWarnings: (doubts) => doubtSentences(doubts, (at) => units?.[at] ?? `row ${at + 1}`),
  };
}

function namesOf(input: Fields, key: string, count: number): string[] | undefined {
  if (!input.has(key)) return undefined;
  const names = input.texts(key);
  if (names.length !== count) fault(`input.${key} must have ${count} names, like the values`);
  return names;
}

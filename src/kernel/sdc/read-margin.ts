import { fault, type Fields } from '../method/fields.ts';
import { matrixOf, type Matrix } from '../stats/matrix.ts';
import { withTotals, type CellSet, type MarginTable } from './margin-table.ts';
import { productRule, type Contribution, type Contributors, type SensitivityRule } from './primary.ts';

/** The field `value`: amounts without totals; null = missing. */
export function readTable(input: Fields): MarginTable {
  const value = input.matrix('value', { missing: true });
  if (value.cells.some((cell) => cell < 0)) fault('input.value must not be below 0');
  return withTotals(value);
}

/** A table over the cells, with or without the line and column of totals; what is not said is 0. */
export function readOverCells(input: Fields, key: string, { rows, columns }: MarginTable): Float64Array {
  const given = input.matrix(key);
  const whole = given.rows === rows + 1 && given.columns === columns + 1;
  if (!whole && (given.rows !== rows || given.columns !== columns)) fault(`input.${key} must be ${rows} × ${columns}, or with totals ${rows + 1} × ${columns + 1}`);
  if (given.cells.some((cell) => cell < 0)) fault(`input.${key} must not be below 0`);
  if (whole) return given.cells;
  const over = new Float64Array((rows + 1) * (columns + 1));
  for (const [at, cell] of given.cells.entries()) over[Math.floor(at / columns) * (columns + 1) + (at % columns)] = cell;
  return over;
}

export const readSet = (input: Fields, key: string, table: MarginTable): CellSet => Uint8Array.from(readOverCells(input, key, table), (cell) => (cell > 0 ? 1 : 0));

/** The rule from the options; null switches a part off. */
export function readRule(params: Fields): SensitivityRule {
  const off = (key: string): boolean => params.keys().includes(key) && params.raw(key) === null;
  const dominance = { n: params.whole('n', 1, productRule.dominance?.n), k: percent(params, 'k', productRule.dominance?.k) };
  return {
    minimumFrequency: off('minimumFrequency') ? null : params.whole('minimumFrequency', 1, productRule.minimumFrequency ?? 1),
    dominance: off('n') || off('k') ? null : dominance,
    p: off('p') ? null : percent(params, 'p', productRule.p ?? 0),
    range: percent(params, 'range', productRule.range),
  };
}

/** The room that each cell needs: as the field `required` says, else `range` percent of its value. */
export function readRequired(input: Fields, params: Fields, table: MarginTable): Float64Array {
  const { range } = readRule(params);
  return input.has('required') ? readOverCells(input, 'required', table) : table.values.map((value) => (value * range) / 100);
}

function percent(params: Fields, key: string, fallback?: number): number {
  const value = params.number(key, fallback);
  return value >= 0 ? value : fault(`params.${key} must not be below 0`);
}

/** The field `contributions`: a list of { row, column, value, group? } with rows and columns from 0; and the shape it fills. */
export function readContributions(input: Fields): { contributions: Contribution[]; table: MarginTable } {
  const contributions = input.list('contributions', 'a list with at least one entry').map((one, at): Contribution => {
    const { row, column, value, group } = (one ?? {}) as Record<string, unknown>;
    if (!isPlace(row) || !isPlace(column)) return fault(`input.contributions[${at}] must have row and column, whole numbers from 0`);
    if (typeof value !== 'number' || !(value >= 0)) return fault(`input.contributions[${at}].value must be a number that is not below 0`);
    return { row, column, value, group: group === undefined || group === null ? null : String(group as string | number) };
  });
  const shape = (key: 'row' | 'column', named: string): number => Math.max(input.whole(named, 0, 0), ...contributions.map((one) => one[key] + 1));
  const cells: Matrix = matrixOf(shape('row', 'rows'), shape('column', 'columns'));
  for (const { row, column, value } of contributions) {
    const at = row * cells.columns + column;
    cells.cells[at] = (cells.cells[at] as number) + value;
  }
  return { contributions, table: withTotals(cells) };
}

const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 10_000;

/** Contributors from the numbers beside a table: `count`, if wanted `largest` and `second`. Totals need theirs too, else only their count is judged. */
export function contributorsBeside(input: Fields, table: MarginTable): (at: number) => Contributors {
  const counts = withSums(input, 'count', table);
  const largest = input.has('largest') ? readOverCells(input, 'largest', table) : null;
  const second = input.has('second') ? readOverCells(input, 'second', table) : null;
  return (at) => ({ count: counts[at] as number, largest: largest && (largest[at] as number) > 0 ? [largest[at] as number, ...(second ? [second[at] as number] : [])] : null });
}

function withSums(input: Fields, key: string, table: MarginTable): Float64Array {
  const given = input.matrix(key);
  return given.rows === table.rows && given.columns === table.columns ? withTotals(given).values : readOverCells(input, key, table);
}

/** As rows again, totals last. */
export const overCells = ({ rows, columns }: Pick<MarginTable, 'rows' | 'columns'>, cells: ArrayLike<number>): Matrix =>
  ({ rows: rows + 1, columns: columns + 1, cells: Float64Array.from(cells) });

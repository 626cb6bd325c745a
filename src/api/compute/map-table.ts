import { RefusedInput } from './refused-input.ts';
import type { Cell, Table } from './read-table.ts';

export interface Mapping {
  /** `field=column`, `field=first,second,…`, `field=*`, `field=rows:columns:values`. */
  maps: readonly string[];
  /** What stands in a cell of rows:columns:values that no row fills. */
  fill: number | null;
  /** The names of the operation's fields, in order. */
  fields: readonly string[];
  where: string;
}

/**
 * The fields of an operation from the columns of a table. One column becomes a list, several the rows of a matrix, `*` the
 * matrix of all numeric columns, and `rows:columns:values` turns a long table (one row a value) into a matrix, its rows and
 * columns in order of appearance. Without any mapping, fields take the columns of their own names; where none has one, the
 * first field takes the matrix of all numeric columns.
 */
export function mapTable(table: Table, { maps, fill, fields, where }: Mapping): Record<string, unknown> {
  if (maps.length > 0) return Object.fromEntries(maps.map((one) => mapOne(table, one, fill, where)));
  const named = fields.filter((field) => table.columns.includes(field));
  if (named.length > 0) return Object.fromEntries(named.map((field) => [field, column(table, field)]));
  const [first] = fields;
  return first === undefined ? {} : { [first]: numericMatrix(table, where) };
}

function mapOne(table: Table, one: string, fill: number | null, where: string): [string, unknown] {
  const [, field, asked] = /^([^=]+)=(.+)$/.exec(one) ?? [];
  if (field === undefined || asked === undefined) throw new RefusedInput('usage', `--map is field=column, not ${one}`);
  const check = (name: string): string => {
    if (table.columns.includes(name)) return name;
    throw new RefusedInput('notTable', `there is no column “${name}”; there are: ${table.columns.join(', ')}`, where);
  };
  if (table.columns.includes(asked)) return [field, column(table, asked)];
  if (asked === '*') return [field, numericMatrix(table, where)];
  const long = asked.split(':');
  if (long.length === 3) return [field, pivot(table, long.map(check) as [string, string, string], { fill, where })];
  const several = asked.split(',').map((name) => check(name.trim()));
  return [field, several.length === 1 ? column(table, several[0] as string) : matrix(table, several)];
}

const column = (table: Table, name: string): Cell[] => table.rows.map((row) => row[name] ?? null);

function numericMatrix(table: Table, where: string): Cell[][] {
  if (table.numeric.size === 0) throw new RefusedInput('notTable', 'no column holds numbers only', where);
  return matrix(table, [...table.numeric]);
}

const matrix = (table: Table, names: readonly string[]): Cell[][] => table.rows.map((row) => names.map((name) => row[name] ?? null));

function pivot(table: Table, [row, across, value]: [string, string, string], { fill, where }: { fill: number | null; where: string }): Cell[][] {
  const rows = [...new Set(column(table, row))];
  const columns = [...new Set(column(table, across))];
  const [rowAt, columnAt] = [rows, columns].map((names) => new Map(names.map((name, at) => [name, at]))) as [Map<Cell, number>, Map<Cell, number>];
  const cells: Cell[][] = rows.map(() => columns.map(() => fill));
  const filled = new Set<number>();
  for (const one of table.rows) {
    const [r, c] = [rowAt.get(one[row] ?? null) ?? 0, columnAt.get(one[across] ?? null) ?? 0];
    const at = r * columns.length + c;
    if (filled.has(at)) throw new RefusedInput('notTable', `two rows hold ${row} “${one[row]}”, ${across} “${one[across]}”`, where);
    filled.add(at);
    (cells[r] as Cell[])[c] = one[value] ?? null;
  }
  return cells;
}

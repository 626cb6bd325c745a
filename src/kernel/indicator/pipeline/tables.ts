import { fault, type Fields } from '../../method/fields.ts';
import { matrixOf, type Matrix } from '../../stats/matrix.ts';
import { structureOf, type Structure, type TreeFault, type TreeNode } from './structure.ts';

/** A row of a table as it comes from JSON or CSV. */
export type Row = Readonly<Record<string, unknown>>;

/** The tables of a composite indicator: `idata` (a row per unit) and `imeta` (a row per indicator, node, denominator, group). */
export interface Tables {
  structure: Structure;
  /** Codes of the units, in the order of their codes; every table that goes out is in this order. */
  units: readonly string[];
  raw: Matrix;
  denominators: Matrix;
  denominatorOf: Int32Array;
  /** Rows of idata in the order of `units`, for the columns that are no indicators. */
  rows: readonly Row[];
}

const missing = (value: unknown): boolean => value === null || value === undefined || value === '' || value === 'NA';

/** A list of rows under that name; empty where the table is not given. */
export function rowsOf(input: Fields, name: string): Row[] {
  if (!input.has(name)) return [];
  const list = input.raw(name);
  if (!Array.isArray(list) || list.some((row) => row === null || typeof row !== 'object' || Array.isArray(row))) fault(`input.${name} must be a list of rows, each an object`);
  return list as Row[];
}

/** A number of a row; NaN where it is missing. */
export function numberIn(row: Row, key: string, where: string): number {
  const value = row[key];
  if (missing(value)) return NaN;
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) fault(`${where}.${key} must be a number, or empty where it is missing`);
  return number;
}

export function textIn(row: Row, key: string, where: string): string {
  const value = row[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : fault(`${where}.${key} must be a text`);
}

const faultWords: Readonly<Record<TreeFault, string>> = {
  duplicate: 'stands there twice',
  parentUnknown: 'has a Parent that is no row of it',
  parentIsIndicator: 'has an indicator as its Parent',
  childless: 'is an aggregate into which nothing goes',
  circular: 'is part of a circle of Parents',
  noTop: 'has no row without a Parent to stand at the top',
  manyTops: 'is a second row without a Parent: there must be one top',
  noIndicator: 'has no row of Type Indicator',
};

function nodeOf(row: Row, at: number): TreeNode {
  const where = `input.imeta[${at}]`;
  const or = (key: string, fallback: number): number => (missing(row[key]) ? fallback : numberIn(row, key, where));
  const indicator = row['Type'] === 'Indicator';
  const weight = or('Weight', 1);
  const direction = or('Direction', 1);
  if (weight < 0) fault(`${where}.Weight must be 0 or more`);
  if (direction !== 1 && direction !== -1) fault(`${where}.Direction must be 1 or -1`);
  return { code: textIn(row, 'iCode', where), parent: missing(row['Parent']) ? null : textIn(row, 'Parent', where), weight, level: or('Level', indicator ? 1 : 2), direction, indicator };
}

/** Reads and checks both tables. Faults name the row and the column. */
export function readTables(input: Fields): Tables {
  const meta = rowsOf(input, 'imeta');
  if (meta.length === 0) fault('input.imeta must be a list of rows, each an object');
  const nodes = meta.map((row, at) => ({ row, at })).filter(({ row }) => row['Type'] === 'Indicator' || row['Type'] === 'Aggregate');
  const structure = structureOf(nodes.map(({ row, at }) => nodeOf(row, at)));
  if ('fault' in structure) fault(`input.imeta: ${structure.code} ${faultWords[structure.fault]}`);
  const data = rowsOf(input, 'idata');
  if (data.length < 2) fault('input.idata must be a list of rows, one for each unit, at least two');
  const coded = data.map((row, at) => ({ row, code: textIn(row, 'uCode', `input.idata[${at}]`) })).sort((one, other) => (one.code < other.code ? -1 : 1));
  const twice = coded.find(({ code }, at) => coded[at + 1]?.code === code);
  if (twice) fault(`input.idata: the unit ${twice.code} stands there twice`);
  const rows = coded.map(({ row }) => row);
  const table = (columns: readonly string[]): Matrix => {
    const matrix = matrixOf(rows.length, columns.length);
    for (const [column, key] of columns.entries()) {
      if (!rows.some((row) => Object.hasOwn(row, key))) fault(`input.idata has no column ${key}`);
      for (const [at, row] of rows.entries()) matrix.cells[at * columns.length + column] = numberIn(row, key, `input.idata, unit ${coded[at]?.code ?? ''}`);
    }
    return matrix;
  };
  const codes = structure.codes.slice(0, structure.indicators);
  const divisors = codes.map((code) => {
    const divisor = meta.find((row) => row['iCode'] === code)?.['Denominator'];
    return missing(divisor) ? null : String(divisor);
  });
  const names = [...new Set(divisors.filter((name) => name !== null))];
  return {
    structure,
    units: coded.map(({ code }) => code),
    raw: table(codes),
    denominators: table(names),
    denominatorOf: Int32Array.from(divisors, (name) => (name === null ? -1 : names.indexOf(name))),
    rows,
  };
}

/** Whole numbers for the values of one column, for group means; each unit without a group is a group of its own. */
export function groupsIn({ rows }: Tables, column: string): Int32Array {
  if (!rows.some((row) => Object.hasOwn(row, column))) fault(`input.idata has no column ${column}`);
  const numbers = new Map<unknown, number>();
  return Int32Array.from(rows, (row, at) => {
    const group = missing(row[column]) ? Symbol(String(at)) : row[column];
    if (!numbers.has(group)) numbers.set(group, numbers.size);
    return numbers.get(group) as number;
  });
}

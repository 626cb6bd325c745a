import { Fields, fault } from '../method/fields.ts';
import { testOf, type ColumnLevels } from './column-levels.ts';
import type { LinkModel, PatternCounts } from './fellegi-sunter.ts';

export interface GivenModel {
  columns: ColumnLevels[];
  /** Null where the model states levels only, and probabilities are to be estimated. */
  probabilities: LinkModel | null;
  u: number[][] | null;
  /** Share of matches to begin the estimation with. */
  lambdaStart: number | null;
}

/** The model as it is written beside the records: `comparisons` with their levels, the most alike first, `lambda`, m and u. */
export function readModel(held: Fields): GivenModel {
  const params = held.has('params') ? held.fields('params') : held;
  const read = params.list('comparisons', 'a list with at least one comparison').map((one, at) => readComparison(new Fields(one, `input.model.comparisons[${at}]`)));
  const lambda = params.has('lambda') ? params.number('lambda') : null;
  if (lambda !== null && !(lambda > 0 && lambda < 1)) fault('input.model.lambda must lie between 0 and 1');
  const [m, u] = [read.map((one) => one.m), read.map((one) => one.u)];
  const known = <Row>(rows: readonly (Row | null)[]): Row[] | null => (rows.every((row) => row !== null) ? (rows as Row[]) : null);
  const [knownM, knownU] = [known(m), known(u)];
  return {
    columns: read.map(({ columns }) => columns), u: knownU, lambdaStart: held.has('lambdaStart') ? held.number('lambdaStart') : null,
    probabilities: lambda !== null && knownM && knownU ? { lambda, m: knownM, u: knownU } : null,
  };
}

function readComparison(held: Fields): { columns: ColumnLevels; m: number[] | null; u: number[] | null } {
  const list = held.raw('levels');
  if (!Array.isArray(list)) fault(`${held.text('column')}: levels must be a list`);
  const levels = (list as unknown[]).map((one) => new Fields(one, `level of ${held.text('column')}`)).filter((level) => !level.flag('is_null_level', false) && !/\bIS NULL\b/i.test(level.text('sql_condition'))).reverse();
  if (levels.length < 2 || levels[0]?.text('sql_condition').trim().toUpperCase() !== 'ELSE') fault(`levels of ${held.text('column')} must end with ELSE and hold another`);
  const tests = levels.slice(1).map((level) => testOf(level.text('sql_condition')) ?? fault(`the condition ${level.text('sql_condition')} is not understood: equality, jaro_winkler_similarity, jaro_similarity, jaccard, levenshtein and damerau_levenshtein of one column are`));
  const shares = (key: string): number[] | null => (levels.every((level) => level.has(key)) ? levels.map((level) => level.number(key)) : null);
  return { columns: { column: held.text('column'), tests }, m: shares('m_probability'), u: shares('u_probability') };
}

/** Without a model: the name by likeness, the others by equality, of those columns that the records have. */
export function usualColumns(has: (column: string) => boolean): ColumnLevels[] {
  const equal = (left: string, right: string): boolean => left === right;
  const like = (mark: number) => testOf(`jaro_winkler_similarity("x_l", "x_r") >= ${mark}`) as (left: string, right: string) => boolean;
  const name = ['norm', 'name'].find(has);
  const rest = ['city', 'place', 'industry', 'regno', 'code'].filter(has).map((column) => ({ column, tests: [equal] }));
  if (name === undefined && rest.length === 0) fault('input.records must have a column norm or name, or input.model must name the columns');
  return [...(name === undefined ? [] : [{ column: name, tests: [like(0.8), like(0.92), equal] }]), ...rest];
}

export interface RecordTable {
  ids: (string | number)[];
  columnOf(name: string): (string | null)[];
  has(name: string): boolean;
}

export function readRecords(input: Fields): RecordTable {
  const wanted = 'a list of at least two records';
  const rows = input.list('records', wanted).map((row, at) => input.item(row, `records[${at}]`));
  if (rows.length < 2) fault(`input.records must be ${wanted}`);
  const textOf = (row: Fields, name: string): string | null => {
    const value = row.raw(name);
    if (value === null || value === undefined || value === '') return null;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : fault(`input.records: ${name} must be a text`);
  };
  const has = (name: string): boolean => rows.some((row) => row.has(name));
  const ids = rows.map((row, at) => (row.raw('unique_id') ?? row.raw('id') ?? at) as string | number);
  if (ids.some((id) => typeof id !== 'string' && typeof id !== 'number')) fault('input.records: unique_id must be a text or a number');
  if (new Set(ids).size < ids.length) fault('input.records: two records have the same unique_id');
  return { ids, has, columnOf: (name) => rows.map((row) => textOf(row, name)) };
}

/** Rows of `gamma_<column>` and `count`. */
export function readPatterns(input: Fields, columns: readonly ColumnLevels[]): PatternCounts {
  const rows = input.list('patterns', 'a list of { gamma_<column>, count }').map((row, at) => input.item(row, `patterns[${at}]`));
  const level = (row: Fields, { column, tests }: ColumnLevels): number => {
    const value = row.number(`gamma_${column}`);
    return Number.isInteger(value) && value >= -1 && value <= tests.length ? value : fault(`gamma_${column} must lie in −1..${tests.length}`);
  };
  return { levels: rows.map((row) => columns.map((column) => level(row, column))), counts: rows.map((row) => row.whole('count')) };
}

import { sql, type RawBuilder } from 'kysely';

type Cell = string | number | boolean | null | undefined;

/**
 * Many rows as one parameter a column: `select … from ${givenRows({ id: 'uuid' }, [{ id }])} as given`. COPY would be the
 * quickest way in, but the database refuses it on tables with row-level security, and filling a table beside them first
 * takes longer than this. A column of lists is given as text, its items joined by `listMark`.
 */
export function givenRows<Name extends string>(types: Readonly<Record<Name, string>>, rows: readonly Readonly<Record<Name, Cell>>[]): RawBuilder<unknown> {
  const names = Object.keys(types) as Name[];
  const columns = names.map((name) => sql`${arrayLiteral(rows.map((row) => row[name]))}::${sql.raw(types[name])}[]`);
  return sql`unnest(${sql.join(columns)}) as given (${sql.raw(names.map((name) => `"${name}"`).join(', '))})`;
}

const awkward = /["\\]/;

/** An array as PostgreSQL writes it. */
export function arrayLiteral(values: readonly Cell[]): string {
  const parts = values.map((value) => {
    if (value === null || value === undefined) return 'NULL';
    if (typeof value !== 'string') return String(value);
    return awkward.test(value) ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : `"${value}"`;
  });
  return `{${parts.join(',')}}`;
}

/** Between the items of a list that travels as one text: `string_to_array(column, ${listMark})`. No name, code or gram holds it. */
export const listMark = '\u001f';

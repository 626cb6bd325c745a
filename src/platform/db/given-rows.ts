import { sql, type RawBuilder } from 'kysely';

type Cell = string | number | boolean | null | undefined;

/**
 * Many rows as one parameter a column: `select … from ${givenRows({ id: 'uuid' }, [{ id }])} as given`. COPY would be the
 * quickest way in, but the database refuses it on tables with row-level security, and filling a table beside them first
 * takes longer than this. A column of arrays is given as array literals (`arrayLiteral`) under the type `text` and cast.
 */
export function givenRows<Name extends string>(types: Readonly<Record<Name, string>>, rows: readonly Readonly<Record<Name, Cell>>[]): RawBuilder<unknown> {
  const names = Object.keys(types) as Name[];
  const columns = names.map((name) => sql`${arrayLiteral(rows.map((row) => row[name]))}::${sql.raw(types[name])}[]`);
  return sql`unnest(${sql.join(columns)}) as given (${sql.raw(names.map((name) => `"${name}"`).join(', '))})`;
}

const awkward = /["\\]/;

/** An array as PostgreSQL writes it. */
export function arrayLiteral(values: readonly Cell[]): string {
  let text = '{';
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (at > 0) text += ',';
    if (value === null || value === undefined) text += 'NULL';
    else if (typeof value === 'string') text += awkward.test(value) ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : `"${value}"`;
    else text += String(value);
  }
  return `${text}}`;
}

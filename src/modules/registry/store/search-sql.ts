import { sql, type RawBuilder } from 'kysely';
import { queryOf } from '#platform/text/folding.ts';

/** Rows (alias) whose names hold the query; a query that folds to nothing finds nothing. */
export function nameHolds(alias: string, q: string | undefined): RawBuilder<boolean> {
  if (q === undefined || q === '') return sql<boolean>`true`;
  const { folded, grams } = queryOf(q);
  if (folded === '') return sql<boolean>`false`;
  return sql<boolean>`(${sql.ref(`${alias}.grams`)} @> ${grams}::text[] and position(${folded} in ${sql.ref(`${alias}.search_text`)}) > 0)`;
}

/** Conditions of a list's filter, where a filter left out asks for nothing. */
export function when<Value>(value: Value | undefined, condition: (value: Value) => RawBuilder<boolean>): RawBuilder<boolean>[] {
  return value === undefined ? [] : [condition(value)];
}

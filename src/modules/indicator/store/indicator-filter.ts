import { sql, type RawBuilder } from 'kysely';
import { scopeSql } from '#platform/auth/scope-sql.ts';
import type { Scope } from '#platform/auth/permission.rules.ts';
import type { Context } from '#platform/module/module.ts';
import { queryOf } from '#platform/text/folding.ts';
import { dimensions, type IndicatorFacets } from '../words/indicator.schema.ts';
import { readableFor } from './reader.ts';

export interface IndicatorFilter {
  q?: string | undefined;
  dimension?: string | undefined;
  topic?: string | undefined;
  state?: string | undefined;
  held?: 'true' | 'false' | undefined;
}

/** Definitions belong to the whole space: only their visibility decides. */
export const indicatorsIn = (scope: Scope, alias = 'indicator') => scopeSql(scope, { visibility: sql.ref(`${alias}.visibility`) });

/**
 * Tables that the reader may see whole. One collected as a statistical survey is for the officials who collect it; what
 * others get of it is a published edition, from which nobody can be told (the gate `mayUse` for the use `statistics`).
 */
export function tablesIn(context: Context, alias = 'cross_table'): RawBuilder<boolean> {
  const survey = context.scope('observation.survey').everything;
  return sql<boolean>`(${scopeSql(context.scope('indicator.read'), { visibility: visibilityOfTable(alias) })} and (${sql.ref(`${alias}.basis`)} <> 'statisticalSurvey' or ${sql.ref(`${alias}.edition_number`)} is not null or ${survey}))`;
}

/** What a statistical survey collects is never open, but for its editions. */
export const visibilityOfTable = (alias: string): RawBuilder<string> =>
  sql<string>`case when ${sql.ref(`${alias}.basis`)} = 'statisticalSurvey' and ${sql.ref(`${alias}.edition_number`)} is null then 'internal' else ${sql.ref(`${alias}.visibility`)} end`;

export function indicatorsWhere(context: Context, filter: IndicatorFilter): RawBuilder<boolean> {
  const parts = [sql<boolean>`indicator.archived_at is null`, indicatorsIn(context.scope('indicator.read'))];
  if (filter.q) {
    const { folded, grams } = queryOf(filter.q);
    parts.push(folded === '' ? sql<boolean>`false` : sql<boolean>`indicator.grams @> ${grams}::text[] and position(${folded} in indicator.search_text) > 0`);
  }
  if (filter.dimension) parts.push(filter.dimension === 'none' ? sql<boolean>`indicator.dimension is null` : sql<boolean>`indicator.dimension = ${filter.dimension}`);
  if (filter.topic) parts.push(sql<boolean>`indicator.topic = ${filter.topic}`);
  if (filter.state) parts.push(sql<boolean>`indicator.state = ${filter.state}`);
  if (filter.held) parts.push(sql<boolean>`${sql.raw(filter.held === 'true' ? '' : 'not')} exists (select 1 from observation o where o.space_id = indicator.space_id and o.indicator_id = indicator.id and ${readableFor(context)})`);
  return sql<boolean>`(${sql.join(parts, sql` and `)})`;
}

/** The tree of dimensions and topics under one filter; the dimension and topic of the filter itself do not narrow it. */
export async function countIndicatorFacets(context: Context, filter: IndicatorFilter): Promise<IndicatorFacets> {
  const where = indicatorsWhere(context, { ...filter, dimension: undefined, topic: undefined });
  const { rows } = await sql<{ dimension: IndicatorFacets['byDimension'][number]['dimension']; topic: string | null; state: IndicatorFacets['byState'][number]['state']; count: number }>`
    select dimension, topic, state, count(*)::int as count from indicator where ${where} group by dimension, topic, state order by dimension, topic`.execute(context.db);
  const sum = (list: readonly { count: number }[]) => list.reduce((so, { count }) => so + count, 0);
  const order = (dimension: IndicatorFacets['byDimension'][number]['dimension']) => (dimension === null ? dimensions.length : dimensions.indexOf(dimension));
  return {
    total: sum(rows),
    byDimension: grouped(rows.toSorted((a, b) => order(a.dimension) - order(b.dimension)), (row) => row.dimension).map(([dimension, own]) => ({ dimension, count: sum(own), topics: grouped(own, (row) => row.topic).map(([topic, each]) => ({ topic, count: sum(each) })) })),
    byState: grouped(rows, (row) => row.state).map(([state, own]) => ({ state, count: sum(own) })),
  };
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): [Key, Row[]][] {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups];
}

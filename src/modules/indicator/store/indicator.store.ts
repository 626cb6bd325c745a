import { sql } from 'kysely';
import type { z } from 'zod';
import { nameColumnsOf } from '#modules/registry/index.ts';
import { keyset, toPage, type SortKey } from '#platform/db/page.ts';
import { isoTime } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Indicator, IndicatorInput, indicatorListQuery, IndicatorState, IndicatorSummary } from '../words/indicator.schema.ts';
import { indicatorsWhere } from './indicator-filter.ts';
import { readableFor } from './reader.ts';

/** A definition as other rooms use it. */
export type IndicatorRow = Pick<Indicator, 'id' | 'key' | 'visibility' | 'state' | 'name' | 'definition' | 'dimension' | 'topic' | 'kind' | 'unit' | 'direction' | 'periodicity' | 'decimals' | 'formula' | 'reportedBy' | 'basis' | 'population' | 'timing' | 'productDefault'>;

const rowColumns = sql`indicator.id, indicator.key, indicator.visibility, indicator.state, indicator.name, indicator.definition, indicator.dimension, indicator.topic, indicator.kind, indicator.unit, indicator.direction, indicator.periodicity, indicator.decimals,
  indicator.formula, indicator.reported_by as "reportedBy", indicator.basis, indicator.population, indicator.timing, indicator.product_default as "productDefault"`;

/** By ids or keys, in no particular order; unknown ones are left out. */
export async function findIndicators(db: SpaceDb, asked: { ids?: readonly string[]; keys?: readonly string[] }): Promise<IndicatorRow[]> {
  return (await sql<IndicatorRow>`select ${rowColumns} from indicator where id = any (${[...(asked.ids ?? [])]}::uuid[]) or key = any (${[...(asked.keys ?? [])]}::text[])`.execute(db)).rows;
}

/** All that are in use: active ones, and drafts where asked for. */
export async function listIndicators(db: SpaceDb, asked: { states?: readonly IndicatorState[] } = {}): Promise<IndicatorRow[]> {
  return (await sql<IndicatorRow>`select ${rowColumns} from indicator where state = any (${[...(asked.states ?? ['active'])]}::text[]) and archived_at is null order by dimension nulls last, topic nulls last, sort_name, id`.execute(db)).rows;
}

const summaryColumns = sql`${rowColumns}, indicator.version, indicator.sample, ${isoTime('indicator.created_at')} as "createdAt", ${isoTime('indicator.updated_at')} as "updatedAt", ${isoTime('indicator.archived_at')} as "archivedAt",
  source.title as "sourceTitle", (indicator.formula is not null) as computed, held.observations as "observationCount", held.subjects as "subjectCount", held.first as "firstPeriod", held.last as "lastPeriod"`;

/** What this reader sees of each indicator's values. */
const from = (context: Context) => sql`from indicator left join source on source.space_id = indicator.space_id and source.id = indicator.source_id
  left join lateral (select count(*)::int as observations, count(distinct (o.subject_kind, o.subject_id))::int as subjects, (array_agg(o.period order by o.period_start, o.period_end))[1] as first, (array_agg(o.period order by o.period_end desc, o.period_start desc))[1] as last
    from observation o where o.space_id = indicator.space_id and o.indicator_id = indicator.id and ${readableFor(context)}) held on true`;

/** Null for a cursor this list did not make. */
export async function listIndicatorRows(context: Context, query: z.output<typeof indicatorListQuery>): Promise<Page<IndicatorSummary> | null> {
  const keys: Record<string, SortKey> = { name: { expression: sql`indicator.sort_name`, type: 'text' }, updatedAt: { expression: sql`indicator.updated_at`, type: 'timestamptz' } };
  const page = keyset(keys, query.sort, query.cursor, sql`indicator.id`);
  if (!page) return null;
  const where = indicatorsWhere(context, query);
  const { rows } = await sql<Indicator & { cursor_value: string }>`
    select ${summaryColumns}, ${page.cursorValue} as cursor_value ${from(context)} where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from indicator where ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, definition: _d, formula: _f, reportedBy: _r, basis: _b, population: _p, timing: _t, ...item }) => item);
}

export async function findIndicator(context: Context, id: string): Promise<Omit<Indicator, 'formulaTerms'> | null> {
  const { rows } = await sql<Omit<Indicator, 'formulaTerms'>>`select ${summaryColumns}, indicator.source_id as "sourceId", indicator.aliases ${from(context)} where indicator.id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

export interface NewIndicator extends IndicatorInput {
  state?: IndicatorState;
  sample?: boolean;
  productDefault?: boolean;
  batchId?: string | null;
}

const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));
const wordsOf = (input: IndicatorInput) => nameColumnsOf(input.name, { aliases: input.aliases, codes: [input.key] });

/** Many at once; the ids in the order given. Keys must be free. */
export async function insertIndicators(context: Context, given: readonly NewIndicator[]): Promise<string[]> {
  const rows = given.map((one) => ({
    ...one, ...wordsOf(one), id: context.newId(), state: one.state ?? 'draft', sample: one.sample ?? false, productDefault: one.productDefault ?? false, batchId: one.batchId ?? null,
  }));
  await sql`insert into indicator (space_id, id, visibility, sample, product_default, key, state, name, sort_name, definition, dimension, topic, kind, unit, direction, periodicity, decimals, source_id, formula, reported_by, basis, population, timing, aliases, batch_id, search_text, grams, created_at, updated_at)
    select ${context.spaceId}::uuid, id, visibility, sample, "productDefault", key, state, name, "sortName", nullif(definition, 'null'::jsonb), dimension, topic, kind, unit, direction, periodicity, decimals, "sourceId", formula, nullif("reportedBy", 'null'::jsonb), basis, population, timing, aliases, "batchId", "searchText", grams, ${context.now}, ${context.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, visibility text, sample boolean, "productDefault" boolean, key text, state text, name jsonb, "sortName" text, definition jsonb, dimension text, topic text, kind text, unit text, direction text, periodicity text,
      decimals int, "sourceId" uuid, formula text, "reportedBy" jsonb, basis text, population text, timing text, aliases text[], "batchId" uuid, "searchText" text, grams text[])`.execute(context.db);
  return rows.map(({ id }) => id);
}

/** False when the row has moved on since `version`. */
export async function updateIndicatorRow(context: Context, id: string, version: number | null, input: IndicatorInput): Promise<boolean> {
  const made = wordsOf(input);
  const done = await sql`update indicator set version = version + 1, visibility = ${input.visibility}, key = ${input.key}, name = ${json(input.name)}::jsonb, sort_name = ${made.sortName}, definition = ${json(input.definition)}::jsonb, dimension = ${input.dimension},
      topic = ${input.topic}, kind = ${input.kind}, unit = ${input.unit}, direction = ${input.direction}, periodicity = ${input.periodicity}, decimals = ${input.decimals}, source_id = ${input.sourceId}::uuid, formula = ${input.formula},
      reported_by = ${json(input.reportedBy)}::jsonb, basis = ${input.basis}, population = ${input.population}, timing = ${input.timing}, aliases = ${input.aliases}::text[], search_text = ${made.searchText}, grams = ${made.grams}::text[], updated_at = ${context.now}
    where id = ${id}::uuid and (${version}::int is null or version = ${version}::int) returning 1`.execute(context.db);
  return done.rows.length > 0;
}

export async function moveIndicator(context: Context, id: string, version: number | null, state: IndicatorState): Promise<boolean> {
  const done = await sql`update indicator set version = version + 1, state = ${state}, updated_at = ${context.now} where id = ${id}::uuid and (${version}::int is null or version = ${version}::int) returning 1`.execute(context.db);
  return done.rows.length > 0;
}

/** Keys that are taken, by others than `except`. */
export async function takenKeys(db: SpaceDb, keys: readonly string[], except: string | null = null): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select key from indicator where key = any (${[...keys]}::text[]) and (${except}::uuid is null or id <> ${except}::uuid)`.execute(db);
  return new Set(rows.map(({ key }) => key));
}

/** Units in which values of an indicator are held. */
export async function unitsHeld(db: SpaceDb, id: string): Promise<string[]> {
  return (await sql<{ unit: string }>`select distinct unit from observation where indicator_id = ${id}::uuid and unit is not null`.execute(db)).rows.map(({ unit }) => unit);
}

export async function namesOfKeys(db: SpaceDb, keys: readonly string[]): Promise<Map<string, { id: string; name: Name }>> {
  const { rows } = await sql<{ key: string; id: string; name: Name }>`select key, id, name from indicator where key = any (${[...keys]}::text[]) and visibility = 'open'`.execute(db);
  return new Map(rows.map(({ key, id, name }) => [key, { id, name }]));
}

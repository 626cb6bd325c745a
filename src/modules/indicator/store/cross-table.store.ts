import { sql } from 'kysely';
import type { z } from 'zod';
import { keyset, toPage, type SortKey } from '#platform/db/page.ts';
import { isoTime } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import { queryOf } from '#platform/text/folding.ts';
import type { CrossTable, crossTableListQuery, CrossTableRow, crossTableRowQuery, CrossTableSummary } from '../words/cross-table.schema.ts';
import { tablesIn } from './indicator-filter.ts';

const columns = sql`cross_table.id, cross_table.version, cross_table.visibility, cross_table.sample, cross_table.name, cross_table.measure, cross_table.unit, cross_table.period,
  case when v.id is null then null else jsonb_build_object('id', v.id, 'title', v.title, 'releasedOn', to_char(v.released_on, 'YYYY-MM-DD')) end as vintage, source.title as "sourceTitle",
  cross_table.area_system as "areaSystem", cross_table.industry_system as "industrySystem", cross_table.basis, cross_table.batch_id as "batchId", case when cross_table.edition_number is null then null else jsonb_build_object('of', cross_table.edition_of, 'number', cross_table.edition_number) end as edition, ${isoTime('cross_table.created_at')} as "createdAt", ${isoTime('cross_table.updated_at')} as "updatedAt",
  (select count(*)::int from cross_table_row r where r.space_id = cross_table.space_id and r.cross_table_id = cross_table.id) as "areaCount",
  (select count(*)::int from cross_table_column c where c.space_id = cross_table.space_id and c.cross_table_id = cross_table.id) as "industryCount"`;
const from = sql`from cross_table left join vintage v on v.space_id = cross_table.space_id and v.id = cross_table.vintage_id left join source on source.space_id = cross_table.space_id and source.id = cross_table.source_id`;

export async function listCrossTableRowsOfSpace(context: Context, query: z.output<typeof crossTableListQuery>): Promise<Page<CrossTableSummary> | null> {
  const page = keyset({ name: { expression: sql`cross_table.sort_name`, type: 'text' }, updatedAt: { expression: sql`cross_table.updated_at`, type: 'timestamptz' } }, query.sort, query.cursor, sql`cross_table.id`);
  if (!page) return null;
  const asked = query.q ? queryOf(query.q) : null;
  const named = asked === null ? sql`true` : asked.folded === '' ? sql`false` : sql`(cross_table.grams @> ${asked.grams}::text[] and position(${asked.folded} in cross_table.search_text) > 0)`;
  const where = sql`${tablesIn(context)} and ${named}`;
  const { rows } = await sql<CrossTableSummary & { cursor_value: string }>`select ${columns}, ${page.cursorValue} as cursor_value ${from} where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from cross_table where ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findCrossTable(context: Context, id: string): Promise<CrossTable | null> {
  const { rows } = await sql<CrossTableSummary>`select ${columns} ${from} where cross_table.id = ${id}::uuid and ${tablesIn(context)}`.execute(context.db);
  const [head] = rows;
  if (!head) return null;
  const own = await sql<CrossTable['columns'][number]>`
    select c.id, t.position, c.code, c.name, case when i.id is null then null else jsonb_build_object('id', i.id, 'name', i.name) end as industry, s.sum, trim_scale(t.stated_total)::text as "statedTotal"
    from cross_table_column t join industry_column c on c.space_id = t.space_id and c.id = t.industry_column_id left join industry i on i.id = c.industry_id
      left join (select n, trim_scale(sum(v))::text as sum from cross_table_row r cross join lateral unnest(r.cells) with ordinality u (v, n) where r.cross_table_id = ${id}::uuid group by n) s on s.n = t.position
    where t.cross_table_id = ${id}::uuid order by t.position`.execute(context.db);
  const { rows: [tally] } = await sql<Pick<CrossTable, 'nonZero' | 'zero' | 'notApplicable' | 'suppressed'>>`
    select coalesce(sum(cardinality(array_positions(cells, 0))), 0)::int as zero, coalesce(sum(length(marks) - length(replace(marks, 'v', '')) - cardinality(array_positions(cells, 0))), 0)::int as "nonZero",
      coalesce(sum(length(marks) - length(replace(marks, 's', ''))), 0)::int as suppressed, coalesce(sum(length(marks) - length(replace(marks, 'n', ''))), 0)::int as "notApplicable"
    from cross_table_row where cross_table_id = ${id}::uuid`.execute(context.db);
  const { zero = 0, nonZero = 0, suppressed = 0, notApplicable = 0 } = tally ?? {};
  const cellCount = head.areaCount * head.industryCount;
  return { ...head, columns: own.rows, cellCount, zero, nonZero, suppressed, notApplicable, notStated: cellCount - zero - nonZero - suppressed - notApplicable };
}

/** Heads of the tables that the reader may see, or of those of them that are asked for; the newest period first. */
export async function readableTables(context: Context, ids?: readonly string[]): Promise<CrossTableSummary[]> {
  const asked = ids ? sql`cross_table.id = any (${[...ids]}::uuid[])` : sql`true`;
  const { rows } = await sql<CrossTableSummary>`select ${columns} ${from} where ${tablesIn(context)} and ${asked} order by cross_table.period desc, cross_table.sort_name, cross_table.id limit 300`.execute(context.db);
  return rows;
}

const sumOfRow = sql`(select sum(v) from unnest(r.cells) v)`;

export async function listRowsOfTable(context: Context, tableId: string, query: z.output<typeof crossTableRowQuery>): Promise<Page<CrossTableRow> | null> {
  const keys: Record<string, SortKey> = { position: { expression: sql`r.position::bigint`, type: 'bigint' }, sum: { expression: sql`coalesce(${sumOfRow}, -1)`, type: 'numeric' } };
  const page = keyset(keys, query.sort, query.cursor, sql`r.area_id`);
  if (!page) return null;
  const where = sql`r.cross_table_id = ${tableId}::uuid and ${query.q ? sql`position(lower(${query.q}) in lower(a.code || ' ' || coalesce(a.name ->> 'zh', '') || ' ' || coalesce(a.name ->> 'en', ''))) > 0` : sql`true`}`;
  const joined = sql`from cross_table_row r join area a on a.space_id = r.space_id and a.id = r.area_id left join territory t on t.id = a.territory_id`;
  const { rows } = await sql<CrossTableRow & { cursor_value: string }>`
    select a.id, a.code, a.name, case when t.id is null then null else jsonb_build_object('id', t.id, 'name', t.name) end as territory, array(select trim_scale(v)::text from unnest(r.cells) with ordinality u (v, n) order by n) as cells, r.marks,
      trim_scale(${sumOfRow})::text as sum, trim_scale(r.stated_total)::text as "statedTotal", r.batch_id as "batchId", r.origin_row as "originRow", ${page.cursorValue} as cursor_value
    ${joined} where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${joined} where ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

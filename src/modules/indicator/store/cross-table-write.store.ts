import { sql } from 'kysely';
import { nameColumnsOf } from '#modules/registry/index.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import { nameInItsLanguage } from '../words/figure-cell.rules.ts';
import type { Basis } from '../words/indicator.schema.ts';

export interface NewTable {
  key: string;
  name: string | Name;
  measure: string | null;
  unit: string | null;
  period: string;
  vintageId: string | null;
  sourceId: string | null;
  areaSystem: string;
  industrySystem: string;
  basis: Basis;
  batchId: string | null;
  sample?: boolean;
}

/** The table of this name, period and vintage, if there is one. */
export async function findTableId(db: SpaceDb, key: string, period: string, vintageId: string | null): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from cross_table where key = ${key} and period = ${period} and vintage_id is not distinct from ${vintageId}::uuid`.execute(db);
  return rows[0]?.id ?? null;
}

export async function insertTable(context: Context, table: NewTable): Promise<string> {
  const id = context.newId();
  const name = typeof table.name === 'string' ? nameInItsLanguage(table.name) : table.name;
  const words = nameColumnsOf(name, { aliases: table.measure ? [table.measure] : [] });
  await sql`insert into cross_table (space_id, id, visibility, sample, key, name, sort_name, measure, unit, period, vintage_id, source_id, area_system, industry_system, basis, batch_id, search_text, grams, created_at, updated_at)
    values (${context.spaceId}, ${id}, 'open', ${table.sample ?? false}, ${table.key}, ${JSON.stringify(name)}::jsonb, ${words.sortName}, ${table.measure}, ${table.unit}, ${table.period}, ${table.vintageId}::uuid, ${table.sourceId}::uuid,
      ${table.areaSystem}, ${table.industrySystem}, ${table.basis}, ${table.batchId}::uuid, ${words.searchText}, ${words.grams}::text[], ${context.now}, ${context.now})`.execute(context.db);
  return id;
}

/** industry column id → position, from 1. */
export async function columnPositions(db: SpaceDb, tableId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; position: number }>`select industry_column_id as id, position from cross_table_column where cross_table_id = ${tableId}::uuid order by position`.execute(db);
  return new Map(rows.map(({ id, position }) => [id, position]));
}

export async function addColumns(context: Context, tableId: string, columns: readonly { id: string; position: number }[]): Promise<void> {
  await sql`insert into cross_table_column (space_id, cross_table_id, position, industry_column_id)
    select ${context.spaceId}::uuid, ${tableId}::uuid, g.position, g.id from jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) as g (id uuid, position int)`.execute(context.db);
}

/** A region's cells in the order of the columns, as far as any is told. */
export interface StoredLine {
  areaId: string;
  position: number;
  cells: (string | null)[];
  marks: string;
  total: string | null;
  row: number | null;
  rows: (number | null)[] | null;
}

export async function findLines(db: SpaceDb, tableId: string, areaIds: readonly string[]): Promise<Map<string, StoredLine>> {
  const { rows } = await sql<StoredLine>`select area_id as "areaId", position, array(select trim_scale(c)::text from unnest(cells) with ordinality u (c, n) order by n) as cells, marks, trim_scale(stated_total)::text as total, origin_row as row, origin_rows as rows
    from cross_table_row where cross_table_id = ${tableId}::uuid and area_id = any (${[...areaIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.areaId, row]));
}

const chunk = 1000;

/** Writes whole lines in bulk; a line that is there takes the new cells. */
export async function writeLines(context: Context, tableId: string, batchId: string | null, lines: readonly StoredLine[]): Promise<void> {
  for (let from = 0; from < lines.length; from += chunk) {
    await sql`insert into cross_table_row (space_id, cross_table_id, area_id, position, cells, marks, stated_total, origin_row, origin_rows, batch_id)
      select ${context.spaceId}::uuid, ${tableId}::uuid, g."areaId", g.position, g.cells, g.marks, g.total, g.row, g.rows, ${batchId}::uuid
      from jsonb_to_recordset(${JSON.stringify(lines.slice(from, from + chunk))}::jsonb) as g ("areaId" uuid, position int, cells numeric[], marks text, total numeric, row int, rows int[])
      on conflict (space_id, cross_table_id, area_id) do update set cells = excluded.cells, marks = excluded.marks, stated_total = excluded.stated_total, origin_rows = excluded.origin_rows`.execute(context.db);
  }
}

/** What the file gives as the sum of a column; a later file that says it again wins. */
export async function stateColumnTotals(context: Context, tableId: string, totals: readonly { position: number; total: string }[]): Promise<void> {
  await sql`update cross_table_column set stated_total = g.total from jsonb_to_recordset(${JSON.stringify(totals)}::jsonb) as g (position int, total numeric)
    where cross_table_id = ${tableId}::uuid and cross_table_column.position = g.position`.execute(context.db);
}

export async function touchTable(context: Context, tableId: string): Promise<void> {
  await sql`update cross_table set updated_at = ${context.now} where id = ${tableId}::uuid`.execute(context.db);
}

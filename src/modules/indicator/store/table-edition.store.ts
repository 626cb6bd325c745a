import { sql } from 'kysely';
import type { Context } from '#platform/module/module.ts';

/** What is published of a table, in the order of its rows and columns; an empty total is not published. */
export interface PublishedCells {
  number: number;
  rows: { areaId: string; cells: (string | null)[]; marks: string; total: string | null }[];
  columns: { industryId: string; total: string | null }[];
}

/** Writes an edition of a table beside it, as a table of its own that never changes; answers its id. Whoever calls has checked the right to publish. */
export async function publishTable(context: Context, tableId: string, { number, rows, columns }: PublishedCells): Promise<string> {
  const id = context.newId();
  await sql`insert into cross_table (space_id, id, visibility, sample, key, name, sort_name, measure, unit, period, vintage_id, source_id, area_system, industry_system, basis, batch_id, search_text, grams, created_at, updated_at, edition_of, edition_number)
    select space_id, ${id}::uuid, 'open', sample, ${`edition:${tableId}:${number}`}, name, sort_name, measure, unit, period, vintage_id, source_id, area_system, industry_system, basis, null, search_text, grams, ${context.now}, ${context.now}, id, ${number}
    from cross_table where id = ${tableId}::uuid`.execute(context.db);
  const positions = columns.map(({ industryId, total }, at) => ({ position: at + 1, industryId, total }));
  await sql`insert into cross_table_column (space_id, cross_table_id, position, industry_column_id, stated_total)
    select ${context.spaceId}::uuid, ${id}::uuid, g.position, g."industryId", g.total from jsonb_to_recordset(${JSON.stringify(positions)}::jsonb) as g (position int, "industryId" uuid, total numeric)`.execute(context.db);
  const lines = rows.map((row, at) => ({ ...row, position: at + 1 }));
  await sql`insert into cross_table_row (space_id, cross_table_id, area_id, position, cells, marks, stated_total)
    select ${context.spaceId}::uuid, ${id}::uuid, g."areaId", g.position, g.cells, g.marks, g.total
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as g ("areaId" uuid, position int, cells numeric[], marks text, total numeric)`.execute(context.db);
  return id;
}

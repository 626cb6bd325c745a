import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';

export interface LoadedTable {
  areas: { id: string; code: string; name: Name; territoryId: string | null }[];
  industries: { id: string; code: string; name: Name; industryId: string | null }[];
  /** Row by row: region r, industry c at `r * industries.length + c`; NaN where there is no figure. */
  cells: Float64Array;
  /** One letter a cell: v a value, m not stated, n not applicable, s suppressed. */
  marks: string[];
}

/** A whole table as numbers to compute with. Totals as stated are no part of it. */
export async function loadCrossTable(db: SpaceDb, tableId: string): Promise<LoadedTable> {
  const industries = await sql<LoadedTable['industries'][number]>`select c.id, c.code, c.name, c.industry_id as "industryId" from cross_table_column t join industry_column c on c.space_id = t.space_id and c.id = t.industry_column_id where t.cross_table_id = ${tableId}::uuid order by t.position`.execute(db);
  const lines = await sql<LoadedTable['areas'][number] & { cells: string; marks: string }>`select a.id, a.code, a.name, a.territory_id as "territoryId", array_to_string(r.cells, ',', '') as cells, r.marks
    from cross_table_row r join area a on a.space_id = r.space_id and a.id = r.area_id where r.cross_table_id = ${tableId}::uuid order by r.position, a.code`.execute(db);
  const width = industries.rows.length;
  const cells = new Float64Array(lines.rows.length * width).fill(Number.NaN);
  const marks: string[] = Array.from({ length: cells.length }, () => 'm');
  lines.rows.forEach((line, row) => {
    const values = line.cells.split(',');
    for (let column = 0; column < line.marks.length; column += 1) {
      marks[row * width + column] = line.marks[column] ?? 'm';
      if (line.marks[column] === 'v') cells[row * width + column] = Number(values[column]);
    }
  });
  return { areas: lines.rows.map(({ cells: _, marks: _m, ...area }) => area), industries: industries.rows, cells, marks };
}

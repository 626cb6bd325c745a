import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';

export interface PlannedRows {
  creates: number;
  /** Rows that are a record already and change it. */
  changes: number;
  remarks: { reason: string; count: number }[];
}

/** Rows whose group is written, and what is said of them. */
export async function plannedRows(db: SpaceDb, batchId: string, written: readonly string[]): Promise<PlannedRows> {
  const rows = sql`import_verdict where batch_id = ${batchId} and row_group = any (${written}::text[])`;
  const counts = await sql<{ creates: number; changes: number }>`
    select count(*) filter (where match_id is null)::int as creates, count(*) filter (where match_id is not null)::int as changes from ${rows}`.execute(db);
  const remarks = await sql<{ reason: string; count: number }>`
    select reason ->> 'reason' as reason, count(*)::int as count from (select reasons from ${rows}) own, jsonb_array_elements(own.reasons) reason group by 1 order by 2 desc, 1 limit 40`.execute(db);
  return { ...(counts.rows[0] ?? { creates: 0, changes: 0 }), remarks: remarks.rows };
}

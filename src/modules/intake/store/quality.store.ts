import { sql } from 'kysely';
import type { Scope } from '#platform/auth/permission.rules.ts';
import { isoTime } from '#platform/db/row-sql.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import { batchesWithin } from './batch.store.ts';
import type { StoredBatch } from './batch.store.ts';

export type CountedBatch = Pick<StoredBatch, 'id' | 'target' | 'columns' | 'mapping' | 'rowCount' | 'counts' | 'outcome' | 'appliedAt'> & { state: string };
const considered = 500;

/** The files of a source that a reader may see, the newest first. */
export async function batchesOfSource(db: SpaceDb, sourceId: string, scope: Scope): Promise<CountedBatch[]> {
  return (await sql<CountedBatch>`
    select id, target, columns, mapping, row_count as "rowCount", counts, outcome, state, ${isoTime('applied_at')} as "appliedAt"
    from import_batch where source_id = ${sourceId}::uuid and state not in ('discarded') and ${batchesWithin(scope)} order by created_at desc, id limit ${considered}`.execute(db)).rows;
}

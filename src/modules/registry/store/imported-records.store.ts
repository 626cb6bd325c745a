import { sql, type RawBuilder } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';

type Condition = RawBuilder<boolean>;
/** Tables whose rows an import makes one by one, and when a row counts as untouched and unused since. */
const untouched = {
  cluster: sql<boolean>`it.version = it.batch_version and it.archived_at is null
    and not exists (select 1 from membership m where m.cluster_id = it.id) and not exists (select 1 from cluster_organisation c where c.cluster_id = it.id)
    and not exists (select 1 from place_cluster p where p.cluster_id = it.id) and not exists (select 1 from list_entry e where e.subject_id = it.id::text)
    and not exists (select 1 from statement s where s.subject_kind = 'cluster' and s.subject_id = it.id::text) and not exists (select 1 from composition c where c.subject_kind = 'cluster' and c.subject_id = it.id::text)
    and not exists (select 1 from alias a where a.subject_kind = 'cluster' and a.subject_id = it.id::text) and not exists (select 1 from mandate m where m.scope_kind = 'cluster' and m.scope_id = it.id::text)`,
  place: sql<boolean>`it.version = it.batch_version and it.archived_at is null
    and not exists (select 1 from place below where below.parent_id = it.id) and not exists (select 1 from organisation_site s where s.place_id = it.id)
    and not exists (select 1 from list_entry e where e.subject_id = it.id::text) and not exists (select 1 from statement s where s.subject_kind = 'place' and s.subject_id = it.id::text)
    and not exists (select 1 from composition c where c.subject_kind = 'place' and c.subject_id = it.id::text) and not exists (select 1 from alias a where a.subject_kind = 'place' and a.subject_id = it.id::text)`,
  membership: sql<boolean>`it.updated_at is null`,
  // a title is added or removed, never changed
  title: sql<boolean>`true`,
  seat: sql<boolean>`it.updated_at is null`,
  body: sql<boolean>`it.updated_at is null and not exists (select 1 from seat s where s.body_id = it.id)`,
} as const satisfies Record<string, Condition>;
export type ImportedTable = keyof typeof untouched;

export interface TakenBack {
  removed: number;
  kept: number;
  /** What goes on showing where it comes from. */
  keptIds: string[];
}

/** Takes back what the batch made in this table and nobody touched or pointed at since. */
export async function removeImported(db: SpaceDb, table: ImportedTable, batchId: string): Promise<TakenBack> {
  const gone = await sql`delete from ${sql.table(table)} it where it.batch_id = ${batchId}::uuid and ${untouched[table]} returning it.id`.execute(db);
  const left = await sql<{ id: string }>`select id from ${sql.table(table)} where batch_id = ${batchId}::uuid order by id`.execute(db);
  return { removed: gone.rows.length, kept: left.rows.length, keptIds: left.rows.map(({ id }) => id) };
}

import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';
import { removeUnusedCoded } from './area.store.ts';

type Undone = { removed: number; kept: number };

/** Removes the drafts that a batch made, as far as nobody changed them or wrote a value for them. */
export async function removeIndicatorsOf(db: SpaceDb, batchId: string): Promise<Undone> {
  const { rows } = await sql`delete from indicator i where i.batch_id = ${batchId}::uuid and i.version = 1 and not exists (select 1 from observation o where o.space_id = i.space_id and o.indicator_id = i.id)
    and not exists (select 1 from growth_statement g where g.space_id = i.space_id and g.indicator_id = i.id) and not exists (select 1 from series_break b where b.space_id = i.space_id and b.indicator_id = i.id) returning 1`.execute(db);
  const left = await sql<{ kept: number }>`select count(*)::int as kept from indicator where batch_id = ${batchId}::uuid`.execute(db);
  return { removed: rows.length, kept: left.rows[0]?.kept ?? 0 };
}

/** Removes the values of a batch, but for those that somebody chose for display, and what was made only for them. */
export async function removeObservationsOf(db: SpaceDb, batchId: string): Promise<Undone> {
  const { rows } = await sql`delete from observation o where o.origin = 'batch' and o.origin_id = ${batchId}::uuid and not exists (select 1 from observation_choice c where c.space_id = o.space_id and c.observation_id = o.id) returning 1`.execute(db);
  await sql`delete from growth_statement where batch_id = ${batchId}::uuid`.execute(db);
  const left = await sql<{ kept: number }>`select count(*)::int as kept from observation where origin = 'batch' and origin_id = ${batchId}::uuid`.execute(db);
  await removeIndicatorsOf(db, batchId);
  await removeUnusedCoded(db);
  return { removed: rows.length, kept: left.rows[0]?.kept ?? 0 };
}

/** Removes the rows that a batch brought into tables, and the tables that it made and that hold nothing more; one that was published stays, for its editions name it. */
export async function removeTableRowsOf(db: SpaceDb, batchId: string): Promise<Undone> {
  const { rows } = await sql`delete from cross_table_row where batch_id = ${batchId}::uuid returning 1`.execute(db);
  await sql`delete from cross_table t where t.batch_id = ${batchId}::uuid and t.version = 1 and not exists (select 1 from cross_table_row r where r.space_id = t.space_id and r.cross_table_id = t.id)
    and not exists (select 1 from cross_table e where e.space_id = t.space_id and e.edition_of = t.id)`.execute(db);
  await removeUnusedCoded(db);
  return { removed: rows.length, kept: 0 };
}

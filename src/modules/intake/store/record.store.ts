import { sql } from 'kysely';
import { givenRows } from '#platform/db/given-rows.ts';
import type { ImportChange, ImportOutcome, SpaceDb } from '#platform/module/module.ts';

/** Which rows made or changed which records. */
export async function saveRecords(db: SpaceDb, batchId: string, records: ImportOutcome['records']): Promise<void> {
  if (records.length === 0) return;
  const given = records.map(({ rowNumber, recordId, effect = 'created' }) => ({ row_number: rowNumber, record_id: recordId, effect }));
  await sql`insert into import_record (space_id, batch_id, row_number, record_id, effect)
    select current_space(), ${batchId}::uuid, row_number, record_id, effect from ${givenRows({ row_number: 'int', record_id: 'uuid', effect: 'text' }, given)}
    on conflict do nothing`.execute(db);
}

/** After a batch was taken back, only what was kept still comes from it. */
export async function clearRecords(db: SpaceDb, batchId: string, keptIds: readonly string[]): Promise<void> {
  await sql`delete from import_record where batch_id = ${batchId} and record_id <> all (${keptIds}::uuid[])`.execute(db);
}

/** The first image counts: how a record stood before the batch, not between two of its rows. */
export async function saveChanges(db: SpaceDb, batchId: string, changes: readonly ImportChange[]): Promise<void> {
  if (changes.length === 0) return;
  // A record that several rows changed in one part is left at its last version.
  const last = new Map<string, ImportChange>();
  for (const change of changes) last.set(change.recordId, { ...change, before: last.get(change.recordId)?.before ?? change.before });
  const given = [...last.values()].map(({ recordId, version, before }) => ({ record_id: recordId, version, before: JSON.stringify(before) }));
  await sql`insert into import_change (space_id, batch_id, record_id, version, before)
    select current_space(), ${batchId}::uuid, record_id, version, before from ${givenRows({ record_id: 'uuid', version: 'int', before: 'jsonb' }, given)}
    on conflict (space_id, batch_id, record_id) do update set version = excluded.version`.execute(db);
}

export async function changesAfter(db: SpaceDb, batchId: string, after: string | null, limit: number): Promise<ImportChange[]> {
  return (await sql<ImportChange>`select record_id as "recordId", version, before from import_change
    where batch_id = ${batchId} and (${after}::uuid is null or record_id > ${after}::uuid) order by record_id limit ${limit}`.execute(db)).rows;
}

export async function clearChanges(db: SpaceDb, batchId: string): Promise<void> {
  await sql`delete from import_change where batch_id = ${batchId}`.execute(db);
}

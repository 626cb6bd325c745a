import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import { fold } from '#platform/text/folding.ts';
import type { bodySlots } from '../words/cluster.schema.ts';
import { removeImported, type TakenBack } from './imported-records.store.ts';
import { organisationsIn } from './scope-columns.ts';

export interface BodyRow {
  relationId: string;
  slot: (typeof bodySlots)[number];
  name: Name;
  note: string | null;
}
export interface SeatRow {
  bodyId: string;
  personName: string | null;
  organisationId: string | null;
  post: string | null;
  sector: string | null;
  country: string | null;
  since: string | null;
  until: string | null;
  fullTime: boolean | null;
}

/** Cluster → its organisations in office that the importer may see. */
export async function officesOf(context: Context, clusterIds: readonly string[]): Promise<Map<string, { id: string; names: string[]; main: boolean }[]>> {
  const { rows } = await sql<{ clusterId: string; id: string; name: Name; role: string }>`
    select co.cluster_id as "clusterId", co.id, o.name, co.role from cluster_organisation co join organisation o on o.space_id = co.space_id and o.id = co.organisation_id
    where co.cluster_id = any (${clusterIds}::uuid[]) and (co.until is null or co.until >= current_date) and ${organisationsIn(context.scope('organisation.read'), 'o')} order by co.role, co.id`.execute(context.db);
  const offices = new Map<string, { id: string; names: string[]; main: boolean }[]>();
  for (const { clusterId, id, name, role } of rows) {
    const names = [name.zh, name.en].filter((text) => text !== undefined);
    offices.set(clusterId, [...(offices.get(clusterId) ?? []), { id, names, main: role === 'main' }]);
  }
  return offices;
}

/** Bodies that stand, by organisation of the cluster, slot and each of their names. */
export async function bodiesHeld(db: SpaceDb, relationIds: readonly string[]): Promise<Map<string, { id: string }>> {
  const { rows } = await sql<{ id: string; relationId: string; slot: string; name: Name }>`select id, cluster_organisation_id as "relationId", slot, name from body where cluster_organisation_id = any (${relationIds}::uuid[]) order by id desc`.execute(db);
  return new Map(rows.flatMap(({ id, relationId, slot, name }) => [name.zh, name.en].flatMap((text) => (text === undefined ? [] : [[`${relationId} ${slot} ${fold(text)}`, { id }] as const]))));
}

export async function seatsHeld(db: SpaceDb, bodyIds: readonly string[]): Promise<(Pick<SeatRow, 'bodyId' | 'personName' | 'organisationId' | 'post' | 'since'> & { id: string })[]> {
  const { rows } = await sql<Pick<SeatRow, 'bodyId' | 'personName' | 'organisationId' | 'post' | 'since'> & { id: string }>`
    select id, body_id as "bodyId", person_name as "personName", organisation_id as "organisationId", post, since::text as since from seat where body_id = any (${[...new Set(bodyIds)]}::uuid[]) order by id`.execute(db);
  return rows;
}

export async function insertBodies(context: Context, rows: readonly BodyRow[], batchId: string): Promise<string[]> {
  const records = rows.map((row) => ({ ...row, id: context.newId() }));
  await sql`insert into body (space_id, id, cluster_organisation_id, slot, name, note, batch_id)
    select current_space(), id, "relationId", slot, name, note, ${batchId}::uuid from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given (id uuid, "relationId" uuid, slot text, name jsonb, note text)`.execute(context.db);
  return records.map(({ id }) => id);
}

export async function insertSeats(context: Context, rows: readonly SeatRow[], batchId: string): Promise<string[]> {
  const records = rows.map((row) => ({ ...row, id: context.newId() }));
  await sql`insert into seat (space_id, id, body_id, person_name, organisation_id, post, sector, country, since, until, full_time, batch_id)
    select current_space(), id, "bodyId", "personName", "organisationId", post, sector, country, since, until, "fullTime", ${batchId}::uuid
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given (id uuid, "bodyId" uuid, "personName" text, "organisationId" uuid, post text, sector text, country text, since date, until date, "fullTime" boolean)`.execute(context.db);
  return records.map(({ id }) => id);
}

/** Seats go first; a body stays while somebody sits in it. */
export async function removeImportedBodies(db: SpaceDb, batchId: string): Promise<TakenBack> {
  const seats = await removeImported(db, 'seat', batchId);
  const bodies = await removeImported(db, 'body', batchId);
  return { removed: seats.removed + bodies.removed, kept: seats.kept + bodies.kept, keptIds: [...seats.keptIds, ...bodies.keptIds] };
}

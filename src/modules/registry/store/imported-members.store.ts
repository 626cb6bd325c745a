import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { membershipClasses } from '../words/cluster.schema.ts';
import { memberGrants } from './membership.store.ts';

export interface MembershipRow {
  clusterId: string;
  organisationId: string;
  membershipClass: (typeof membershipClasses)[number];
  specialty: string | null;
  since: string | null;
  until: string | null;
}

/** Memberships that stand already, by `cluster organisation`. */
export async function membersHeld(db: SpaceDb, asked: readonly { clusterId: string | null; organisationId: string | null }[]): Promise<Map<string, MembershipRow & { id: string }>> {
  const pairs = asked.flatMap(({ clusterId, organisationId }) => (clusterId && organisationId ? [{ clusterId, organisationId }] : []));
  const { rows } = await sql<MembershipRow & { id: string }>`
    select m.id, m.cluster_id as "clusterId", m.organisation_id as "organisationId", m.class as "membershipClass", m.specialty, m.since::text as since, m.until::text as until
    from membership m join jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as given ("clusterId" uuid, "organisationId" uuid) on m.cluster_id = given."clusterId" and m.organisation_id = given."organisationId"`.execute(db);
  return new Map(rows.map((row) => [`${row.clusterId} ${row.organisationId}`, row]));
}

export interface WrittenMembership extends MembershipRow {
  id: string;
  clusterName: Name;
  /** Null for an internal organisation: the cluster's history has more readers than it has. */
  openName: Name | null;
}

/** Many at once, in the order of the rows; each carries rights only where its maker held them already. */
export async function insertMemberships(context: Context, rows: readonly MembershipRow[], batchId: string): Promise<WrittenMembership[]> {
  const records = rows.map((row) => ({ ...row, id: context.newId() }));
  await sql`insert into membership (space_id, id, cluster_id, organisation_id, class, specialty, since, until, granting, batch_id, created_at)
    select current_space(), given.id, given."clusterId", o.id, given."membershipClass", given.specialty, given.since, given.until, ${memberGrants(context)}, ${batchId}::uuid, ${context.now}
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given (id uuid, "clusterId" uuid, "organisationId" uuid, "membershipClass" text, specialty text, since date, until date)
      join organisation o on o.id = given."organisationId"`.execute(context.db);
  const clusters = await sql<{ id: string; name: Name }>`select id, name from cluster where id = any (${[...new Set(rows.map((row) => row.clusterId))]}::uuid[])`.execute(context.db);
  const open = await sql<{ id: string; name: Name }>`select id, name from organisation where visibility = 'open' and id = any (${[...new Set(rows.map((row) => row.organisationId))]}::uuid[])`.execute(context.db);
  const [clusterNames, openNames] = [clusters, open].map(({ rows: found }) => new Map(found.map(({ id, name }) => [id, name])));
  return records.map((row) => ({ ...row, clusterName: clusterNames?.get(row.clusterId) ?? {}, openName: openNames?.get(row.organisationId) ?? null }));
}

import { sql, type RawBuilder } from 'kysely';
import { allOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { OrganisationType } from '../words/organisation.schema.ts';
import type { Ref } from '../words/record.schema.ts';
import { inTerritory } from './in-territory.ts';
import { clustersIn, organisationsIn, placesIn, recordsIn } from './scope-columns.ts';
import { when } from './search-sql.ts';

export interface TracedRow {
  id: string;
  name: Ref['name'];
  /** Kind of the row: type of an organisation, kind of a place, class of a membership. */
  word: string | null;
  territory: Ref['name'] | null;
  counted: boolean;
  reason: 'archived' | 'ended' | 'expired' | null;
}
export interface TracedCount {
  counted: number;
  notCounted: number;
  sample: boolean;
  rows: TracedRow[];
}

/** Counts and the first `cap` rows of `source`, a select of id, name, word, territory, sample, reason and sort. */
async function trace(context: Context, source: RawBuilder<unknown>, cap: number): Promise<TracedCount> {
  const totals = await sql<Omit<TracedCount, 'rows'>>`
    select (count(*) filter (where reason is null))::int as counted, (count(*) filter (where reason is not null))::int as "notCounted",
      coalesce(bool_or(sample) filter (where reason is null), false) as sample from (${source}) hit`.execute(context.db);
  const { rows } = await sql<TracedRow>`
    select id, name, word, territory, reason is null as counted, reason from (${source}) hit order by reason is null, sort, id limit ${cap}`.execute(context.db);
  return { ...(totals.rows[0] ?? { counted: 0, notCounted: 0, sample: false }), rows };
}

export interface MemberFilter {
  clusterId: string;
  membershipClass?: string | undefined;
  type?: OrganisationType | undefined;
}

/** Members the reader may see: in force today, and those that ended or whose record left the register. */
export function traceMembers(context: Context, filter: MemberFilter, cap: number): Promise<TracedCount> {
  const today = context.now.toISOString().slice(0, 10);
  const where = allOf([
    sql<boolean>`m.cluster_id = ${filter.clusterId}::uuid and o.state <> 'merged'`,
    organisationsIn(context.scope('organisation.read'), 'o'),
    ...when(filter.membershipClass, (membershipClass) => sql<boolean>`m.class = ${membershipClass}`),
    ...when(filter.type, (type) => sql<boolean>`o.type = ${type}`),
  ]);
  const source = sql`
    select o.id, o.name, 'membershipClass.' || m.class as word, t.name as territory, o.sample, o.sort_name as sort,
      case when m.until < ${today}::date then 'ended' when o.archived_at is not null then 'archived' end as reason
    from membership m join organisation o on o.space_id = m.space_id and o.id = m.organisation_id left join territory t on t.id = o.territory_id where ${where}`;
  return trace(context, source, cap);
}

/** Clusters that name this organisation as a member, as far as the reader may see them. */
export function traceMemberships(context: Context, organisationId: string, cap: number): Promise<TracedCount> {
  const today = context.now.toISOString().slice(0, 10);
  return trace(context, sql`
    select cluster.id, cluster.name, 'membershipClass.' || m.class as word, cluster.sample, cluster.sort_name as sort,
      (select t.name from cluster_territory ct join territory t on t.id = ct.territory_id where ct.cluster_id = cluster.id and ct.scope = 'base' order by t.id limit 1) as territory,
      case when m.until < ${today}::date then 'ended' when cluster.archived_at is not null then 'archived' end as reason
    from membership m join cluster on cluster.space_id = m.space_id and cluster.id = m.cluster_id
    where m.organisation_id = ${organisationId}::uuid and ${clustersIn(context.scope('cluster.read'))}`, cap);
}

/** Titles of an organisation that are valid today, and those that were. */
export function traceTitles(context: Context, organisationId: string, cap: number): Promise<TracedCount> {
  const today = context.now.toISOString().slice(0, 10);
  return trace(context, sql`
    select title.id, coalesce(title.name, '{}'::jsonb) as name, 'titleKey.' || title.key as word, null::jsonb as territory, title.sample, title.key as sort,
      case when title.valid_until < ${today}::date then 'expired' end as reason
    from title where title.organisation_id = ${organisationId}::uuid`, cap);
}

const archivedReason = (alias: string) => sql`case when ${sql.ref(`${alias}.archived_at`)} is not null then 'archived' end as reason`;

export function traceClusters(context: Context, territoryId: string | undefined, cap: number): Promise<TracedCount> {
  const where = allOf([clustersIn(context.scope('cluster.read')), ...when(territoryId, (id) => inTerritory('cluster.territories', id))]);
  return trace(context, sql`
    select cluster.id, cluster.name, 'clusterState.' || cluster.state as word, cluster.sample, cluster.sort_name as sort, ${archivedReason('cluster')},
      (select t.name from cluster_territory ct join territory t on t.id = ct.territory_id where ct.cluster_id = cluster.id and ct.scope = 'base' order by t.id limit 1) as territory
    from cluster where ${where}`, cap);
}

export interface PlaceFilter {
  territoryId?: string | undefined;
  kind?: string | undefined;
  parentId?: string | undefined;
}
export function tracePlaces(context: Context, filter: PlaceFilter, cap: number): Promise<TracedCount> {
  const where = allOf([
    placesIn(context.scope('place.read')),
    ...when(filter.territoryId, (id) => inTerritory('place.territories', id)),
    ...when(filter.kind, (kind) => sql<boolean>`place.kind = ${kind}`),
    ...when(filter.parentId, (id) => sql<boolean>`place.parent_id = ${id}::uuid`),
  ]);
  return trace(context, sql`
    select place.id, place.name, 'placeKind.' || place.kind as word, t.name as territory, place.sample, place.sort_name as sort, ${archivedReason('place')}
    from place left join territory t on t.id = place.territory_id where ${where}`, cap);
}

/** Lists, or the lists that name one record. */
export function traceLists(context: Context, subjectId: string | undefined, cap: number): Promise<TracedCount> {
  const where = allOf([
    recordsIn(context.scope('record.listed'), 'list'),
    ...when(subjectId, (id) => sql<boolean>`exists (select 1 from list_entry le where le.list_id = list.id and le.subject_id = ${id})`),
  ]);
  return trace(context, sql`select list.id, list.name, 'recordKind.' || list.entry_kind as word, null::jsonb as territory, list.sample, list.sort_name as sort, ${archivedReason('list')} from list where ${where}`, cap);
}

/** Provinces in which at least one organisation is registered that the reader may see. */
export function traceProvinces(context: Context, cap: number): Promise<TracedCount> {
  return trace(context, sql`
    select t.id, t.name, null as word, null::jsonb as territory, bool_or(o.sample) as sample, t.code as sort, null as reason
    from organisation o cross join unnest(o.territories) as own (id) join territory t on t.id = own.id and t.level = 'province'
    where o.archived_at is null and o.state <> 'merged' and ${organisationsIn(context.scope('organisation.read'), 'o')} group by t.id, t.name, t.code`, cap);
}

/** How many relations make an organisation a cluster organisation of this cluster, as far as the reader may see. */
export async function countClusterOrganisations(context: Context, clusterId: string): Promise<{ count: number; sample: boolean }> {
  const { rows } = await sql<{ count: number; sample: boolean }>`
    select count(*)::int as count, coalesce(bool_or(o.sample), false) as sample from cluster_organisation co join organisation o on o.space_id = co.space_id and o.id = co.organisation_id
    where co.cluster_id = ${clusterId}::uuid and co.until is null and ${organisationsIn(context.scope('organisation.read'), 'o')}`.execute(context.db);
  return rows[0] ?? { count: 0, sample: false };
}

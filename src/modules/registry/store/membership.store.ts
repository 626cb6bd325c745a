import { sql } from 'kysely';
import type { z } from 'zod';
import { keyset, toPage, type SortKey } from '#platform/db/page.ts';
import { allOf, refOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { ClusterComposition, Membership, membershipListQuery, Points } from '../words/cluster.schema.ts';
import { membersFrom, memberReachOf } from './member-sql.ts';
import { organisationsIn } from './scope-columns.ts';
import { nameHolds, when } from './search-sql.ts';

const columns = sql`m.id, m.cluster_id as "clusterId", jsonb_build_object('id', o.id, 'name', o.name, 'type', o.type, 'sample', o.sample) as organisation,
  (select ${refOf('territory')} from territory where territory.id = o.territory_id) as territory,
  m.class as "membershipClass", m.specialty, m.since, m.until, o.longitude::float8 as longitude, o.latitude::float8 as latitude`;

export type MemberQuery = z.output<typeof membershipListQuery>;

/** Null for a cursor this list did not make. */
export async function listMemberRows(context: Context, clusterId: string, query: MemberQuery): Promise<Page<Membership> | null> {
  const keys: Record<string, SortKey> = {
    name: { expression: sql`o.sort_name`, type: 'text' },
    since: { expression: sql`coalesce(m.since::text, '')`, type: 'text' },
  };
  const page = keyset(keys, query.sort, query.cursor, sql`m.id`);
  if (!page) return null;
  const from = membersFrom(sql`${clusterId}::uuid`, memberReachOf(context), query.ended === 'true');
  const where = allOf([
    nameHolds('o', query.q),
    ...when(query.type, (type) => sql<boolean>`o.type = ${type}`),
    ...when(query.membershipClass, (membershipClass) => sql<boolean>`m.class = ${membershipClass}`),
    ...when(query.territoryId, (id) => sql<boolean>`o.territories @> array[${id}]::text[]`),
  ]);
  const { rows } = await sql<Membership & { cursor_value: string }>`
    select ${columns}, ${page.cursorValue} as cursor_value ${from} and ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${from} and ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

/** A member of this cluster whom the reader may see, in force or ended. */
export async function findMember(context: Context, clusterId: string, id: string): Promise<Membership | null> {
  const { rows } = await sql<Membership>`
    select ${columns} from membership m join organisation o on o.space_id = m.space_id and o.id = m.organisation_id
    where m.cluster_id = ${clusterId}::uuid and m.id = ${id}::uuid and ${organisationsIn(context.scope('organisation.read'), 'o')}`.execute(context.db);
  return rows[0] ?? null;
}

export interface MemberRow {
  organisationId: string;
  membershipClass: string;
  specialty: string | null;
  since: string | null;
  until: string | null;
}

/** Whether a membership made now carries rights: only where its maker may change the organisation (alias o) already. */
export const memberGrants = (context: Context) => organisationsIn(context.scope('organisation.update'), 'o');

/** The id of the new membership; null when the organisation is a member already. */
export async function insertMember(context: Context, clusterId: string, row: MemberRow): Promise<string | null> {
  const id = context.newId();
  const done = await sql`insert into membership (space_id, id, cluster_id, organisation_id, class, specialty, since, until, granting, created_at)
    select ${context.spaceId}::uuid, ${id}::uuid, ${clusterId}::uuid, o.id, ${row.membershipClass}, ${row.specialty}, ${row.since}::date, ${row.until}::date, ${memberGrants(context)}, ${context.now}::timestamptz
    from organisation o where o.id = ${row.organisationId}::uuid
    on conflict (space_id, cluster_id, organisation_id) do nothing returning id`.execute(context.db);
  return done.rows.length > 0 ? id : null;
}

/** Many at once, when a cluster is formed from a filter. */
export async function insertMembers(context: Context, clusterId: string, organisationIds: readonly string[], membershipClass: string): Promise<void> {
  const ids = organisationIds.map(() => context.newId());
  await sql`insert into membership (space_id, id, cluster_id, organisation_id, class, granting, created_at)
    select ${context.spaceId}::uuid, given.id, ${clusterId}::uuid, o.id, ${membershipClass}, ${memberGrants(context)}, ${context.now}::timestamptz
    from unnest(${ids}::uuid[], ${organisationIds}::uuid[]) as given (id, organisation_id) join organisation o on o.id = given.organisation_id`.execute(context.db);
}

export async function updateMemberRow(context: Context, id: string, row: Omit<MemberRow, 'organisationId'>): Promise<void> {
  await sql`update membership set updated_at = ${context.now}, class = ${row.membershipClass}, specialty = ${row.specialty}, since = ${row.since}::date, until = ${row.until}::date where id = ${id}::uuid`.execute(context.db);
}

export async function deleteMember(context: Context, id: string): Promise<void> {
  await sql`delete from membership where id = ${id}::uuid`.execute(context.db);
}

export async function composeMembers(context: Context, clusterId: string): Promise<ClusterComposition> {
  const { rows } = await sql<ClusterComposition>`
    with hit as materialized (
      select o.type, o.size_class, o.territory_id, o.industry_id, o.longitude, o.ownership, o.origin, o.sector, m.class ${membersFrom(sql`${clusterId}::uuid`, memberReachOf(context))}
    )
    select
      (select count(*)::int from hit) as total,
      (select count(*)::int from hit where longitude is null) as "withoutPin",
      (select count(*)::int from hit where territory_id is null) as "withoutTerritory",
      (select coalesce(jsonb_agg(jsonb_build_object('type', type, 'count', n) order by n desc, type), '[]') from (select type, count(*) as n from hit group by type) x) as "byType",
      (select coalesce(jsonb_agg(jsonb_build_object('sizeClass', size_class, 'count', n) order by n desc, size_class), '[]') from (select size_class, count(*) as n from hit group by size_class) x) as "bySize",
      (select coalesce(jsonb_agg(jsonb_build_object('ownership', ownership, 'count', n) order by n desc, ownership), '[]') from (select ownership, count(*) as n from hit group by ownership) x) as "byOwnership",
      (select coalesce(jsonb_agg(jsonb_build_object('origin', origin, 'count', n) order by n desc, origin), '[]') from (select origin, count(*) as n from hit group by origin) x) as "byOrigin",
      (select coalesce(jsonb_agg(jsonb_build_object('sector', sector, 'count', n) order by n desc, sector), '[]') from (select sector, count(*) as n from hit group by sector) x) as "bySector",
      (select coalesce(jsonb_agg(jsonb_build_object('membershipClass', class, 'count', n) order by n desc, class), '[]') from (select class, count(*) as n from hit group by class) x) as "byClass",
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'count', n) order by n desc, t.id), '[]')
        from (select territory_id, count(*) as n from hit group by territory_id) x join territory t on t.id = x.territory_id) as "byTerritory",
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name, 'count', n) order by n desc, i.id), '[]')
        from (select industry_id, count(*) as n from hit group by industry_id) x left join industry i on i.id = x.industry_id) as "byIndustry"`.execute(context.db);
  const [row] = rows;
  if (!row) throw new Error('an aggregate always answers one row');
  return row;
}

export async function pointMembers(context: Context, clusterId: string): Promise<Points> {
  const { rows } = await sql<{ id: string; name: Points['names'][number]; longitude: number | null; latitude: number; type: Points['types'][number]; class: string; sample: boolean }>`
    select o.id, o.name, o.longitude::float8 as longitude, o.latitude::float8 as latitude, o.type, m.class, o.sample
    ${membersFrom(sql`${clusterId}::uuid`, memberReachOf(context))} order by o.id`.execute(context.db);
  const drawn = rows.flatMap((row) => (row.longitude === null ? [] : [{ ...row, longitude: row.longitude }]));
  return {
    ids: drawn.map((row) => row.id),
    names: drawn.map((row) => row.name),
    longitudes: drawn.map((row) => row.longitude),
    latitudes: drawn.map((row) => row.latitude),
    types: drawn.map((row) => row.type),
    classes: drawn.map((row) => row.class),
    sample: drawn.map((row) => row.sample),
    withoutPin: rows.length - drawn.length,
  };
}

import { sql } from 'kysely';
import { refOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Ref } from '../words/record.schema.ts';
import type { Ring } from '../words/structure.schema.ts';
import { membersFrom, memberReachOf } from './member-sql.ts';
import { organisationsIn, placesIn } from './scope-columns.ts';

const rings = ['base', 'radiates', 'extends', 'outside', 'unknown'] as const;

/** Members, organisations in office and places of a cluster by the innermost scope they lie in. */
export async function countRings(context: Context, clusterId: string): Promise<Ring[]> {
  const reach = memberReachOf(context);
  const { rows } = await sql<Ring>`
    with scope as (select scope, array_agg(territory_id) as ids from cluster_territory where cluster_id = ${clusterId}::uuid group by scope),
    thing as (
      select 'members' as kind, o.territories ${membersFrom(sql`${clusterId}::uuid`, reach)}
      union all
      select 'clusterOrganisations', o.territories from cluster_organisation co join organisation o on o.space_id = co.space_id and o.id = co.organisation_id
        where co.cluster_id = ${clusterId}::uuid and (co.until is null or co.until >= ${reach.today}::date) and ${organisationsIn(reach.organisations, 'o')}
      union all
      select 'places', place.territories from place_cluster pc join place on place.space_id = pc.space_id and place.id = pc.place_id
        where pc.cluster_id = ${clusterId}::uuid and place.archived_at is null and ${placesIn(context.scope('place.read'))}
    ),
    placed as (
      select kind, case when territories = '{}' then 'unknown' else coalesce((select scope.scope from scope where thing.territories && scope.ids
        order by array_position(array['base', 'radiates', 'extends'], scope.scope) limit 1), 'outside') end as ring from thing
    )
    select ring, coalesce((select cardinality(ids) from scope where scope.scope = ring), 0) as territories,
      (select count(*)::int from placed where placed.ring = each.ring and kind = 'members') as members,
      (select count(*)::int from placed where placed.ring = each.ring and kind = 'clusterOrganisations') as "clusterOrganisations",
      (select count(*)::int from placed where placed.ring = each.ring and kind = 'places') as places
    from unnest(${rings}::text[]) with ordinality as each (ring, at) order by at`.execute(context.db);
  return rows.filter((row) => row.ring !== 'outside' && row.ring !== 'unknown' ? true : row.members + row.clusterOrganisations + row.places > 0);
}

/** Alliances among the members of a cluster that the reader may see. */
export async function alliancesAmongMembers(context: Context, clusterId: string): Promise<Ref[]> {
  const { rows } = await sql<{ ref: Ref }>`select ${refOf('o')} as ref ${membersFrom(sql`${clusterId}::uuid`, memberReachOf(context))} and o.subtype = 'alliance' order by o.sort_name, o.id`.execute(context.db);
  return rows.map((row) => row.ref);
}

export interface SubOrganisationRow {
  organisationId: string | null;
  field: string | null;
  note: string | null;
}

export async function insertSubOrganisation(context: Context, relationId: string, row: SubOrganisationRow): Promise<void> {
  await sql`insert into sub_organisation (space_id, id, cluster_organisation_id, organisation_id, field, note, created_at)
    values (${context.spaceId}, ${context.newId()}, ${relationId}, ${row.organisationId}, ${row.field}, ${row.note}, ${context.now})`.execute(context.db);
}

export async function deleteSubOrganisation(context: Context, id: string): Promise<void> {
  await sql`delete from sub_organisation where id = ${id}::uuid`.execute(context.db);
}

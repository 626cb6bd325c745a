import { sql } from 'kysely';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Ref } from '../words/record.schema.ts';
import type { RecordCounts, Territory, TerritorySummary } from '../words/territory.schema.ts';
import { clustersIn, organisationsIn, placesIn } from './scope-columns.ts';
import { inTerritory } from './in-territory.ts';

const columns = sql`g.id, g.name, split_part(g.id, ':', 2) as code, split_part(g.id, ':', 1) as "codeSystemId", g.kind as level, false as romanised, null::jsonb as parent,
  null::text as "validFrom", null::text as "validUntil"`;

/** Macro-regions or city groups, all of them: there are few. */
export async function listTerritoryGroups(context: Context, kind: string, q: string | undefined): Promise<Page<TerritorySummary>> {
  const { rows } = await sql<TerritorySummary>`select ${columns} from territory_group g where g.kind = ${kind}
    and (${q ?? ''} = '' or position(lower(${q ?? ''}) in lower(g.name::text)) > 0) order by g.id`.execute(context.db);
  return { items: rows, nextCursor: null, total: rows.length };
}

type GroupRow = Omit<Territory, 'counts' | 'children'>;

/** A group as a territory: beside the tree, under what all its members share. */
export async function findTerritoryGroup(context: Context, id: string): Promise<GroupRow | null> {
  const { rows } = await sql<Omit<GroupRow, 'path'>>`select ${columns}, null as longitude, null as latitude, null as successor, '[]'::jsonb as groups from territory_group g where g.id = ${id}`.execute(context.db);
  const [group] = rows;
  if (!group) return null;
  const above = await sql<Ref>`
    select t.id, t.name from (select unnest(m.ancestors) as id, count(*) as n from territory_group_member own join territory m on m.id = own.territory_id where own.group_id = ${id} group by 1) shared
    join territory t on t.id = shared.id where shared.n = (select count(*) from territory_group_member where group_id = ${id}) order by cardinality(t.ancestors), t.id`.execute(context.db);
  return { ...group, path: [...above.rows, { id: group.id, name: group.name }] };
}

export async function membersOfGroup(context: Context, id: string): Promise<Pick<Territory['children'][number], 'id' | 'name' | 'code' | 'level'>[]> {
  const { rows } = await sql<Pick<Territory['children'][number], 'id' | 'name' | 'code' | 'level'>>`
    select t.id, t.name, t.code, t.level from territory_group_member m join territory t on t.id = m.territory_id where m.group_id = ${id} order by t.code`.execute(context.db);
  return rows;
}

/** A record that lies in several members counts once. */
export async function countInGroup(context: Context, id: string): Promise<RecordCounts> {
  const { rows } = await sql<RecordCounts>`select
    (select count(*)::int from organisation where ${inTerritory('organisation.territories', id)} and archived_at is null and state <> 'merged' and ${organisationsIn(context.scope('organisation.read'))}) as organisations,
    (select count(*)::int from cluster where ${inTerritory('cluster.territories', id)} and archived_at is null and ${clustersIn(context.scope('cluster.read'))}) as clusters,
    (select count(*)::int from place where ${inTerritory('place.territories', id)} and archived_at is null and ${placesIn(context.scope('place.read'))}) as places`.execute(context.db);
  return rows[0] ?? { organisations: 0, clusters: 0, places: 0 };
}

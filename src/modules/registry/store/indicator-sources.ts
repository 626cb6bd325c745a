import { sql } from 'kysely';
import type { IndicatorSource } from '#platform/module/indicator-source.ts';
import type { Context } from '#platform/module/module.ts';
import { clustersIn, organisationsIn } from './scope-columns.ts';

type Asked = Parameters<IndicatorSource<Context>['count']>[1];
const counted = (rows: readonly { id: string; count: number }[]): Map<string, number> => new Map(rows.map(({ id, count }) => [id, count]));

/** Memberships that stood on a day; one without dates stands. A cluster that the actor may read, and of its members those that they may read. */
async function countMembers(context: Context, { subjectIds, on }: Asked): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select c.id::text as id, count(r.id)::int as count from cluster c
    left join membership m on m.space_id = c.space_id and m.cluster_id = c.id and (m.since is null or m.since <= ${on}::date) and (m.until is null or m.until >= ${on}::date)
    left join organisation r on r.space_id = m.space_id and r.id = m.organisation_id and r.archived_at is null and r.state <> 'merged' and ${organisationsIn(context.scope('organisation.read'), 'r')}
    where c.archived_at is null and (${subjectIds ?? null}::text[] is null or c.id::text = any (${subjectIds ?? null}::text[])) and ${clustersIn(context.scope('cluster.read'), 'c')} group by c.id`.execute(context.db);
  return counted(rows);
}

/** Records of a territory and all below it, as they are today; territories without any are asked for by id. */
function inTerritories(table: 'organisation' | 'cluster') {
  return async (context: Context, { subjectIds }: Asked): Promise<Map<string, number>> => {
    const standing = table === 'organisation' ? sql`r.archived_at is null and r.state = 'active' and ${organisationsIn(context.scope('organisation.read'), 'r')}` : sql`r.archived_at is null and r.state = 'active' and ${clustersIn(context.scope('cluster.read'), 'r')}`;
    const { rows } = await sql<{ id: string; count: number }>`
      select t.id, count(*)::int as count from ${sql.table(table)} r cross join lateral unnest(r.territories) as t (id)
      where ${standing} and (${subjectIds ?? null}::text[] is null or t.id = any (${subjectIds ?? null}::text[])) group by t.id`.execute(context.db);
    return new Map([...(subjectIds ?? []).map((id): [string, number] => [id, 0]), ...counted(rows)]);
  };
}

/** What formulas of indicators may count. */
export const indicatorSources: readonly IndicatorSource<Context>[] = [
  { key: 'records.members', label: { zh: '集群成员数', en: 'Members of the cluster' }, unit: 'unit', subjectKinds: ['cluster'], dated: true, count: countMembers },
  { key: 'records.organisations', label: { zh: '区域内机构数', en: 'Organisations in the territory' }, unit: 'unit', subjectKinds: ['territory'], dated: false, count: inTerritories('organisation') },
  { key: 'records.clusters', label: { zh: '区域内集群数', en: 'Clusters in the territory' }, unit: 'unit', subjectKinds: ['territory'], dated: false, count: inTerritories('cluster') },
];

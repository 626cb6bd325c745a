import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#platform/auth/permission.rules.ts';
import { keyset, toPage, type SortKey } from '#platform/db/page.ts';
import { refOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { z } from 'zod';
import type { Cluster, ClusterSummary, clusterListQuery } from '../words/cluster.schema.ts';
import { clustersWhere } from './cluster-filter.ts';
import { recordColumns } from './columns.ts';
import { membersFrom, memberReachOf, type MemberReach } from './member-sql.ts';
import { organisationsIn, recordsIn } from './scope-columns.ts';

const memberCount = (reach: MemberReach): RawBuilder<number> => sql<number>`(select count(*)::int ${membersFrom(sql.ref('cluster.id'), reach)})`;

const listsOf = (scope: Scope) => sql`(select coalesce(jsonb_agg(jsonb_build_object('id', found.id, 'name', found.name) order by found.sort_name), '[]') from
  (select distinct list.id, list.name, list.sort_name from list_entry le join list on list.space_id = le.space_id and list.id = le.list_id
   where le.subject_id = cluster.id::text and list.entry_kind = 'cluster' and list.archived_at is null and ${recordsIn(scope, 'list')}) found)`;

const summaryColumns = (reach: MemberReach) => sql`${recordColumns('cluster')}, cluster.name, cluster.state, cluster.level, cluster.field, cluster.started_year as "startedYear",
  (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name) order by i.id), '[]') from cluster_industry ci join industry i on i.id = ci.industry_id
   where ci.space_id = cluster.space_id and ci.cluster_id = cluster.id) as industries,
  (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'scope', ct.scope) order by ct.scope, t.id), '[]') from cluster_territory ct join territory t on t.id = ct.territory_id
   where ct.space_id = cluster.space_id and ct.cluster_id = cluster.id) as territories,
  ${memberCount(reach)} as "memberCount",
  ${listsOf(reach.lists)} as lists,
  (select ${refOf('main')} from cluster_organisation co join organisation main on main.space_id = co.space_id and main.id = co.organisation_id
   where co.space_id = cluster.space_id and co.cluster_id = cluster.id and co.role = 'main' and co.until is null and ${organisationsIn(reach.organisations, 'main')} limit 1) as "mainOrganisation"`;

export type ClusterQuery = z.output<typeof clusterListQuery>;

/** Null for a cursor this list did not make. */
export async function listClusterRows(context: Context, query: ClusterQuery): Promise<Page<ClusterSummary> | null> {
  const reach = memberReachOf(context);
  const keys: Record<string, SortKey> = {
    name: { expression: sql`cluster.sort_name`, type: 'text' },
    updatedAt: { expression: sql`cluster.updated_at`, type: 'timestamptz' },
    memberCount: { expression: memberCount(reach), type: 'bigint' },
  };
  const page = keyset(keys, query.sort, query.cursor, sql`cluster.id`);
  if (!page) return null;
  const where = clustersWhere(context, query);
  const { rows } = await sql<ClusterSummary & { cursor_value: string }>`
    select ${summaryColumns(reach)}, ${page.cursorValue} as cursor_value from cluster
    where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from cluster where ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

/** Without regard to rights: the caller's route has checked them. */
export async function findCluster(context: Context, id: string): Promise<Cluster | null> {
  const { rows } = await sql<Cluster>`
    select ${summaryColumns(memberReachOf(context))}, cluster.description, cluster.territories as "territoryIds", cluster.formed_from as "formedFrom" from cluster where cluster.id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

export async function setArchived(context: Context, table: 'cluster' | 'place', id: string, version: number | null, archived: boolean): Promise<boolean> {
  const done = await sql`update ${sql.table(table)} set version = version + 1, archived_at = ${archived ? context.now : null}, updated_at = ${context.now}
    where id = ${id}::uuid and (${version}::int is null or version = ${version}::int) returning id`.execute(context.db);
  return done.rows.length > 0;
}

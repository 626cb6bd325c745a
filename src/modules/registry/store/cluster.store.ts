import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#platform/auth/permission.rules.ts';
import { keyset, toPage, type SortKey } from '#platform/db/page.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { z } from 'zod';
import type { Cluster, ClusterInput, ClusterSummary, clusterListQuery } from '../words/cluster.schema.ts';
import type { OrganisationFilter } from '../words/organisation.schema.ts';
import { refreshSearch } from './alias.store.ts';
import { clustersWhere } from './cluster-filter.ts';
import { asJson, recordColumns, refOf } from './columns.ts';
import { membersFrom, memberReachOf, type MemberReach } from './member-sql.ts';
import { nameColumnsOf } from './naming.ts';
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

export interface ClusterRow {
  input: ClusterInput;
  territories: string[];
  industries: string[];
  formedFrom: OrganisationFilter | null;
  sample: boolean;
}

const columnsOf = ({ input, territories, industries, formedFrom }: ClusterRow) => {
  const naming = nameColumnsOf(input.name);
  return { ...naming, name: asJson(input.name), formedFrom: asJson(formedFrom), territories, industries };
};

export async function insertCluster(context: Context, row: ClusterRow): Promise<string> {
  const id = context.newId();
  const { input } = row;
  const made = columnsOf(row);
  await sql`insert into cluster (space_id, id, visibility, sample, name, sort_name, state, level, field, started_year, description, formed_from, territories, industries, search_text, grams, created_at, updated_at)
    values (${context.spaceId}, ${id}, ${input.visibility}, ${row.sample}, ${made.name}, ${made.sortName}, ${input.state}, ${input.level}, ${input.field}, ${input.startedYear}, ${input.description}, ${made.formedFrom},
      ${made.territories}::text[], ${made.industries}::text[], ${made.searchText}, ${made.grams}::text[], ${context.now}, ${context.now})`.execute(context.db);
  await replaceLinks(context.db, context.spaceId, id, input);
  return id;
}

/** False when the row has moved on since `version`. */
export async function updateCluster(context: Context, id: string, version: number | null, row: ClusterRow): Promise<boolean> {
  const { input } = row;
  const made = columnsOf(row);
  const done = await sql`update cluster set version = version + 1, visibility = ${input.visibility}, name = ${made.name}, sort_name = ${made.sortName}, state = ${input.state}, level = ${input.level}, field = ${input.field},
      started_year = ${input.startedYear}, description = ${input.description}, territories = ${made.territories}::text[], industries = ${made.industries}::text[], updated_at = ${context.now}
    where id = ${id}::uuid and (${version}::int is null or version = ${version}::int) returning id`.execute(context.db);
  if (done.rows.length === 0) return false;
  await refreshSearch(context.db, 'cluster', id);
  await replaceLinks(context.db, context.spaceId, id, input);
  return true;
}

async function replaceLinks(db: SpaceDb, spaceId: string, id: string, input: ClusterInput): Promise<void> {
  await sql`delete from cluster_territory where cluster_id = ${id}::uuid`.execute(db);
  await sql`delete from cluster_industry where cluster_id = ${id}::uuid`.execute(db);
  const ids = input.territories.map((territory) => territory.territoryId);
  const scopes = input.territories.map((territory) => territory.scope);
  await sql`insert into cluster_territory (space_id, cluster_id, territory_id, scope)
    select distinct ${spaceId}::uuid, ${id}::uuid, given.territory_id, given.scope from unnest(${ids}::text[], ${scopes}::text[]) as given (territory_id, scope)`.execute(db);
  await sql`insert into cluster_industry (space_id, cluster_id, industry_id)
    select distinct ${spaceId}::uuid, ${id}::uuid, given.id from unnest(${input.industryIds}::text[]) as given (id)`.execute(db);
}

export async function setArchived(context: Context, table: 'cluster' | 'place', id: string, version: number | null, archived: boolean): Promise<boolean> {
  const done = await sql`update ${sql.table(table)} set version = version + 1, archived_at = ${archived ? context.now : null}, updated_at = ${context.now}
    where id = ${id}::uuid and (${version}::int is null or version = ${version}::int) returning id`.execute(context.db);
  return done.rows.length > 0;
}

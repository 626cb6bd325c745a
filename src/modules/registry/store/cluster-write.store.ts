import { sql } from 'kysely';
import { asJson } from '#platform/db/row-sql.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { ClusterInput } from '../words/cluster.schema.ts';
import type { OrganisationFilter } from '../words/organisation.schema.ts';
import { refreshSearch } from './alias.store.ts';
import { nameColumnsOf } from './naming.ts';

export interface ClusterRow {
  input: ClusterInput;
  territories: string[];
  industries: string[];
  formedFrom: OrganisationFilter | null;
  sample: boolean;
  /** The import that brings it in. */
  batchId?: string | null;
}

/** Many at once; ids come back in the order of the rows. */
export async function insertClusters(context: Context, rows: readonly ClusterRow[]): Promise<string[]> {
  const ids = rows.map(() => context.newId());
  const records = rows.map(({ input, territories, industries, formedFrom, sample, batchId = null }, at) => ({
    ...input, ...nameColumnsOf(input.name), id: ids[at], territories, industries, formedFrom, sample, batchId, batchVersion: batchId === null ? null : 1,
  }));
  await sql`
    insert into cluster (space_id, id, visibility, sample, name, sort_name, state, level, field, started_year, description, formed_from, territories, industries, search_text, grams, batch_id, batch_version, created_at, updated_at)
    select current_space(), id, visibility, sample, name, "sortName", state, level, field, "startedYear", description, "formedFrom", territories, industries, "searchText", grams, "batchId", "batchVersion", ${context.now}, ${context.now}
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given (id uuid, visibility text, sample boolean, name jsonb, "sortName" text, state text, level text, field text, "startedYear" int, description text,
      "formedFrom" jsonb, territories text[], industries text[], "searchText" text, grams text[], "batchId" uuid, "batchVersion" int)`.execute(context.db);
  await insertLinks(context.db, rows.map(({ input }, at) => ({ id: ids[at] ?? '', input })));
  return ids;
}

export async function insertCluster(context: Context, row: ClusterRow): Promise<string> {
  const [id] = await insertClusters(context, [row]);
  if (!id) throw new Error('a cluster was inserted');
  return id;
}

/** False when the row has moved on since `version`. */
export async function updateCluster(context: Context, id: string, version: number | null, { input, territories, industries }: ClusterRow): Promise<boolean> {
  const { sortName } = nameColumnsOf(input.name);
  const done = await sql`update cluster set version = version + 1, visibility = ${input.visibility}, name = ${asJson(input.name)}, sort_name = ${sortName}, state = ${input.state}, level = ${input.level}, field = ${input.field},
      started_year = ${input.startedYear}, description = ${input.description}, territories = ${territories}::text[], industries = ${industries}::text[], updated_at = ${context.now}
    where id = ${id}::uuid and (${version}::int is null or version = ${version}::int) returning id`.execute(context.db);
  if (done.rows.length === 0) return false;
  await refreshSearch(context.db, 'cluster', id);
  await sql`delete from cluster_territory where cluster_id = ${id}::uuid`.execute(context.db);
  await sql`delete from cluster_industry where cluster_id = ${id}::uuid`.execute(context.db);
  await insertLinks(context.db, [{ id, input }]);
  return true;
}

async function insertLinks(db: SpaceDb, clusters: readonly { id: string; input: ClusterInput }[]): Promise<void> {
  const territories = clusters.flatMap(({ id, input }) => input.territories.map((territory) => ({ id, ...territory })));
  const industries = clusters.flatMap(({ id, input }) => input.industryIds.map((industryId) => ({ id, industryId })));
  await sql`insert into cluster_territory (space_id, cluster_id, territory_id, scope)
    select distinct current_space(), id, "territoryId", scope from jsonb_to_recordset(${JSON.stringify(territories)}::jsonb) as given (id uuid, "territoryId" text, scope text)`.execute(db);
  await sql`insert into cluster_industry (space_id, cluster_id, industry_id)
    select distinct current_space(), id, "industryId" from jsonb_to_recordset(${JSON.stringify(industries)}::jsonb) as given (id uuid, "industryId" text)`.execute(db);
}

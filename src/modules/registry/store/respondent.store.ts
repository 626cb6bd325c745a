import { sql, type RawBuilder } from 'kysely';
import { allOf } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import { inTerritory } from './in-territory.ts';
import { lasting } from './scope-columns.ts';

/** Somebody who can be asked to report: an organisation, a territory, or a cluster organisation for its cluster. */
export interface Respondent {
  organisationId: string | null;
  clusterId: string | null;
  territoryId: string | null;
  name: Name;
  sortName: string;
  code: string | null;
  territories: string[];
  /** Level of territory → its id, for everything it lies in. */
  ranks: Record<string, string>;
}

export interface RespondentFilter {
  /** Whose it is: nothing outside of the territory or the cluster is ever found. */
  holder: { territoryId: string | null; clusterId: string | null };
  territoryIds: readonly string[];
  clusterIds: readonly string[];
  listIds: readonly string[];
  titleKeys: readonly string[];
  organisationTypes: readonly string[];
  organisationIds: readonly string[];
  /** Of territories: the rank that is asked. */
  rank: string;
}

type Condition = RawBuilder<boolean>;

const ranksOf = (territories: string): RawBuilder<Record<string, string>> =>
  sql`coalesce((select jsonb_object_agg(t.level, t.id) from territory t where t.id = any (${sql.ref(territories)})), '{}'::jsonb)`;
const memberOf = (ids: readonly string[]): Condition =>
  sql<boolean>`exists (select 1 from membership m where m.space_id = organisation.space_id and m.organisation_id = organisation.id and m.cluster_id = any (${ids}::uuid[]) and ${lasting('m')})`;
const insideAny = (column: string, ids: readonly string[]): Condition => sql<boolean>`(${sql.join(ids.map((id) => inTerritory(column, id)), sql` or `)})`;

function withinHolder({ territoryId, clusterId }: RespondentFilter['holder']): Condition[] {
  return [...(territoryId ? [inTerritory('organisation.territories', territoryId)] : []), ...(clusterId ? [memberOf([clusterId])] : [])];
}

function narrowed(filter: RespondentFilter): Condition[] {
  const parts: Condition[] = [];
  if (filter.territoryIds.length > 0) parts.push(insideAny('organisation.territories', filter.territoryIds));
  if (filter.clusterIds.length > 0) parts.push(memberOf(filter.clusterIds));
  if (filter.titleKeys.length > 0) parts.push(sql<boolean>`exists (select 1 from title where title.space_id = organisation.space_id and title.organisation_id = organisation.id and title.key = any (${filter.titleKeys}::text[]) and (title.valid_until is null or title.valid_until >= current_date))`);
  if (filter.listIds.length > 0) parts.push(sql<boolean>`exists (select 1 from list_entry le where le.space_id = organisation.space_id and le.list_id = any (${filter.listIds}::uuid[]) and le.subject_id = organisation.id::text)`);
  if (filter.organisationTypes.length > 0) parts.push(sql<boolean>`organisation.type = any (${filter.organisationTypes}::text[])`);
  return parts;
}

const standing = sql<boolean>`organisation.state = 'active' and organisation.archived_at is null`;

function organisationsAsked(filter: RespondentFilter): Condition {
  const asked = narrowed(filter);
  const named = sql<boolean>`organisation.id = any (${filter.organisationIds}::uuid[])`;
  // Nothing narrowed and somebody named: only those that are named.
  const group = asked.length === 0 && filter.organisationIds.length > 0 ? named : sql<boolean>`(${allOf([sql<boolean>`true`, ...asked])} or ${named})`;
  return allOf([standing, ...withinHolder(filter.holder), group]);
}

const ofOrganisation = sql`organisation.id as "organisationId", organisation.territory_id as "territoryId", organisation.name, organisation.sort_name as "sortName", organisation.uscc as code`;

async function organisationRespondents(db: SpaceDb, filter: RespondentFilter): Promise<Respondent[]> {
  const { rows } = await sql<Respondent>`select ${ofOrganisation}, null::text as "clusterId", organisation.territories, ${ranksOf('organisation.territories')} as ranks
    from organisation where ${organisationsAsked(filter)} order by organisation.sort_name, organisation.id`.execute(db);
  return rows;
}

async function clusterRespondents(db: SpaceDb, filter: RespondentFilter): Promise<Respondent[]> {
  const { territoryId, clusterId } = filter.holder;
  const where = allOf([
    sql<boolean>`co.role = 'main' and ${lasting('co')} and cluster.archived_at is null`,
    ...(territoryId ? [inTerritory('cluster.territories', territoryId)] : []),
    ...(clusterId ? [sql<boolean>`cluster.id = ${clusterId}::uuid`] : []),
    ...(filter.territoryIds.length > 0 ? [insideAny('cluster.territories', filter.territoryIds)] : []),
    ...(filter.clusterIds.length > 0 ? [sql<boolean>`cluster.id = any (${filter.clusterIds}::uuid[])`] : []),
    ...(filter.organisationIds.length > 0 ? [sql<boolean>`organisation.id = any (${filter.organisationIds}::uuid[])`] : []),
  ]);
  const { rows } = await sql<Respondent>`select ${ofOrganisation}, cluster.id as "clusterId", cluster.territories, ${ranksOf('cluster.territories')} as ranks
    from cluster_organisation co join cluster on cluster.space_id = co.space_id and cluster.id = co.cluster_id
      join organisation on organisation.space_id = co.space_id and organisation.id = co.organisation_id
    where ${where} and ${standing} order by organisation.sort_name, organisation.id, cluster.id`.execute(db);
  return rows;
}

async function territoryRespondents(db: SpaceDb, filter: RespondentFilter): Promise<Respondent[]> {
  const inside = [...(filter.holder.territoryId ? [filter.holder.territoryId] : []), ...filter.territoryIds];
  const where = allOf([sql<boolean>`territory.level = ${filter.rank} and territory.successor_id is null`, ...(filter.holder.territoryId ? [sql<boolean>`territory.ancestors @> array[${filter.holder.territoryId}]::text[]`] : []), ...(filter.territoryIds.length > 0 ? [sql<boolean>`territory.ancestors && ${filter.territoryIds}::text[]`] : []), sql<boolean>`${inside.length > 0}::boolean`]);
  const { rows } = await sql<Respondent>`select null::text as "organisationId", null::text as "clusterId", territory.id as "territoryId", territory.name, coalesce(territory.name ->> 'zh', territory.name ->> 'en') as "sortName", territory.code, territory.ancestors as territories,
      ${ranksOf('territory.ancestors')} as ranks from territory where ${where} order by territory.id`.execute(db);
  return rows;
}

/** Who is asked, in the order of their names; only what stands now. */
export function findRespondents(db: SpaceDb, kind: 'organisation' | 'territory' | 'clusterOrganisation', filter: RespondentFilter): Promise<Respondent[]> {
  return { organisation: organisationRespondents, territory: territoryRespondents, clusterOrganisation: clusterRespondents }[kind](db, filter);
}

/** What rights look at in something that a territory or a cluster holds; null for one that does not exist. */
export async function holderFacts(db: SpaceDb, holder: RespondentFilter['holder']): Promise<{ territories: string[]; clusters: string[] } | null> {
  const { rows: places } = await sql<{ ancestors: string[] }>`select ancestors from territory where id = ${holder.territoryId}`.execute(db);
  const { rows: clusters } = await sql<{ id: string }>`select id from cluster where id = ${holder.clusterId}::uuid and archived_at is null`.execute(db);
  if ((holder.territoryId !== null && places.length === 0) || (holder.clusterId !== null && clusters.length === 0)) return null;
  // Where a cluster stands gives nobody a right to what its organisation collects.
  return { territories: places[0]?.ancestors ?? [], clusters: holder.clusterId ? [holder.clusterId] : [] };
}

export interface RecordFacts {
  name: Name;
  uscc: string | null;
  territory: Name | null;
  industry: Name | null;
  sizeClass: string | null;
  ownership: string | null;
  website: string | null;
  foundedYear: number | null;
  updatedOn: string;
}

/** What the register holds of an organisation that a form may begin with. */
export async function recordFacts(db: SpaceDb, organisationId: string): Promise<RecordFacts | null> {
  const { rows } = await sql<RecordFacts>`select organisation.name, organisation.uscc, territory.name as territory, coalesce(industry.name, case when organisation.industry_label is null then null else jsonb_build_object('zh', organisation.industry_label) end) as industry,
      organisation.size_class as "sizeClass", organisation.ownership, organisation.website, organisation.founded_year as "foundedYear", to_char(organisation.updated_at, 'YYYY-MM-DD') as "updatedOn"
    from organisation left join territory on territory.id = organisation.territory_id left join industry on industry.id = organisation.industry_id where organisation.id = ${organisationId}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** Names of territories and clusters by their ids. */
export async function namesOfHolders(db: SpaceDb, territoryIds: readonly string[], clusterIds: readonly string[]): Promise<Map<string, Name>> {
  const { rows } = await sql<{ id: string; name: Name }>`select id, name from territory where id = any (${territoryIds}::text[]) union all select id::text, name from cluster where id = any (${clusterIds}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

import { sql, type RawBuilder } from 'kysely';
import type { ScopeFacts, Visibility } from '#platform/auth/permission.rules.ts';
import { validIds } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb, SubjectLoader } from '#platform/module/module.ts';
import { subjectLoader } from '#platform/module/subject-loader.ts';
import { lasting } from './scope-columns.ts';
import { territoriesWithAncestors } from './territories.store.ts';

type Facts = Map<string, ScopeFacts>;
type Draft = Partial<{ visibility: Visibility; territoryId: string | null; territories: { territoryId: string; scope: string }[]; cluster: Draft; clusterIds: string[]; operatorId: string | null }>;

function loaderOf(columns: RawBuilder<unknown>, table: string, readPermission: string, fromBody: SubjectLoader['fromBody']): SubjectLoader {
  const byIds = async (db: SpaceDb, ids: readonly string[]): Promise<Facts> => {
    const valid = validIds(ids);
    if (valid.length === 0) return new Map();
    const { rows } = await sql<ScopeFacts & { id: string }>`select id, visibility, ${columns} from ${sql.table(table)} where id = any (${valid}::uuid[])`.execute(db);
    return new Map(rows.map(({ id, ...facts }) => [id, facts]));
  };
  return subjectLoader(byIds, readPermission, { updatePermission: `${table}.update`, page: (id) => `/${table}s/${id}`, names: (db, ids) => namesOf(db, table, ids), ...(fromBody && { fromBody }) });
}

export async function namesOf(db: SpaceDb, table: string, ids: readonly string[]): Promise<Map<string, Name>> {
  const { rows } = await sql<{ id: string; name: Name }>`select id::text as id, name from ${sql.table(table)} where id::text = any (${ids}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

const ancestorsOf = async (db: SpaceDb, ids: readonly string[]) => (await territoriesWithAncestors(db, ids)) ?? [];

/** A new cluster is created where it stands; where it radiates or extends to gives nobody the right to create it. */
export const clusterSubject = loaderOf(
  sql`territories, array[id::text] as clusters, array(select organisation_id::text from membership where membership.cluster_id = cluster.id and ${lasting('membership')}) as organisations`,
  'cluster',
  'cluster.read',
  async (db, body) => {
    const draft = (body as Draft).cluster ?? (body as Draft);
    const base = (draft.territories ?? []).filter((territory) => territory.scope === 'base').map((territory) => territory.territoryId);
    return { visibility: draft.visibility ?? 'open', territories: await ancestorsOf(db, base), clusters: [], organisations: [] };
  },
);

export const placeSubject = loaderOf(
  sql`territories, array(select cluster_id::text from place_cluster where place_cluster.place_id = place.id) as clusters, array_remove(array[operator_id::text], null) as organisations`,
  'place',
  'place.read',
  async (db, body) => {
    const draft = body as Draft;
    const territories = draft.territoryId ? await ancestorsOf(db, [draft.territoryId]) : [];
    return { visibility: draft.visibility ?? 'open', territories, clusters: draft.clusterIds ?? [], organisations: draft.operatorId ? [draft.operatorId] : [] };
  },
);

const ofTheSpace = sql`'{}'::text[] as territories, '{}'::text[] as clusters, '{}'::text[] as organisations`;
const nowhere: SubjectLoader['fromBody'] = async () => ({ visibility: 'open', territories: [], clusters: [], organisations: [] });

export const listSubject = loaderOf(ofTheSpace, 'list', 'record.listed', nowhere);
export const programmeSubject = loaderOf(ofTheSpace, 'programme', 'programme.read', nowhere);

/** Reference rows have no space; everyone with a mandate reads them. */
export const territorySubject: SubjectLoader = {
  byId: async (db, id) => (await territoryFacts(db, [id])).get(id) ?? null,
  byIds: territoryFacts,
  readPermission: 'reference.read',
  groups: {
    is: (id) => /^[a-z]+-(region|group):/.test(id),
    members: async (db, id) => (await sql<{ id: string }>`select territory_id as id from territory_group_member where group_id = ${id} order by 1`.execute(db)).rows.map((row) => row.id),
  },
  names: territoryNames,
  updatePermission: 'reference.import',
  page: (id) => `/territories/${id}`,
};

/** Groups have names too, and a mandate may point at one. */
async function territoryNames(db: SpaceDb, ids: readonly string[]): Promise<Map<string, Name>> {
  const { rows } = await sql<{ id: string; name: Name }>`select id, name from territory where id = any (${ids}::text[]) union all select id, name from territory_group where id = any (${ids}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function territoryFacts(db: SpaceDb, ids: readonly string[]): Promise<Facts> {
  const { rows } = await sql<{ id: string; ancestors: string[] }>`select id, ancestors from territory where id = any (${ids}::text[])
    union all select id, array[id] from territory_group where id = any (${ids}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.id, { visibility: 'open', territories: row.ancestors, clusters: [], organisations: [] }]));
}

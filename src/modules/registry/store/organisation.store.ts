import { sql } from 'kysely';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import { validIds } from '#platform/db/row-sql.ts';
import type { Context, SpaceDb, SubjectLoader } from '#platform/module/module.ts';
import { subjectLoader } from '#platform/module/subject-loader.ts';
import type { Organisation, OrganisationSummary } from '../words/organisation.schema.ts';
import type { Ref } from '../words/record.schema.ts';
import { detailColumns, summaryColumns, summaryJoins } from './organisation-columns.ts';
import { sitesColumn, toSites, type StoredSite } from './organisation-site.store.ts';
import { organisationsIn, carrying } from './scope-columns.ts';
import { namesOf } from './subjects.store.ts';
import { pathColumn, territoriesWithAncestors } from './territories.store.ts';

/** The whole record as the API shows it, merged and archived ones too; rights on it were checked before. */
export async function findOrganisation(context: Context, id: string): Promise<Organisation | null> {
  // One question: on the most visited page each of them counts.
  const { rows } = await sql<Omit<Organisation, 'sites' | 'mergedInto'> & { sites: StoredSite[]; mergedIntoId: string | null }>`
    select ${detailColumns}, ${pathColumn(sql.ref('organisation.territory_id'))} as "territoryPath", ${sitesColumn(context)} as sites
    from organisation ${summaryJoins} where organisation.id = ${id}::uuid`.execute(context.db);
  const row = rows[0];
  if (!row) return null;
  const { mergedIntoId, ...organisation } = row;
  return { ...organisation, sites: toSites(row.sites), mergedInto: mergedIntoId ? await readableOrganisation(context, mergedIntoId) : null };
}

export async function findSummary(context: Context, id: string): Promise<OrganisationSummary | null> {
  const { rows } = await sql<OrganisationSummary>`select ${summaryColumns} from organisation ${summaryJoins} where organisation.id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

/** A pointer to another organisation, only when the reader may see that one too. */
export async function readableOrganisation(context: Context, id: string): Promise<Ref | null> {
  const { rows } = await sql<Ref>`
    select organisation.id, organisation.name from organisation where organisation.id = ${id}::uuid and ${organisationsIn(context.scope('organisation.read'))}`.execute(context.db);
  return rows[0] ?? null;
}

/** What decisions about a record look at. */
export interface StandingOrganisation {
  id: string;
  version: number;
  state: 'active' | 'closed' | 'merged';
  sample: boolean;
  mergedInto: string | null;
  archivedAt: string | null;
  name: { zh?: string; en?: string };
}

const standing = sql`select id, version, state, sample, merged_into as "mergedInto", archived_at as "archivedAt", name from organisation`;

export async function findStanding(db: SpaceDb, id: string): Promise<StandingOrganisation | null> {
  const { rows } = await sql<StandingOrganisation>`${standing} where id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** Holds the row until the transaction ends, so that what was checked is still true when it is written. */
export async function lockOrganisation(db: SpaceDb, id: string): Promise<StandingOrganisation | null> {
  const { rows } = await sql<StandingOrganisation>`${standing} where id = ${id}::uuid for update`.execute(db);
  return rows[0] ?? null;
}

/** Who holds a credit code now; merged and archived records have let go of theirs. */
export async function holderOfUscc(db: SpaceDb, uscc: string, besides: string | null): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from organisation where uscc = ${uscc} and state <> 'merged' and archived_at is null and id is distinct from ${besides}::uuid limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

async function factsOf(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const valid = validIds(ids);
  if (valid.length === 0) return new Map();
  const { rows } = await sql<ScopeFacts & { id: string }>`
    select id, visibility, territories, array[id::text] as organisations,
      array(select cluster_id::text from membership where membership.organisation_id = organisation.id and ${carrying('membership')}) as clusters
    from organisation where id = any (${valid}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** What rights look at: the place with all its ancestors, the clusters it is a member of, and the organisation itself. */
export const organisationSubject: SubjectLoader = subjectLoader(factsOf, 'organisation.read', {
  names: (db, ids) => namesOf(db, 'organisation', ids),
  fromBody: async (db, body) => {
    const { territoryId, visibility } = body as { territoryId?: string | null; visibility?: ScopeFacts['visibility'] };
    const territories = territoryId ? await territoriesWithAncestors(db, [territoryId]) : [];
    return { visibility: visibility ?? 'open', territories: territories ?? [], clusters: [], organisations: [] };
  },
  updatePermission: 'organisation.update',
  page: (id) => `/organisations/${id}`,
});

import { sql, type RawBuilder } from 'kysely';
import { refOf } from '#platform/db/row-sql.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { OrganisationInput, Site } from '../words/organisation.schema.ts';
import { placesIn } from './scope-columns.ts';
import { drawnPosition, judgePins, type JudgedPin } from './pin.ts';

type Own = 'name' | 'externalCode';
export type SiteInput = Omit<OrganisationInput['sites'][number], Own> & Partial<Pick<OrganisationInput['sites'][number], Own>> & { id?: string; batchId?: string | null };
export type JudgedSite = SiteInput & JudgedPin;

export type StoredSite = Omit<Site, 'drawnLongitude' | 'drawnLatitude'>;

/** The sites of an organisation (alias `organisation`) as one array, for a statement about it. */
export function sitesColumn(context: Pick<Context, 'scope'>): RawBuilder<StoredSite[]> {
  return sql`coalesce((select json_agg(json_build_object('id', site.id, 'kind', site.kind, 'name', site.name, 'externalCode', site.external_code, 'address', site.address, 'territoryId', site.territory_id, 'territory', ${refOf('ground')}, 'placeId', site.place_id,
      'place', (select ${refOf('place')} from place where place.space_id = site.space_id and place.id = site.place_id and ${placesIn(context.scope('place.read'))}), 'longitude', site.longitude::float8,
      'latitude', site.latitude::float8, 'datum', site.datum, 'pinVerdict', site.pin_verdict, 'pinDistance', site.pin_distance::float8) order by site.position, site.id)
    from organisation_site site left join territory ground on ground.id = site.territory_id
    where site.space_id = organisation.space_id and site.organisation_id = organisation.id), '[]'::json)`;
}

export const toSites = (stored: readonly StoredSite[]): Site[] => stored.map((site) => ({ ...site, ...drawnPosition(site, site.pinVerdict) }));

/** Places that sites of the organisation stand in already, whoever may see them. */
export async function placesOfSites(db: SpaceDb, organisationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct place_id as id from organisation_site where organisation_id = ${organisationId}::uuid and place_id is not null`.execute(db);
  return rows.map((row) => row.id);
}

/** A site that names no territory of its own is judged against the organisation's. */
export async function judgeSites(db: SpaceDb, sites: readonly (SiteInput & { fallback: string | null })[]): Promise<JudgedSite[]> {
  const verdicts = await judgePins(db, sites.map(({ fallback, ...site }) => ({ ...site, territoryId: site.territoryId ?? fallback })));
  return sites.map(({ fallback: _, ...site }, index) => {
    const verdict = verdicts[index];
    if (!verdict) throw new Error('every pin gets a verdict');
    return { ...site, ...verdict };
  });
}

/** The first site that a map may draw stands for the organisation. */
export function drawnAt(sites: readonly JudgedPin[]): { longitude: number | null; latitude: number | null } {
  const drawn = sites.find((site) => site.drawnLongitude !== null);
  return { longitude: drawn?.drawnLongitude ?? null, latitude: drawn?.drawnLatitude ?? null };
}

export async function insertSites(db: SpaceDb, sites: readonly (JudgedSite & { id: string; organisationId: string; position: number })[]): Promise<void> {
  if (sites.length === 0) return;
  await sql`
    insert into organisation_site (space_id, id, organisation_id, position, kind, name, external_code, batch_id, address, territory_id, place_id, longitude, latitude, datum, pin_verdict, pin_distance)
    select current_space(), id, "organisationId", position, kind, name, "externalCode", "batchId", address, "territoryId", "placeId", longitude, latitude, datum, "pinVerdict", "pinDistance"
    from jsonb_to_recordset(${JSON.stringify(sites)}::jsonb) as given (id uuid, "organisationId" uuid, position int, kind text, name text, "externalCode" text, "batchId" uuid, address text, "territoryId" text,
      "placeId" uuid, longitude numeric, latitude numeric, datum text, "pinVerdict" text, "pinDistance" numeric)`.execute(db);
}

export async function removeSites(db: SpaceDb, organisationId: string): Promise<void> {
  await sql`delete from organisation_site where organisation_id = ${organisationId}::uuid`.execute(db);
}

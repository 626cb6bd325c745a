import { sql } from 'kysely';
import { allOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import { organisationFilterSchema, type OrganisationFilter, type OrganisationType } from '../words/organisation.schema.ts';
import { organisationsWhere } from './organisation-filter.ts';
import { inTerritory } from './in-territory.ts';
import { drawnPosition, type JudgedPin } from './pin.ts';
import { clustersIn, lasting, placesIn } from './scope-columns.ts';
import { when } from './search-sql.ts';

/** Where organisations stand, as far as the reader may see them: one entry for each site. */
export interface LocatedSite {
  id: string;
  organisationId: string;
  type: OrganisationType;
  /** The part of the classification asked for that it belongs to, or the source's own word, or nothing. */
  trade: string | null;
  /** The site's own territory, else the organisation's. */
  territoryId: string | null;
  /** Null where there is no pin, or it lies outside of the territory it claims. */
  longitude: number | null;
  latitude: number | null;
  pinVerdict: JudgedPin['pinVerdict'];
}

export interface SitesAsked extends Partial<OrganisationFilter> {
  /** Trades are told apart one level below this industry; at the top where none is named. */
  tradesUnder?: string | undefined;
}

/** Sites of the organisations that match, by name; at most `most` of them, and how many there are. Rights are those of the rows. */
export async function locatedSites(context: Context, { tradesUnder, ...asked }: SitesAsked, most: number): Promise<{ sites: LocatedSite[]; total: number }> {
  const where = organisationsWhere(context, organisationFilterSchema.parse(asked));
  const { rows } = await sql<LocatedSite & { datum: 'wgs84' | 'gcj02' | 'bd09' | 'unknown'; total: number }>`
    with trade as materialized (select id from industry where parent_id is not distinct from ${tradesUnder ?? null})
    select site.id, organisation.id as "organisationId", organisation.type, coalesce(site.territory_id, organisation.territory_id) as "territoryId",
      site.longitude::float8 as longitude, site.latitude::float8 as latitude, site.datum, site.pin_verdict as "pinVerdict",
      coalesce((select trade.id from trade where trade.id = any (organisation.industries) limit 1), 'label:' || organisation.industry_label) as trade,
      count(*) over ()::int as total
    from organisation join organisation_site site on site.space_id = organisation.space_id and site.organisation_id = organisation.id
    where ${where} order by organisation.sort_name, organisation.id, site.position, site.id limit ${most}`.execute(context.db);
  return {
    total: rows[0]?.total ?? 0,
    sites: rows.map(({ datum, total: _, ...site }) => {
      const { drawnLongitude, drawnLatitude } = drawnPosition({ ...site, datum }, site.pinVerdict);
      return { ...site, longitude: drawnLongitude, latitude: drawnLatitude };
    }),
  };
}

export interface SiteLine {
  id: string;
  name: string | null;
  address: string | null;
  kind: string;
  organisation: { id: string; name: Name };
  sample: boolean;
}

/** Names of sites that were read before in the same transaction, with the rights of their organisations asked once more. */
export async function siteLines(context: Context, ids: readonly string[]): Promise<Map<string, SiteLine>> {
  const where = organisationsWhere(context, organisationFilterSchema.parse({}));
  const { rows } = await sql<SiteLine>`
    select site.id, site.name, site.address, site.kind, organisation.sample, json_build_object('id', organisation.id, 'name', organisation.name) as organisation
    from organisation_site site join organisation on organisation.space_id = site.space_id and organisation.id = site.organisation_id
    where site.id = any (${ids}::uuid[]) and ${where}`.execute(context.db);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface ClusterMembers {
  id: string;
  name: Name;
  memberIds: string[];
}

/** Clusters that the reader may see, each with those of these organisations that are members today. */
export async function clustersAmong(context: Context, organisationIds: readonly string[]): Promise<ClusterMembers[]> {
  const { rows } = await sql<ClusterMembers>`
    select cluster.id, cluster.name, array_agg(distinct member.organisation_id::text) as "memberIds"
    from cluster join membership member on member.space_id = cluster.space_id and member.cluster_id = cluster.id
    where cluster.archived_at is null and ${clustersIn(context.scope('cluster.read'))} and ${lasting('member')} and member.organisation_id = any (${organisationIds}::uuid[])
    group by cluster.id, cluster.space_id, cluster.name, cluster.sort_name order by cluster.sort_name, cluster.id`.execute(context.db);
  return rows;
}

/** Parks, bases and facilities that a map may draw, within what the reader may see. */
export async function locatedPlaces(context: Context, { territoryId, sample }: Pick<SitesAsked, 'territoryId' | 'sample'>): Promise<{ id: string; longitude: number; latitude: number }[]> {
  const where = allOf([
    placesIn(context.scope('place.read')),
    sql<boolean>`place.archived_at is null and place.drawn_longitude is not null`,
    ...when(territoryId, (id) => inTerritory('place.territories', id)),
    ...when(sample, (only) => sql<boolean>`place.sample = ${only === 'true'}`),
  ]);
  const { rows } = await sql<{ id: string; longitude: number; latitude: number }>`
    select place.id, place.drawn_longitude::float8 as longitude, place.drawn_latitude::float8 as latitude from place where ${where} order by place.id limit 10000`.execute(context.db);
  return rows;
}

/** Names of territories and industries, which are public. */
export async function namesOfPlacesAndTrades(context: Context, { territories, trades }: { territories: readonly string[]; trades: readonly string[] }): Promise<Map<string, Name>> {
  const { rows } = await sql<{ id: string; name: Name }>`
    select id, name from territory where id = any (${territories}::text[]) union all select id, name from industry where id = any (${trades}::text[])`.execute(context.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

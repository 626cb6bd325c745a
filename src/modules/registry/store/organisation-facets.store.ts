import { sql } from 'kysely';
import type { Context } from '#platform/module/module.ts';
import type { OrganisationFilter } from '../words/organisation.schema.ts';
import type { OrganisationFacets } from '../words/organisation-views.schema.ts';
import { organisationsWhere } from './organisation-filter.ts';

type Row = Omit<OrganisationFacets, 'territoryUndivided' | 'industryUndivided'> & { territoryDivided: number; industryDivided: number };

/** Counts along every axis in one pass over the visible rows of a filter. */
export async function countFacets(context: Context, filter: OrganisationFilter): Promise<OrganisationFacets> {
  const territoryChild = filter.territoryId ? sql`territory.parent_id = ${filter.territoryId}` : sql`territory.level = 'province'`;
  const industryChild = filter.industryId ? sql`industry.parent_id = ${filter.industryId}` : sql`industry.parent_id is null`;
  const { rows } = await sql<Row>`
    with hit as materialized (
      select organisation.id, type, subtype, ownership, origin, sector, size_class, territories, industries, industry_label, longitude from organisation where ${organisationsWhere(context, filter)}
    ), place as (
      select territory.id, territory.name, hit.id as hit from hit cross join unnest(hit.territories) as own (id) join territory on territory.id = own.id where ${territoryChild}
    ), field as (
      select industry.id, industry.name, hit.id as hit from hit cross join unnest(hit.industries) as own (id) join industry on industry.id = own.id where ${industryChild}
    )
    select
      (select count(*)::int from hit) as total,
      (select count(longitude)::int from hit) as "withPin",
      (select count(*)::int from hit where territories = '{}') as "withoutTerritory",
      (select count(*)::int from hit where industries = '{}') as "withoutIndustry",
      (select count(distinct hit)::int from place) as "territoryDivided",
      (select count(distinct hit)::int from field) as "industryDivided",
      (select coalesce(jsonb_agg(jsonb_build_object('type', type, 'count', n) order by n desc, type), '[]') from (select type, count(*) as n from hit group by type) x) as "byType",
      (select coalesce(jsonb_agg(jsonb_build_object('sizeClass', size_class, 'count', n) order by n desc, size_class), '[]') from (select size_class, count(*) as n from hit group by size_class) x) as "bySize",
      (select coalesce(jsonb_agg(jsonb_build_object('ownership', ownership, 'count', n) order by n desc, ownership), '[]') from (select ownership, count(*) as n from hit group by ownership) x) as "byOwnership",
      (select coalesce(jsonb_agg(jsonb_build_object('origin', origin, 'count', n) order by n desc, origin), '[]') from (select origin, count(*) as n from hit group by origin) x) as "byOrigin",
      (select coalesce(jsonb_agg(jsonb_build_object('sector', sector, 'count', n) order by n desc, sector), '[]') from (select sector, count(*) as n from hit group by sector) x) as "bySector",
      (select coalesce(jsonb_agg(jsonb_build_object('type', type, 'subtype', subtype, 'count', n) order by n desc, type, subtype), '[]') from (select type, subtype, count(*) as n from hit group by type, subtype) x) as "bySubtype",
      (select coalesce(jsonb_agg(jsonb_build_object('key', key, 'level', level, 'count', n) order by n desc, key, level), '[]') from (select title.key, title.level, count(distinct hit.id) as n
        from hit join title on title.organisation_id = hit.id where title.valid_until is null or title.valid_until >= ${context.now.toISOString().slice(0, 10)}::date group by title.key, title.level) x) as "byTitle",
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'count', n) order by n desc, id), '[]') from (select id, name, count(*) as n from place group by id, name) x) as "byTerritory",
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'count', n) order by n desc, id), '[]') from (select id, name, count(*) as n from field group by id, name) x) as "byIndustry",
      (select coalesce(jsonb_agg(jsonb_build_object('label', industry_label, 'count', n) order by n desc, industry_label), '[]')
        from (select industry_label, count(*) as n from hit where industry_label is not null group by industry_label order by n desc, industry_label limit 50) x) as "byIndustryLabel"
  `.execute(context.db);
  const row = rows[0];
  if (!row) throw new Error('an aggregate always answers one row');
  const { territoryDivided, industryDivided, ...facets } = row;
  return {
    ...facets,
    territoryUndivided: facets.total - facets.withoutTerritory - territoryDivided,
    industryUndivided: facets.total - facets.withoutIndustry - industryDivided,
  };
}

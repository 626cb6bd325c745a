import { sql, type RawBuilder } from 'kysely';
import { keyset, toPage, type SortKey } from '#platform/db/page.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { z } from 'zod';
import type { organisationListQuery, OrganisationFilter, OrganisationSummary } from '../words/organisation.schema.ts';
import { pointCap, type OrganisationPoints } from '../words/organisation-views.schema.ts';
import { summaryColumns, summaryJoins } from './organisation-columns.ts';
import { organisationsWhere } from './organisation-filter.ts';

// A year that nobody knows stands last, whichever way the list is sorted.
const sortKeys = (down: boolean): Record<string, SortKey> => ({
  name: { expression: sql`organisation.sort_name`, type: 'text' },
  updatedAt: { expression: sql`organisation.updated_at`, type: 'timestamptz' },
  foundedYear: { expression: sql`coalesce(organisation.founded_year, ${sql.raw(down ? '-1' : '9999')})::bigint`, type: 'bigint' },
});

/** One page of visible rows and how many there are in all; null for a cursor that this list did not make. */
export async function listOrganisations(context: Context, query: z.output<typeof organisationListQuery>): Promise<Page<OrganisationSummary> | null> {
  const { cursor, limit, sort, ...filter } = query;
  const keys = keyset(sortKeys(sort.startsWith('-')), sort, cursor, sql`organisation.id`);
  if (!keys) return null;
  const where = organisationsWhere(context, filter);
  // One question with one answer: fifty rows of two dozen fields cost the driver far more than one text of JSON.
  const { rows } = await sql<{ total: number; items: (OrganisationSummary & { cursor_value: string })[] | null }>`
    select (select count(*)::int from organisation where ${where}) as total, (select json_agg(page) from (
      select ${summaryColumns}, ${keys.cursorValue} as cursor_value from organisation ${summaryJoins}
      where ${where} and ${keys.after} order by ${keys.orderBy} limit ${limit + 1}) page) as items`.execute(context.db);
  const { total = 0, items } = rows[0] ?? {};
  return toPage(items ?? [], limit, sort, total, ({ cursor_value: _, ...item }) => item);
}

export function countOrganisations(context: Context, filter: OrganisationFilter): Promise<number> {
  return countWhere(context, organisationsWhere(context, filter));
}

async function countWhere(context: Context, where: RawBuilder<boolean>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from organisation where ${where}`.execute(context.db);
  return rows[0]?.count ?? 0;
}

/** Everything a map may draw under a filter, in columns, and honest counts of what it leaves out. */
export async function listPoints(context: Context, filter: OrganisationFilter, cap: number = pointCap): Promise<OrganisationPoints> {
  const where = organisationsWhere(context, filter);
  const { rows: counts } = await sql<{ total: number; pinned: number; outside: number }>`
    select count(*)::int as total, count(organisation.longitude)::int as pinned,
      (count(*) filter (where organisation.longitude is null and exists (
        select 1 from organisation_site site where site.organisation_id = organisation.id and site.pin_verdict = 'outside')))::int as outside
    from organisation where ${where}`.execute(context.db);
  const { total, pinned, outside } = counts[0] ?? { total: 0, pinned: 0, outside: 0 };
  const { rows } = await sql<Pick<OrganisationSummary, 'id' | 'name' | 'type'> & { lon: number; lat: number }>`
    select organisation.id, organisation.name, organisation.type, organisation.longitude::float8 as lon, organisation.latitude::float8 as lat
    from organisation where ${where} and organisation.longitude is not null order by organisation.sort_name, organisation.id limit ${cap}`.execute(context.db);
  return {
    ids: rows.map((row) => row.id),
    names: rows.map((row) => row.name),
    lon: rows.map((row) => row.lon),
    lat: rows.map((row) => row.lat),
    types: rows.map((row) => row.type),
    total,
    omitted: { withoutPin: total - pinned - outside, outside, beyondCap: pinned - rows.length },
  };
}

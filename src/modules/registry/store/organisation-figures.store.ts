import { sql } from 'kysely';
import { allOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { OrganisationFilter } from '../words/organisation.schema.ts';
import type { Ref } from '../words/record.schema.ts';
import { inTerritory } from './in-territory.ts';
import { organisationsWhere } from './organisation-filter.ts';
import { organisationsIn } from './scope-columns.ts';

export interface OwnCounts {
  sites: number;
  statements: number;
  sample: boolean;
}

/** What hangs on one organisation. */
export async function countOwn(context: Context, id: string): Promise<OwnCounts | null> {
  const { rows } = await sql<OwnCounts>`
    select organisation.sample,
      (select count(*)::int from organisation_site site where site.organisation_id = organisation.id) as sites,
      (select count(*)::int from statement where statement.subject_kind = 'organisation' and statement.subject_id = organisation.id::text) as statements
    from organisation where organisation.id = ${id}::uuid and ${organisationsIn(context.scope('organisation.read'))}`.execute(context.db);
  return rows[0] ?? null;
}

export interface CountedRow {
  id: string;
  name: Ref['name'];
  territory: Ref['name'] | null;
  type: string;
  counted: boolean;
  reason: 'archived' | 'merged' | null;
}

export interface CountTrace {
  counted: number;
  notCounted: number;
  sample: boolean;
  rows: CountedRow[];
}

/** The rows behind a count: those it holds, and those under the same filter that it leaves out, with the reason. */
export async function traceCount(context: Context, filter: OrganisationFilter, cap: number): Promise<CountTrace> {
  const counted = organisationsWhere(context, { ...filter, archived: 'false' });
  const left = sql`(${organisationsWhere(context, { ...filter, archived: 'true' })} or ${mergedWhere(context, filter)})`;
  const { rows: totals } = await sql<Omit<CountTrace, 'rows'>>`
    select (count(*) filter (where ${counted}))::int as counted, (count(*) filter (where ${left}))::int as "notCounted",
      coalesce(bool_or(organisation.sample) filter (where ${counted}), false) as sample from organisation where ${counted} or ${left}`.execute(context.db);
  const { rows } = await sql<CountedRow>`
    select organisation.id, organisation.name, territory.name as territory, organisation.type, ${counted} as counted,
      case when organisation.state = 'merged' then 'merged' when organisation.archived_at is not null then 'archived' end as reason
    from organisation left join territory on territory.id = organisation.territory_id
    where ${counted} or ${left} order by counted, organisation.sort_name, organisation.id limit ${cap}`.execute(context.db);
  return { ...(totals[0] ?? { counted: 0, notCounted: 0, sample: false }), rows };
}

// A merged record has handed its memberships over, so only its own place and industry can tell that it belongs here.
function mergedWhere(context: Context, filter: OrganisationFilter) {
  if (filter.clusterId || filter.listId || filter.titleKey) return sql<boolean>`false`;
  const parts = [sql<boolean>`organisation.state = 'merged'`, organisationsIn(context.scope('organisation.read'))];
  if (filter.territoryId) parts.push(inTerritory('organisation.territories', filter.territoryId));
  if (filter.industryId) parts.push(sql`organisation.industries @> array[${filter.industryId}]::text[]`);
  if (filter.type) parts.push(sql`organisation.type = ${filter.type}`);
  return allOf(parts);
}

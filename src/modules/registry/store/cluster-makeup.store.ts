import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';

/** What the register counts of a cluster on a day. */
export interface ClusterMakeup {
  members: number;
  actorTypes: number;
  /** Members by industry, with its division (two digits); those without one are left out. */
  byIndustry: { industry: string; division: string; count: number }[];
  /** Members whose first day is known, of all. */
  sinceKnown: number;
  joined: number;
  /** Members at the start of the three years before the day. */
  before: number;
  left: number;
  /** Some of the rows are internal: who may not see them may not see the counts. */
  restricted: boolean;
}

/** Without regard to rights: the caller withholds it from who may not see every row behind it. */
export async function clusterMakeup(db: SpaceDb, clusterId: string, on: string): Promise<ClusterMakeup> {
  const { rows } = await sql<ClusterMakeup>`
    with member as (
      select m.since, m.until, o.type, o.visibility, o.industry_id as industry, substring(o.industry_id from '^[^:]+:[A-Z]?[0-9]{2}') as division,
        (m.since is null or m.since < ${on}::date) and (m.until is null or m.until >= ${on}::date) as now,
        m.since < ${on}::date - interval '3 years' and (m.until is null or m.until >= ${on}::date - interval '3 years') as then_member
      from membership m join organisation o on o.space_id = m.space_id and o.id = m.organisation_id
      where m.cluster_id = ${clusterId}::uuid and o.archived_at is null and o.state <> 'merged')
    select count(*) filter (where now)::int as members, count(distinct type) filter (where now)::int as "actorTypes",
      (select coalesce(jsonb_agg(to_jsonb(held) order by held.industry), '[]') from (select industry, division, count(*)::int as count from member where now and division is not null group by industry, division) held) as "byIndustry",
      count(*) filter (where now and since is not null)::int as "sinceKnown",
      count(*) filter (where now and since >= ${on}::date - interval '3 years')::int as joined,
      count(*) filter (where then_member)::int as before,
      count(*) filter (where until < ${on}::date and until >= ${on}::date - interval '3 years')::int as left,
      coalesce(bool_or(visibility = 'internal'), false) as restricted
    from member`.execute(db);
  return rows[0] as ClusterMakeup;
}

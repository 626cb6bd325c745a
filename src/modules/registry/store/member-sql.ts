import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#platform/auth/permission.rules.ts';
import type { Context } from '#platform/module/module.ts';
import { organisationsIn } from './scope-columns.ts';

/** What a reader may see of the members of clusters, on one day. */
export interface MemberReach {
  organisations: Scope;
  lists: Scope;
  today: string;
}

export function memberReachOf(context: Context): MemberReach {
  return { organisations: context.scope('organisation.read'), lists: context.scope('record.listed'), today: context.now.toISOString().slice(0, 10) };
}

/** `membership m` joined to the member `o`: those this reader may see, in force today (or ended before it). */
export function membersFrom(clusterId: RawBuilder<unknown>, reach: MemberReach, ended = false): RawBuilder<unknown> {
  const inForce = ended ? sql`m.until < ${reach.today}::date` : sql`(m.until is null or m.until >= ${reach.today}::date)`;
  return sql`from membership m join organisation o on o.space_id = m.space_id and o.id = m.organisation_id
    where m.cluster_id = ${clusterId} and o.archived_at is null and o.state <> 'merged' and ${inForce} and ${organisationsIn(reach.organisations, 'o')}`;
}

import { sql, type RawBuilder } from 'kysely';
import { allOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { ClusterFilter } from '../words/cluster.schema.ts';
import { inTerritory } from './in-territory.ts';
import { membersFrom, memberReachOf, type MemberReach } from './member-sql.ts';
import { clustersIn, organisationsIn, recordsIn } from './scope-columns.ts';
import { nameHolds, when } from './search-sql.ts';

/** The organisations in office of the row `cluster` that this reader may see, as `co` joined to `promoter`. */
export const promotersOf = (reach: MemberReach) => sql`from cluster_organisation co join organisation promoter on promoter.space_id = co.space_id and promoter.id = co.organisation_id
  where co.space_id = cluster.space_id and co.cluster_id = cluster.id and (co.until is null or co.until >= ${reach.today}::date) and ${organisationsIn(reach.organisations, 'promoter')}`;

export const withoutBody = (slot: RawBuilder<unknown>) => sql<boolean>`not exists (select 1 from body where body.space_id = co.space_id and body.cluster_organisation_id = co.id and body.slot = ${slot})`;

/** The rows `cluster` that match a filter, as far as the reader may see them and what the filter asks about; a list, its counts and its map share it. */
export function clustersWhere(context: Context, filter: Partial<ClusterFilter>): RawBuilder<boolean> {
  const reach = memberReachOf(context);
  const promoter = (column: string) => (value: string) => sql<boolean>`exists (select 1 ${promotersOf(reach)} and ${sql.ref(`co.${column}`)} = ${value})`;
  return allOf([
    clustersIn(context.scope('cluster.read')),
    filter.archived === 'true' ? sql<boolean>`cluster.archived_at is not null` : sql<boolean>`cluster.archived_at is null`,
    nameHolds('cluster', filter.q),
    ...when(filter.territoryId, (id) => inTerritory('cluster.territories', id)),
    ...when(filter.industryId, (id) => sql<boolean>`cluster.industries @> array[${id}]::text[]`),
    ...when(filter.state, (state) => sql<boolean>`cluster.state = ${state}`),
    ...when(filter.level, (level) => sql<boolean>`cluster.level = ${level}`),
    ...when(filter.sample, (sample) => sql<boolean>`cluster.sample = ${sample === 'true'}`),
    ...when(filter.listId, (id) => sql<boolean>`exists (select 1 from list_entry le join list on list.space_id = le.space_id and list.id = le.list_id
      where le.list_id = ${id}::uuid and le.subject_id = cluster.id::text and ${recordsIn(reach.lists, 'list')})`),
    ...when(filter.organisationId, (id) => sql<boolean>`exists (select 1 ${membersFrom(sql.ref('cluster.id'), reach)} and m.organisation_id = ${id}::uuid)`),
    ...when(filter.promoterId, (id) => sql<boolean>`exists (select 1 ${promotersOf(reach)} and co.organisation_id = ${id}::uuid)`),
    ...when(filter.promoted, (promoted) => sql<boolean>`exists (select 1 ${promotersOf(reach)}) = ${promoted === 'true'}`),
    ...when(filter.legalForm, promoter('legal_form')),
    ...when(filter.form, promoter('form')),
    ...when(filter.leadKind, promoter('lead_kind')),
    ...when(filter.thirdParty, promoter('third_party')),
    ...when(filter.nonProfit, promoter('non_profit')),
    ...when(filter.emptySlot, (slot) => sql<boolean>`exists (select 1 ${promotersOf(reach)} and ${withoutBody(sql`${slot}`)})`),
  ]);
}

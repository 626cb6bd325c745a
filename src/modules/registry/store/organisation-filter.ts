import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/module/module.ts';
import type { OrganisationFilter } from '../words/organisation.schema.ts';
import { inTerritory } from './in-territory.ts';
import { clustersIn, organisationsIn, placesIn, recordsIn } from './scope-columns.ts';
import { nameHolds } from './search-sql.ts';

type Condition = RawBuilder<boolean>;

/** The rows (alias `organisation`) that match a filter within what the reader may see. Merged rows are never among them. */
export function organisationsWhere(context: Pick<Context, 'scope' | 'now'>, filter: OrganisationFilter): Condition {
  const conditions = [organisationsIn(context.scope('organisation.read')), sql<boolean>`organisation.state <> 'merged'`, ...partsOf(context, filter)];
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

function partsOf(context: Pick<Context, 'scope' | 'now'>, filter: OrganisationFilter): Condition[] {
  const parts: Condition[] = [filter.archived === 'true' ? sql`organisation.archived_at is not null` : sql`organisation.archived_at is null`];
  const equals = { type: filter.type, subtype: filter.subtype, size_class: filter.sizeClass, ownership: filter.ownership, origin: filter.origin, sector: filter.sector, industry_label: filter.industryLabel };
  for (const [column, value] of Object.entries(equals)) if (value !== undefined) parts.push(sql`${sql.ref(`organisation.${column}`)} = ${value}`);
  if (filter.batchId) parts.push(sql`organisation.batch_id = ${filter.batchId}::uuid`);
  if (filter.territoryId) parts.push(inTerritory('organisation.territories', filter.territoryId));
  if (filter.industryId) parts.push(sql`organisation.industries @> array[${filter.industryId}]::text[]`);
  if (filter.sample) parts.push(sql`organisation.sample = ${filter.sample === 'true'}`);
  if (filter.hasPin) parts.push(filter.hasPin === 'true' ? sql`organisation.longitude is not null` : sql`organisation.longitude is null`);
  if (filter.titleKey || filter.titleLevel) parts.push(titledBy(filter.titleKey, filter.titleLevel));
  if (filter.placeId) parts.push(standsIn(context, filter.placeId));
  if (filter.clusterId) parts.push(memberOf(context, filter.clusterId));
  if (filter.listId) parts.push(entryOf(context, filter.listId));
  if (filter.q) parts.push(nameHolds('organisation', filter.q));
  return parts;
}

function standsIn(context: Pick<Context, 'scope'>, placeId: string): Condition {
  return sql`exists (select 1 from organisation_site site join place on place.space_id = site.space_id and place.id = site.place_id
    where site.organisation_id = organisation.id and ${placeId}::uuid in (place.id, place.parent_id) and ${placesIn(context.scope('place.read'))})`;
}

function titledBy(key: string | undefined, level: string | undefined): Condition {
  const asked = [...(key ? [sql`title.key = ${key}`] : []), ...(level ? [sql`title.level = ${level}`] : [])];
  return sql`exists (select 1 from title where title.organisation_id = organisation.id and ${sql.join(asked, sql` and `)})`;
}

// A cluster or list that the reader may not see must not show through its members either.
function memberOf(context: Pick<Context, 'scope' | 'now'>, clusterId: string): Condition {
  const today = context.now.toISOString().slice(0, 10);
  return sql`exists (select 1 from membership join cluster on cluster.id = membership.cluster_id
    where membership.organisation_id = organisation.id and cluster.id = ${clusterId}::uuid
      and (membership.until is null or membership.until >= ${today}::date) and ${clustersIn(context.scope('cluster.read'))})`;
}

function entryOf(context: Pick<Context, 'scope'>, listId: string): Condition {
  return sql`exists (select 1 from list_entry join list on list.id = list_entry.list_id
    where list_entry.subject_id = organisation.id::text and list.entry_kind = 'organisation' and list.id = ${listId}::uuid and ${recordsIn(context.scope('record.listed'), 'list')})`;
}

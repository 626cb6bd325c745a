import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { organisationsIn } from '#modules/registry/index.ts';
import type { Scope, ScopeFacts } from '#platform/auth/permission.rules.ts';
import { scopeSql } from '#platform/auth/scope-sql.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { allOf, asJson, isoDay, isoTime, validIds } from '#platform/db/row-sql.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import { sortNameOf } from '#platform/text/folding.ts';
import { staleAfterDays } from '../words/asset.rules.ts';
import type { Asset, AssetEdit, assetFilterSchema, assetListQuery, AssetStage, AssetState, AssetSummary, AssetTally } from '../words/asset.schema.ts';
import { nameLike } from './campaign-columns.ts';

export type AssetFilter = z.output<typeof assetFilterSchema>;

/** Sets (alias) that a scope reaches: open ones, by place, or as their owner. */
export function assetsIn(scope: Scope, alias = 'data_asset'): RawBuilder<boolean> {
  const column = (name: string) => sql.ref<string>(`${alias}.${name}`);
  return scopeSql(scope, { visibility: column('visibility'), territories: column('territories'), organisations: (ids) => sql<boolean>`${column('owner_id')} = any (${ids}::uuid[])` });
}

/** What was told, or a batch of its source if one came in later. */
const freshOn = sql`greatest(data_asset.updated_on, (select max(b.applied_at)::date from import_batch b where b.source_id = data_asset.source_id and b.state = 'applied'))`;
const cycles = JSON.stringify(staleAfterDays);
const staleOn = (now: Date) => sql<boolean | null>`(${freshOn} < ${now}::date - (${cycles}::jsonb ->> data_asset.update_cycle)::int)`;
const inForce = (now: Date) => sql`data_request.state = 'granted' and (data_request.granted_until is null or data_request.granted_until >= ${now}::date)`;
const requestsOf = (condition: RawBuilder<unknown>) => sql<number>`(select count(*)::int from data_request where data_request.asset_id = data_asset.id and ${condition})`;
const overdueOn = (now: Date) => sql<boolean>`(data_asset.state <> 'disposed' and data_asset.retain_until < ${now}::date)`;
const neverShared = sql<boolean>`(data_asset.state = 'active' and not exists (select 1 from data_request where data_request.asset_id = data_asset.id and data_request.state in ('granted', 'ended') and data_request.organisation_id <> data_asset.owner_id))`;

const summary = (context: Context) => sql`data_asset.id, data_asset.version, data_asset.visibility, data_asset.sample, data_asset.name, data_asset.kind, data_asset.stage, data_asset.state,
  (select jsonb_build_object('id', o.id, 'name', o.name) from organisation o where o.id = data_asset.owner_id and ${organisationsIn(context.scope('organisation.read'), 'o')}) as owner,
  data_asset.authority, (select jsonb_build_object('id', t.id, 'name', t.name) from territory t where t.id = data_asset.territory_id) as territory, data_asset.level,
  data_asset.update_cycle as "updateCycle", ${isoDay('data_asset.updated_on')} as "updatedOn", ${isoDay(freshOn)} as "freshOn", ${staleOn(context.now)} as stale, ${isoDay('data_asset.retain_until')} as "retainUntil",
  ${requestsOf(inForce(context.now))} as grants, ${requestsOf(sql`data_request.state = 'open'`)} as "openRequests", ${isoTime('data_asset.created_at')} as "createdAt", ${isoTime('data_asset.updated_at')} as "updatedAt"`;

function whereOf(context: Context, filter: AssetFilter): RawBuilder<boolean> {
  const parts: RawBuilder<boolean>[] = [assetsIn(context.scope('dataAsset.read')), nameLike('data_asset', filter.q)];
  for (const key of ['stage', 'kind', 'authority', 'state'] as const) if (filter[key]) parts.push(sql<boolean>`${sql.ref(`data_asset.${key}`)} = ${filter[key]}`);
  if (filter.ownerId) parts.push(sql<boolean>`data_asset.owner_id = ${filter.ownerId}::uuid`);
  if (filter.sourceId) parts.push(sql<boolean>`data_asset.source_id = ${filter.sourceId}::uuid`);
  const flags = { stale: sql`coalesce(${staleOn(context.now)}, false)`, unshared: neverShared, overdue: sql`coalesce(${overdueOn(context.now)}, false)` };
  for (const key of ['stale', 'unshared', 'overdue'] as const) if (filter[key]) parts.push(sql<boolean>`${flags[key]} = ${filter[key] === 'true'}`);
  return allOf(parts);
}

export async function listAssetRows(context: Context, query: z.output<typeof assetListQuery>): Promise<Page<AssetSummary> | null> {
  const keys = keyset({ name: { expression: sql`data_asset.sort_name`, type: 'text' }, freshOn: { expression: sql`coalesce(${isoDay(freshOn)}, '')`, type: 'text' } }, query.sort, query.cursor, sql`data_asset.id`);
  if (!keys) return null;
  const where = whereOf(context, query);
  const { rows } = await sql<AssetSummary & { cursor_value: string }>`select ${summary(context)}, ${keys.cursorValue} as cursor_value from data_asset where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from data_asset where ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function tallyAssetRows(context: Context, filter: AssetFilter): Promise<AssetTally> {
  const late = sql`data_request.state = 'open' and exists (select 1 from deadline d where d.subject_kind = 'dataRequest' and d.subject_id = data_request.id::text and d.instant < ${context.now})`;
  const { rows } = await sql<AssetTally>`with own as (select data_asset.* from data_asset where ${whereOf(context, filter)}),
      requested as (select data_request.id, ${late} as late from data_request join own on own.id = data_request.asset_id where data_request.state = 'open')
    select (select coalesce(jsonb_agg(jsonb_build_object('stage', stage, 'count', n)), '[]') from (select stage, count(*)::int as n from own where state = 'active' group by stage) s) as stages,
      (select coalesce(jsonb_agg(jsonb_build_object('authority', authority, 'count', n)), '[]') from (select authority, count(*)::int as n from own where state = 'active' group by authority) a) as authorities,
      count(*) filter (where data_asset.state = 'active')::int as active, count(*) filter (where ${staleOn(context.now)} and data_asset.state = 'active')::int as stale,
      count(*) filter (where ${neverShared})::int as unshared, count(*) filter (where ${overdueOn(context.now)})::int as overdue,
      (select count(*)::int from requested) as "openRequests", (select count(*)::int from requested where late) as "lateRequests"
    from own as data_asset`.execute(context.db);
  const [row] = rows;
  if (!row) throw new Error('an aggregate always answers');
  return row;
}

export async function findAsset(context: Context, id: string): Promise<Asset | null> {
  const seen = assetsIn(context.scope('dataAsset.read'), 'other');
  const linked = (join: RawBuilder<unknown>) => sql`(select coalesce(jsonb_agg(jsonb_build_object('id', other.id, 'name', other.name, 'kind', link.kind) order by other.sort_name), '[]') from data_asset_origin link join data_asset other on ${join} and ${seen})`;
  const { rows } = await sql<Asset>`select ${summary(context)}, data_asset.territories as "territoryIds", data_asset.description, data_asset.state_note as "stateNote", data_asset.licence, data_asset.location,
      (select jsonb_build_object('id', s.id, 'title', s.title, 'publisher', s.publisher) from source s where s.id = data_asset.source_id) as source,
      ${linked(sql`link.asset_id = data_asset.id and other.id = link.from_id`)} as origins, ${linked(sql`link.from_id = data_asset.id and other.id = link.asset_id`)} as uses,
      (select coalesce(jsonb_agg(jsonb_build_object('fromStage', m.from_stage, 'toStage', m.to_stage, 'note', m.note, 'movedByName', m.moved_by_name, 'movedAt', ${isoTime('m.moved_at')}) order by m.moved_at, m.id), '[]') from data_asset_move m where m.asset_id = data_asset.id) as moves
    from data_asset where data_asset.id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

/** What the form was filled with, whoever may see the links. */
export async function readAssetEdit(db: SpaceDb, id: string): Promise<AssetEdit | null> {
  const { rows } = await sql<AssetEdit>`select name, description, kind, owner_id as "ownerId", authority, territory_id as "territoryId", source_id as "sourceId", level, licence, location, update_cycle as "updateCycle",
      ${isoDay('updated_on')} as "updatedOn", ${isoDay('retain_until')} as "retainUntil", visibility,
      (select coalesce(jsonb_agg(jsonb_build_object('assetId', from_id, 'kind', kind) order by from_id), '[]') from data_asset_origin where asset_id = data_asset.id) as origins
    from data_asset where id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
}

export async function insertAsset(context: Context, edit: AssetEdit, stage: AssetStage, territories: readonly string[], sample: boolean): Promise<string> {
  const id = context.newId();
  await sql`insert into data_asset (space_id, id, visibility, sample, name, sort_name, description, kind, stage, owner_id, authority, territory_id, territories, source_id, level, licence, location, update_cycle, updated_on, retain_until, created_at, updated_at)
    values (${context.spaceId}, ${id}, ${edit.visibility}, ${sample}, ${asJson(edit.name)}, ${sortNameOf(edit.name)}, ${edit.description}, ${edit.kind}, ${stage}, ${edit.ownerId}, ${edit.authority}, ${edit.territoryId}, ${territories}::text[],
      ${edit.sourceId}, ${edit.level}, ${edit.licence}, ${edit.location}, ${edit.updateCycle}, ${edit.updatedOn}::date, ${edit.retainUntil}::date, ${context.now}, ${context.now})`.execute(context.db);
  await replaceOrigins(context, id, edit);
  return id;
}

export async function updateAssetRow(context: Context, id: string, edit: AssetEdit, territories: readonly string[]): Promise<void> {
  await sql`update data_asset set version = version + 1, visibility = ${edit.visibility}, name = ${asJson(edit.name)}, sort_name = ${sortNameOf(edit.name)}, description = ${edit.description}, kind = ${edit.kind},
      owner_id = ${edit.ownerId}, authority = ${edit.authority}, territory_id = ${edit.territoryId}, territories = ${territories}::text[], source_id = ${edit.sourceId}, level = ${edit.level}, licence = ${edit.licence}, location = ${edit.location},
      update_cycle = ${edit.updateCycle}, updated_on = ${edit.updatedOn}::date, retain_until = ${edit.retainUntil}::date, updated_at = ${context.now} where id = ${id}::uuid`.execute(context.db);
  await replaceOrigins(context, id, edit);
}

async function replaceOrigins(context: Context, id: string, { origins }: AssetEdit): Promise<void> {
  await sql`delete from data_asset_origin where asset_id = ${id}::uuid`.execute(context.db);
  await sql`insert into data_asset_origin (space_id, asset_id, from_id, kind) select ${context.spaceId}::uuid, ${id}::uuid, given."assetId", given.kind
    from jsonb_to_recordset(${JSON.stringify(origins)}::jsonb) as given ("assetId" uuid, kind text) on conflict do nothing`.execute(context.db);
}

/** Whether one of the sets was itself made from `id`: the lineage would run in a ring. */
export async function comesFrom(db: SpaceDb, id: string, fromIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql`with recursive up as (select unnest(${fromIds}::uuid[]) as id union select o.from_id from data_asset_origin o join up on o.space_id = current_space() and o.asset_id = up.id) select 1 from up where id = ${id}::uuid limit 1`.execute(db);
  return rows.length > 0;
}

export async function countVisible(context: Context, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from data_asset where id = any (${ids}::uuid[]) and ${assetsIn(context.scope('dataAsset.read'))}`.execute(context.db);
  return rows[0]?.count ?? 0;
}

export async function organisationVisible(context: Context, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from organisation where id = ${id}::uuid and archived_at is null and state <> 'merged' and ${organisationsIn(context.scope('organisation.read'))}`.execute(context.db);
  return rows.length > 0;
}

/** Null where the row has moved on since `version`. */
export async function lockAsset(db: SpaceDb, id: string): Promise<{ version: number; state: AssetState; stage: AssetStage } | null> {
  const { rows } = await sql<{ version: number; state: AssetState; stage: AssetStage }>`select version, state, stage from data_asset where id = ${id}::uuid for update`.execute(db);
  return rows[0] ?? null;
}

export async function changeAssetState(context: Context, id: string, change: { state?: AssetState; note?: string | null; stage?: AssetStage; updatedOn?: string | null; retainUntil?: string | null }): Promise<void> {
  await sql`update data_asset set version = version + 1, updated_at = ${context.now}, state = coalesce(${change.state ?? null}, state), state_note = ${change.note === undefined ? sql`state_note` : change.note}, stage = coalesce(${change.stage ?? null}, stage),
    updated_on = coalesce(${change.updatedOn ?? null}::date, updated_on), retain_until = coalesce(${change.retainUntil ?? null}::date, retain_until) where id = ${id}::uuid`.execute(context.db);
}

export async function insertMove(context: Context, assetId: string, move: { fromStage: AssetStage | null; toStage: AssetStage; note: string | null; byName: string }): Promise<void> {
  await sql`insert into data_asset_move (space_id, id, asset_id, from_stage, to_stage, note, moved_by, moved_by_name, moved_at)
    values (${context.spaceId}, ${context.newId()}, ${assetId}, ${move.fromStage}, ${move.toStage}, ${move.note}, ${context.actor.personId}, ${move.byName}, ${context.now})`.execute(context.db);
}

export async function assetFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const { rows } = await sql<ScopeFacts & { id: string }>`select id, visibility, territories, '{}'::text[] as clusters, array[owner_id::text] as organisations from data_asset where id = any (${validIds(ids)}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** Departments of a sample city, to answer for its sample sets. */
export async function sampleKeepers(db: SpaceDb, territoryId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from organisation where sample and type = 'government' and territories && array[${territoryId}::text] order by sort_name, id limit 3`.execute(db);
  return rows.map(({ id }) => id);
}

import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { organisationsIn } from '#modules/registry/index.ts';
import { isEmptyScope, type ScopeFacts } from '#platform/auth/permission.rules.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { isoDay, isoTime, validIds } from '#platform/db/row-sql.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { DataRequest, requestInputSchema, requestListQuery, RequestState } from '../words/asset.schema.ts';
import { assetsIn } from './asset.store.ts';


/** One's own requests, and those on sets that one may grant; a program whose key does not open the room has none. */
const seen = (context: Context): RawBuilder<boolean> => (isEmptyScope(context.scope('dataAsset.read')) ? sql<boolean>`false` : sql<boolean>`(data_request.asked_by = ${context.actor.personId}::uuid or ${granting(context)})`);
const granting = (context: Context): RawBuilder<boolean> => assetsIn({ ...context.scope('dataAsset.grant'), open: false }, 'data_asset');
const lateAt = (now: Date) => sql<boolean>`(data_request.state = 'open' and coalesce(due.instant < ${now}, false))`;

const columns = (context: Context) => sql`data_request.id, data_request.version, jsonb_build_object('id', data_asset.id, 'name', data_asset.name) as asset,
  jsonb_build_object('id', data_request.organisation_id, 'name', coalesce((select o.name from organisation o where o.id = data_request.organisation_id and ${organisationsIn(context.scope('organisation.read'), 'o')}), '{}'::jsonb)) as organisation,
  data_request.asked_by_name as "askedByName", data_request.asked_by = ${context.actor.personId}::uuid as own, ${granting(context)} as mine, data_request.access, data_request.purpose, ${isoDay('data_request.wanted_until')} as "wantedUntil",
  case when data_request.state = 'granted' and data_request.granted_until < ${context.now}::date then 'ended' else data_request.state end as state,
  case when data_request.state = 'open' then ${isoTime('due.instant')} end as "dueAt", ${lateAt(context.now)} as late, data_request.decided_by_name as "decidedByName", ${isoTime('data_request.decided_at')} as "decidedAt", data_request.reason,
  ${isoDay('data_request.granted_until')} as "grantedUntil", ${isoTime('data_request.created_at')} as "createdAt"`;
const from = sql`from data_request join data_asset on data_asset.id = data_request.asset_id left join deadline due on due.subject_kind = 'dataRequest' and due.subject_id = data_request.id::text and due.key = 'due'`;

export async function listRequestRows(context: Context, query: z.output<typeof requestListQuery>): Promise<Page<DataRequest> | null> {
  const sort = '-createdAt';
  const keys = keyset({ createdAt: { expression: sql.ref('data_request.created_at'), type: 'timestamptz' } }, sort, query.cursor, sql`data_request.id`);
  if (!keys) return null;
  const parts = [seen(context)];
  if (query.assetId) parts.push(sql<boolean>`data_request.asset_id = ${query.assetId}::uuid`);
  if (query.state) parts.push(sql<boolean>`data_request.state = ${query.state}`);
  if (query.late) parts.push(sql<boolean>`${lateAt(context.now)} = ${query.late === 'true'}`);
  const where = sql.join(parts, sql` and `);
  const { rows } = await sql<DataRequest & { cursor_value: string }>`select ${columns(context)}, ${keys.cursorValue} as cursor_value ${from} where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${from} where ${where}`.execute(context.db);
  return toPage(rows, query.limit, sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findRequest(context: Context, id: string): Promise<DataRequest | null> {
  const { rows } = await sql<DataRequest>`select ${columns(context)} ${from} where data_request.id = ${id}::uuid and ${seen(context)}`.execute(context.db);
  return rows[0] ?? null;
}

export interface LockedRequest {
  version: number;
  state: RequestState;
  assetId: string;
  askedBy: string;
}
export async function lockRequest(db: SpaceDb, id: string): Promise<LockedRequest | null> {
  const { rows } = await sql<LockedRequest>`select version, state, asset_id as "assetId", asked_by as "askedBy" from data_request where id = ${id}::uuid for update`.execute(db);
  return rows[0] ?? null;
}

/** Whether the same organisation waits for, or holds, the same access already. */
export async function asksAlready(context: Context, assetId: string, input: z.output<typeof requestInputSchema>): Promise<boolean> {
  const { rows } = await sql`select 1 from data_request where asset_id = ${assetId}::uuid and organisation_id = ${input.organisationId}::uuid and access = ${input.access}
    and (state = 'open' or (state = 'granted' and (granted_until is null or granted_until >= ${context.now}::date)))`.execute(context.db);
  return rows.length > 0;
}

export async function insertRequest(context: Context, assetId: string, input: z.output<typeof requestInputSchema>, byName: string): Promise<string> {
  const id = context.newId();
  await sql`insert into data_request (space_id, id, asset_id, asked_by, asked_by_name, organisation_id, access, purpose, wanted_until, state, created_at, updated_at)
    values (${context.spaceId}, ${id}, ${assetId}, ${context.actor.personId}, ${byName}, ${input.organisationId}, ${input.access}, ${input.purpose}, ${input.wantedUntil}::date, 'open', ${context.now}, ${context.now})`.execute(context.db);
  return id;
}

export async function changeRequest(context: Context, id: string, change: { state: RequestState; byName: string | null; reason: string | null; grantedUntil?: string | null }): Promise<void> {
  const decided = change.byName === null ? sql`` : sql`decided_by = ${context.actor.personId}, decided_by_name = ${change.byName}, decided_at = ${context.now},`;
  await sql`update data_request set ${decided} version = version + 1, state = ${change.state}, reason = coalesce(${change.reason}, reason), granted_until = ${change.grantedUntil === undefined ? sql`granted_until` : sql`${change.grantedUntil}::date`}, updated_at = ${context.now} where id = ${id}::uuid`.execute(context.db);
}

/** A request is never open: its asset's keepers see it, and whoever asked. */
export async function requestFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const { rows } = await sql<ScopeFacts & { id: string }>`select r.id, 'internal' as visibility, a.territories, '{}'::text[] as clusters, array[a.owner_id::text] as organisations
    from data_request r join data_asset a on a.id = r.asset_id where r.id = any (${validIds(ids)}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

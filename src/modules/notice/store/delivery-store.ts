import { sql } from 'kysely';
import type { z } from 'zod';
import { keyset, toPage } from '#platform/db/page.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { ChannelKind, Delivery, deliveryListQuery } from '../notice.schema.ts';

export interface NewDelivery {
  channelId: string;
  personId: string | null;
  noticeId: string | null;
  purpose: Delivery['purpose'];
  kind: string | null;
  itemCount: number;
  dueCount: number;
  /** The same cause is never written twice for one channel. */
  cause: string;
  sendAt: Date;
}

/** What goes to somebody who is nobody here yet, sealed until it is sent. */
export interface SealedDelivery {
  id: string;
  sealed: string;
  /** Nothing to say any more from then on. */
  overAt: Date;
}

export async function addSealedDeliveries(context: Context, channelId: string, deliveries: readonly SealedDelivery[]): Promise<void> {
  await sql`
    insert into notice_delivery (space_id, id, channel_id, purpose, item_count, due_count, cause, state, next_try_at, created_at, sealed, over_at)
    select ${context.spaceId}::uuid, given.id, ${channelId}::uuid, 'direct', 1, 0, 'direct ' || given.id, 'waiting', ${context.now}::timestamptz, ${context.now}::timestamptz, given.sealed, given.over_at
    from jsonb_to_recordset(${JSON.stringify(deliveries.map(({ id, sealed, overAt }) => ({ id, sealed, over_at: overAt })))}::jsonb) as given (id uuid, sealed text, over_at timestamptz)`.execute(context.db);
}

export async function addDelivery(context: Context, delivery: NewDelivery): Promise<string> {
  const id = context.newId();
  await sql`
    insert into notice_delivery (space_id, id, channel_id, person_id, notice_id, purpose, kind, item_count, due_count, cause, state, next_try_at, created_at)
    values (${context.spaceId}, ${id}, ${delivery.channelId}, ${delivery.personId}, ${delivery.noticeId}, ${delivery.purpose}, ${delivery.kind}, ${delivery.itemCount}, ${delivery.dueCount}, ${delivery.cause},
      'waiting', ${delivery.sendAt}, ${context.now}) on conflict (space_id, channel_id, cause) do nothing`.execute(context.db);
  return id;
}

export interface Claimed {
  id: string;
  person_id: string | null;
  notice_id: string | null;
  purpose: Delivery['purpose'];
  item_count: number;
  due_count: number;
  tries: number;
  message_id: string | null;
  sealed: string | null;
  /** Seen or done meanwhile: nothing to say any more. */
  is_over: boolean;
}

/** Lines whose time has come, and those whose worker never came back; held for this transaction. */
export async function claimable(context: Context, channelId: string, most: number): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    select d.id, d.person_id, d.notice_id, d.purpose, d.item_count, d.due_count, d.tries, d.message_id, d.sealed,
      coalesce(d.over_at <= ${context.now}, false) or d.purpose = 'immediate' and exists (select 1 from notice n where n.space_id = d.space_id and n.id = d.notice_id and (n.seen_at is not null or n.done_at is not null)) as is_over
    from notice_delivery d where d.space_id = ${context.spaceId} and d.channel_id = ${channelId}
      and ((d.state = 'waiting' and d.next_try_at <= ${context.now}) or (d.state = 'sending' and d.claimed_until <= ${context.now}))
    order by d.next_try_at, d.id limit ${most} for update of d skip locked`.execute(context.db);
  return rows;
}

export async function claim(context: Context, ids: readonly string[], messageId: string, until: Date): Promise<void> {
  await sql`
    update notice_delivery set state = 'sending', tries = tries + 1, claimed_until = ${until}, message_id = ${messageId}
    where space_id = ${context.spaceId} and id = any(${ids}::uuid[])`.execute(context.db);
}

export interface Outcome {
  state: 'sent' | 'failed' | 'dropped' | 'waiting';
  reason: string | null;
  nextTryAt?: Date;
}

export async function noteOutcome(context: Context, ids: readonly string[], outcome: Outcome): Promise<void> {
  await sql`
    update notice_delivery set sealed = case when ${outcome.state} = 'waiting' then sealed end, state = ${outcome.state}, reason = ${outcome.reason}, claimed_until = null, next_try_at = coalesce(${outcome.nextTryAt ?? null}::timestamptz, next_try_at),
      sent_at = case when ${outcome.state} = 'sent' then ${context.now}::timestamptz else sent_at end where space_id = ${context.spaceId} and id = any(${ids}::uuid[])`.execute(context.db);
}

/** Given back untried: the channel failed before their turn came. */
export async function giveBack(context: Context, ids: readonly string[]): Promise<void> {
  await sql`update notice_delivery set state = 'waiting', tries = tries - 1, claimed_until = null where space_id = ${context.spaceId} and id = any(${ids}::uuid[]) and state = 'sending'`.execute(context.db);
}

interface DeliveryRow {
  id: string;
  cursor_value: string;
  channel_id: string;
  channel_name: Name;
  channel_kind: ChannelKind;
  purpose: Delivery['purpose'];
  kind: string | null;
  person_name: Name | null;
  item_count: number;
  due_count: number;
  state: Delivery['state'];
  tries: number;
  next_try_at: string;
  reason: string | null;
  created_at: string;
  sent_at: string | null;
}

const sorts = { createdAt: { expression: sql`d.created_at`, type: 'timestamptz' as const } };
const from = sql`notice_delivery d join notice_channel c on c.space_id = d.space_id and c.id = d.channel_id left join person p on p.space_id = d.space_id and p.id = d.person_id`;
const columns = sql`d.id, d.channel_id, c.name as channel_name, c.kind as channel_kind, d.purpose, d.kind, p.name as person_name, d.item_count, d.due_count, d.state, d.tries, d.next_try_at, d.reason, d.created_at, d.sent_at`;

const toDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id, channelId: row.channel_id, channelName: row.channel_name, channelKind: row.channel_kind, purpose: row.purpose, kind: row.kind, personName: row.person_name, itemCount: row.item_count, dueCount: row.due_count,
  state: row.state, tries: row.tries, nextTryAt: row.next_try_at, reason: row.reason, createdAt: row.created_at, sentAt: row.sent_at,
});

export async function listDeliveryPage(context: Context, query: z.output<typeof deliveryListQuery>): Promise<Page<Delivery> | null> {
  const keys = keyset(sorts, query.sort, query.cursor, sql`d.id`);
  if (!keys) return null;
  const where = sql`d.space_id = ${context.spaceId} and (${query.state ?? null}::text is null or d.state = ${query.state ?? null}) and (${query.channelId ?? null}::uuid is null or d.channel_id = ${query.channelId ?? null}::uuid)`;
  const total = await sql<{ count: number }>`select count(*)::int as count from ${from} where ${where}`.execute(context.db);
  const { rows } = await sql<DeliveryRow>`select ${columns}, ${keys.cursorValue} as cursor_value from ${from} where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, toDelivery);
}

export async function getDelivery(context: Context, id: string): Promise<Delivery | null> {
  const { rows } = await sql<DeliveryRow>`select ${columns}, '' as cursor_value from ${from} where d.space_id = ${context.spaceId} and d.id = ${id}`.execute(context.db);
  return rows[0] ? toDelivery(rows[0]) : null;
}

/** From the beginning: as many tries as a new one has. */
export async function retryDelivery(context: Context, id: string): Promise<boolean> {
  const { rows } = await sql`
    update notice_delivery set state = 'waiting', tries = 0, next_try_at = ${context.now}, reason = null where space_id = ${context.spaceId} and id = ${id} and state in ('waiting', 'failed') and (purpose <> 'direct' or sealed is not null) returning id`.execute(context.db);
  return rows.length === 1;
}

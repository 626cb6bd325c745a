import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { Channel, ChannelInput, ChannelKind } from '../notice.schema.ts';

export interface ChannelRow {
  id: string;
  version: number;
  kind: ChannelKind;
  name: Name;
  state: 'active' | 'paused';
  settings: Record<string, unknown>;
  secret: string | null;
  secret_names: string[];
  groups: string[];
  scope_kind: 'space' | 'territory' | 'cluster';
  scope_id: string | null;
  failures: number;
  resting_until: string | null;
  last_reason: string | null;
  last_sent_at: string | null;
  created_at: string;
  updated_at: string;
  waiting: number;
}

export const toChannel = (row: ChannelRow, scopeName: Name | null): Channel => ({
  id: row.id, version: row.version, kind: row.kind, name: row.name, state: row.state, settings: row.settings, secretNames: row.secret_names, groups: row.groups,
  scopeKind: row.scope_kind, scopeId: row.scope_id, scopeName, failures: row.failures, restingUntil: row.resting_until, lastReason: row.last_reason, lastSentAt: row.last_sent_at,
  waiting: row.waiting, createdAt: row.created_at, updatedAt: row.updated_at,
});

/** All that are not removed; or one of them, even for a worker that sends over it. */
export async function listChannelRows(context: Context, id: string | null = null): Promise<ChannelRow[]> {
  const { rows } = await sql<ChannelRow>`
    select c.id, c.version, c.kind, c.name, c.state, c.settings, c.secret, c.secret_names, c.groups, c.scope_kind, c.scope_id, c.failures, c.resting_until, c.last_reason, c.last_sent_at, c.created_at, c.updated_at,
      (select count(*)::int from notice_delivery d where d.space_id = c.space_id and d.channel_id = c.id and d.state in ('waiting', 'sending')) as waiting
    from notice_channel c where c.space_id = ${context.spaceId} and c.state <> 'removed' and (${id}::uuid is null or c.id = ${id}::uuid) order by c.created_at, c.id`.execute(context.db);
  return rows;
}

/** The seal names the row, so that one channel's secret does not open in another. */
const purpose = (context: Context, id: string): string => `notice_channel ${context.spaceId} ${id}`;

export function openSecrets(context: Context, channel: Pick<ChannelRow, 'id' | 'secret'>): Record<string, string> | null {
  if (channel.secret === null) return {};
  const opened = context.installation.secrets.open(channel.secret, purpose(context, channel.id));
  return opened === null ? null : (JSON.parse(opened) as Record<string, string>);
}

const sealed = (context: Context, id: string, secrets: Readonly<Record<string, string>>): string | null =>
  Object.keys(secrets).length === 0 ? null : context.installation.secrets.seal(JSON.stringify(secrets), purpose(context, id));

export async function insertChannel(context: Context, id: string, channel: ChannelInput, secrets: Readonly<Record<string, string>>): Promise<void> {
  await sql`
    insert into notice_channel (space_id, id, kind, name, settings, secret, secret_names, groups, scope_kind, scope_id, created_at, updated_at)
    values (${context.spaceId}, ${id}, ${channel.kind}, ${JSON.stringify(channel.name)}::jsonb, ${JSON.stringify(channel.settings)}::jsonb, ${sealed(context, id, secrets)}, ${Object.keys(secrets)}::text[],
      ${channel.groups}::text[], ${channel.scopeKind}, ${channel.scopeId}, ${context.now}, ${context.now})`.execute(context.db);
}

/** New settings are a new beginning: a resting channel is tried at once. */
export async function updateChannelRow(context: Context, id: string, version: number, channel: ChannelInput, secrets: Readonly<Record<string, string>>): Promise<boolean> {
  const { rows } = await sql`
    update notice_channel set name = ${JSON.stringify(channel.name)}::jsonb, settings = ${JSON.stringify(channel.settings)}::jsonb, secret = ${sealed(context, id, secrets)}, secret_names = ${Object.keys(secrets)}::text[],
      groups = ${channel.groups}::text[], scope_kind = ${channel.scopeKind}, scope_id = ${channel.scopeId}, failures = 0, resting_until = null, version = version + 1, updated_at = ${context.now}
    where space_id = ${context.spaceId} and id = ${id} and version = ${version} and state <> 'removed' returning id`.execute(context.db);
  return rows.length === 1;
}

export async function setChannelState(context: Context, id: string, state: 'active' | 'paused' | 'removed'): Promise<void> {
  await sql`
    update notice_channel set state = ${state}, failures = 0, resting_until = null, version = version + 1, updated_at = ${context.now},
      secret = case when ${state} = 'removed' then null else secret end where space_id = ${context.spaceId} and id = ${id}`.execute(context.db);
  if (state === 'removed') await sql`update notice_delivery set state = 'dropped', reason = 'channelRemoved' where space_id = ${context.spaceId} and channel_id = ${id} and state = 'waiting'`.execute(context.db);
}

export async function noteHealth(context: Context, id: string, health: { failures: number; restingUntil: Date | null; reason: string | null; sent: boolean }): Promise<void> {
  await sql`
    update notice_channel set failures = ${health.failures}, resting_until = ${health.restingUntil}, last_reason = ${health.reason},
      last_sent_at = case when ${health.sent} then ${context.now}::timestamptz else last_sent_at end where space_id = ${context.spaceId} and id = ${id}`.execute(context.db);
}

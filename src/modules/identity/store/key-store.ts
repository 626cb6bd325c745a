import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Enter } from '#platform/auth/callers.ts';
import { keyPrefix } from '#platform/auth/credential.ts';
import type { KeyLimits } from '#platform/auth/key-limits.rules.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { ApiKey, apiKeyListQuery } from '../words/security.schema.ts';
import { tokenHash } from './session-store.ts';

type Rooms = KeyLimits['rooms'];

/** The space stands in front of the secret, so that the key can be looked up inside it. */
export function newKeyToken(spaceId: string): string {
  return `${keyPrefix}${Buffer.from(spaceId.replaceAll('-', ''), 'hex').toString('base64url')}${randomBytes(30).toString('base64url')}`;
}

function spaceOf(token: string): string | null {
  const encoded = /^clk_([\w-]{22})[\w-]{40}$/.exec(token)?.[1];
  const hex = encoded ? Buffer.from(encoded, 'base64url').toString('hex') : '';
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null;
}

export interface FoundKey {
  id: string;
  spaceId: string;
  accountId: string;
  rooms: Rooms;
  lastUsedAt: string | null;
}

export async function findKey(db: SpaceDb, token: string, now: Date, enter: Enter): Promise<FoundKey | null> {
  const spaceId = spaceOf(token);
  if (!spaceId) return null;
  await enter(spaceId);
  const { rows } = await sql<{ id: string; account_id: string; rooms: Rooms; last_used_at: string | null }>`
    select k.id, p.account_id, k.rooms, k.last_used_at from api_key k
      join person p on p.space_id = k.space_id and p.id = k.person_id and p.archived_at is null join account a on a.id = p.account_id and a.state = 'active'
    where k.space_id = ${spaceId} and k.token_hash = ${tokenHash(token)} and k.revoked_at is null and k.expires_at > ${now}`.execute(db);
  const row = rows[0];
  return row ? { id: row.id, spaceId, accountId: row.account_id, rooms: row.rooms, lastUsedAt: row.last_used_at } : null;
}

export async function addKey(db: SpaceDb, spaceId: string, key: { id: string; token: string; personId: string; name: string; rooms: Rooms; now: Date; expiresAt: Date }): Promise<void> {
  await sql`
    insert into api_key (space_id, id, token_hash, person_id, name, rooms, created_at, expires_at)
    values (${spaceId}, ${key.id}, ${tokenHash(key.token)}, ${key.personId}, ${key.name}, ${JSON.stringify(key.rooms)}::jsonb, ${key.now}, ${key.expiresAt})`.execute(db);
}

interface KeyRow {
  id: string;
  name: string;
  person_id: string;
  person_name: Name;
  rooms: ApiKey['rooms'];
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
  state: ApiKey['state'];
}

const toKey = (row: KeyRow): ApiKey => ({
  id: row.id, name: row.name, person: { id: row.person_id, name: row.person_name }, rooms: row.rooms,
  createdAt: row.created_at, expiresAt: row.expires_at, lastUsedAt: row.last_used_at, revokedAt: row.revoked_at, state: row.state,
});

const stateAt = (now: Date) => sql<ApiKey['state']>`case when k.revoked_at is not null then 'revoked' when k.expires_at <= ${now} then 'expired' else 'inForce' end`;
const columns = (now: Date) => sql`k.id, k.name, k.person_id, p.name as person_name, k.rooms, k.created_at, k.expires_at, k.last_used_at, k.revoked_at, ${stateAt(now)} as state`;
const from = sql`api_key k join person p on p.space_id = k.space_id and p.id = k.person_id`;

export async function keysOf(db: SpaceDb, spaceId: string, personId: string, now: Date): Promise<ApiKey[]> {
  const { rows } = await sql<KeyRow>`select ${columns(now)} from ${from} where k.space_id = ${spaceId} and k.person_id = ${personId} order by k.created_at desc, k.id`.execute(db);
  return rows.map(toKey);
}

export async function getKey(db: SpaceDb, spaceId: string, id: string, now: Date): Promise<ApiKey | null> {
  const { rows } = await sql<KeyRow>`select ${columns(now)} from ${from} where k.space_id = ${spaceId} and k.id = ${id} for update of k`.execute(db);
  return rows[0] ? toKey(rows[0]) : null;
}

export async function revokeKeyRow(db: SpaceDb, spaceId: string, id: string, by: string | null, now: Date): Promise<void> {
  await sql`update api_key set revoked_at = ${now}, revoked_by = ${by} where space_id = ${spaceId} and id = ${id} and revoked_at is null`.execute(db);
}

const sorts = { createdAt: { expression: sql`k.created_at`, type: 'timestamptz' as const }, expiresAt: { expression: sql`k.expires_at`, type: 'timestamptz' as const } };

export async function listKeyPage(db: SpaceDb, spaceId: string, query: z.output<typeof apiKeyListQuery>, now: Date): Promise<Page<ApiKey> | null> {
  const keys = keyset(sorts, query.sort, query.cursor, sql`k.id`);
  if (!keys) return null;
  const where = sql`k.space_id = ${spaceId} and (${query.state ?? null}::text is null or ${stateAt(now)} = ${query.state ?? null})`;
  const total = await sql<{ count: string }>`select count(*) as count from api_key k where ${where}`.execute(db);
  const { rows } = await sql<KeyRow & { cursor_value: string }>`
    select ${columns(now)}, ${keys.cursorValue} as cursor_value from ${from} where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(db);
  return toPage(rows, query.limit, query.sort, Number(total.rows[0]?.count ?? 0), toKey);
}

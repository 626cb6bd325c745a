import { sql } from 'kysely';
import { anonymous, type Actor } from '#platform/auth/actor.ts';
import type { Credential } from '#platform/auth/credential.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import { defaultRules, isSessionGood } from '../words/security.rules.ts';
import { actingActor } from './deputy-store.ts';
import { findKey } from './key-store.ts';
import { actorInSpace, enterAs, tokenHash } from './session-store.ts';

/** Written at most once in five minutes: reading pages must not turn into writes. A short idle time asks more often. */
const restMilliseconds = 300_000;

type Enter = (spaceId: string) => Promise<void>;

/** The person and mandates in force behind a session or a key; anonymous when there is none or it is over. */
export function findActor(db: SpaceDb, credential: Credential, now: Date, enter: Enter): Promise<Actor> {
  return credential.kind === 'key' ? actorOfKey(db, credential.token, now, enter) : actorOfSession(db, credential.token, now, enter);
}

interface SessionRow {
  id: string;
  account_id: string;
  current_space_id: string | null;
  acting_deputy_id: string | null;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  ended_at: string | null;
  stage: 'code' | 'full';
}

async function actorOfSession(db: SpaceDb, token: string, now: Date, enter: Enter): Promise<Actor> {
  const found = await sql<SessionRow>`
    select s.id, s.account_id, s.current_space_id, s.acting_deputy_id, s.created_at, s.last_seen_at, s.expires_at, s.ended_at, s.stage
    from session s join account a on a.id = s.account_id and a.state = 'active' where s.token_hash = ${tokenHash(token)}`.execute(db);
  const row = found.rows[0];
  if (!row || row.ended_at !== null) return anonymous;
  if (row.current_space_id) await enter(row.current_space_id);
  const { actor, rules } = row.current_space_id ? await enterAs(db, row.account_id, row.current_space_id, now) : { actor: { ...anonymous, accountId: row.account_id }, rules: defaultRules };
  const times = { createdAt: row.created_at, expiresAt: row.expires_at, lastSeenAt: row.last_seen_at, endedAt: row.ended_at };
  if (!isSessionGood(times, rules, now.toISOString())) return anonymous;
  // Half a sign-in is nobody yet: it only says which account the code has to come from.
  if (row.stage === 'code') return { ...anonymous, sessionId: row.id, pending: 'code' };
  if (now.getTime() - Date.parse(row.last_seen_at) > Math.min(restMilliseconds, rules.idleMinutes * 12_000)) await sql`update session set last_seen_at = ${now} where id = ${row.id}`.execute(db);
  return actingActor(db, { ...actor, sessionId: row.id }, row.acting_deputy_id, now);
}

async function actorOfKey(db: SpaceDb, token: string, now: Date, enter: Enter): Promise<Actor> {
  const key = await findKey(db, token, now, enter);
  if (!key) return anonymous;
  if (key.lastUsedAt === null || now.getTime() - Date.parse(key.lastUsedAt) > restMilliseconds) await sql`update api_key set last_used_at = ${now} where space_id = ${key.spaceId} and id = ${key.id}`.execute(db);
  const actor = await actorInSpace(db, key.accountId, key.spaceId, now);
  return actor.personId ? { ...actor, key: { id: key.id, rooms: key.rooms } } : anonymous;
}

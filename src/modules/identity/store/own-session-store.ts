import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';
import { isSessionGood } from '../words/security.rules.ts';
import type { SessionRules } from './session-store.ts';

export interface OpenSession {
  id: string;
  user_agent: string | null;
  ip: string | null;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
}

/** Sessions that would still let somebody in under these rules, the last used first. */
export async function openSessionsOf(db: SpaceDb, accountId: string, rules: SessionRules, now: Date): Promise<OpenSession[]> {
  const { rows } = await sql<OpenSession>`
    select id, user_agent, ip, created_at, last_seen_at, expires_at from session
    where account_id = ${accountId} and stage = 'full' and ended_at is null and expires_at > ${now} order by last_seen_at desc, id`.execute(db);
  return rows.filter((row) => isSessionGood({ createdAt: row.created_at, expiresAt: row.expires_at, lastSeenAt: row.last_seen_at, endedAt: null }, rules, now.toISOString()));
}

/** False when the account has no such open session. */
export async function endOwnSession(db: SpaceDb, accountId: string, sessionId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update session set ended_at = ${now} where id = ${sessionId} and account_id = ${accountId} and ended_at is null returning id`.execute(db);
  return rows.length === 1;
}

export interface HalfSession {
  account_id: string;
  code_tries: number;
}

export async function halfSession(db: SpaceDb, sessionId: string): Promise<HalfSession | null> {
  const { rows } = await sql<HalfSession>`select account_id, code_tries from session where id = ${sessionId} and stage = 'code' and ended_at is null for update`.execute(db);
  return rows[0] ?? null;
}

export async function countCodeTry(db: SpaceDb, sessionId: string): Promise<void> {
  await sql`update session set code_tries = code_tries + 1 where id = ${sessionId}`.execute(db);
}

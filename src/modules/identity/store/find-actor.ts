import { sql } from 'kysely';
import { anonymous } from '#platform/auth/actor.ts';
import type { Enter, FoundActor } from '#platform/auth/callers.ts';
import type { Credential } from '#platform/auth/credential.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import { defaultRules, isSessionGood } from '../words/security.rules.ts';
import { actingActor } from './deputy-store.ts';
import { findKey } from './key-store.ts';
import { actorInSpace, enterAs, standingColumns, standingJoins, standingOrder, tokenHash, toStanding, type StandingRow } from './session-store.ts';

/** Written at most once in five minutes: reading pages must not turn into writes. A short idle time asks more often. */
const restMilliseconds = 300_000;

/** The person and mandates in force behind a session or a key; anonymous when there is none or it is over. */
export function findActor(db: SpaceDb, credential: Credential, now: Date, enter: Enter): Promise<FoundActor> {
  return credential.kind === 'key' ? actorOfKey(db, credential.token, now, enter) : actorOfSession(db, credential.token, now, enter);
}

interface SessionRow extends StandingRow {
  session_id: string;
  session_account: string;
  current_space_id: string | null;
  acting_deputy_id: string | null;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  ended_at: string | null;
  stage: 'code' | 'link' | 'full';
}

const nobody: FoundActor = { actor: anonymous, seen: null };

async function actorOfSession(db: SpaceDb, token: string, now: Date, enter: Enter): Promise<FoundActor> {
  // One question for the session and for who that is in its space; the second half is empty where the transaction stands elsewhere.
  const { rows } = await sql<SessionRow>`
    select s.id as session_id, s.account_id as session_account, s.current_space_id, s.acting_deputy_id, s.created_at, s.last_seen_at, s.expires_at, s.ended_at, s.stage, ${standingColumns}
    from session s join account a on a.id = s.account_id and a.state = 'active'
      left join person p on p.space_id = s.current_space_id and p.account_id = s.account_id and p.archived_at is null ${standingJoins(now)}
    where s.token_hash = ${tokenHash(token)} order by ${standingOrder}`.execute(db);
  const row = rows[0];
  if (!row || row.ended_at !== null) return nobody;
  const { session_id: id, session_account: accountId, current_space_id: spaceId } = row;
  const hasMoved = spaceId !== null && (await enter(spaceId));
  const standing = hasMoved ? await enterAs(db, accountId, spaceId, now) : spaceId ? toStanding(rows, accountId, spaceId) : { actor: { ...anonymous, accountId }, rules: defaultRules };
  const { rules } = standing;
  let { actor } = standing;
  const times = { createdAt: row.created_at, expiresAt: row.expires_at, lastSeenAt: row.last_seen_at, endedAt: row.ended_at };
  if (!isSessionGood(times, rules, now.toISOString())) return nobody;
  // Half a sign-in is nobody yet: it only says which account the code has to come from.
  if (row.stage === 'code') return { actor: { ...anonymous, sessionId: id, pending: 'code' }, seen: null };
  // Whoever came by a link is their firms' reporter and nothing more, whatever else they hold.
  if (row.stage === 'link') actor = { ...actor, byLink: true, pending: null, mandates: actor.mandates.filter(({ role }) => role === 'organisationRepresentative') };
  const isDue = now.getTime() - Date.parse(row.last_seen_at) > Math.min(restMilliseconds, rules.idleMinutes * 12_000);
  const seen = async (later: SpaceDb): Promise<void> => void (await sql`update session set last_seen_at = ${now} where id = ${id}`.execute(later));
  return { actor: await actingActor(db, { ...actor, sessionId: id }, row.stage === 'link' ? null : row.acting_deputy_id, now), seen: isDue ? seen : null };
}

async function actorOfKey(db: SpaceDb, token: string, now: Date, enter: Enter): Promise<FoundActor> {
  const key = await findKey(db, token, now, enter);
  if (!key) return nobody;
  const isDue = key.lastUsedAt === null || now.getTime() - Date.parse(key.lastUsedAt) > restMilliseconds;
  const seen = async (later: SpaceDb): Promise<void> => void (await sql`update api_key set last_used_at = ${now} where space_id = ${key.spaceId} and id = ${key.id}`.execute(later));
  const actor = await actorInSpace(db, key.accountId, key.spaceId, now);
  return { actor: actor.personId ? { ...actor, key: { id: key.id, rooms: key.rooms } } : anonymous, seen: isDue ? seen : null };
}

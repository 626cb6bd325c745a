import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { anonymous, type Actor } from '#platform/auth/actor.ts';
import type { Credential } from '#platform/auth/credential.ts';
import type { Power, Role, ScopeKind } from '#platform/auth/permission.rules.ts';
import type { Language, Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import { isSessionGood, sessionDays } from '../identity.rules.ts';
import type { Space } from '../identity.schema.ts';

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface AccountRow {
  id: string;
  login: string;
  password_hash: string;
}

export async function findAccount(db: SpaceDb, by: { login: string } | { id: string }): Promise<AccountRow | null> {
  const where = 'login' in by ? sql`login = ${by.login}` : sql`id = ${by.id}`;
  const { rows } = await sql<AccountRow>`select id, login, password_hash from account where ${where} and state = 'active'`.execute(db);
  return rows[0] ?? null;
}

/** False when the login is taken. */
export async function addAccount(db: SpaceDb, account: { id: string; login: string; passwordHash: string; now: Date }): Promise<boolean> {
  const { rows } = await sql`
    insert into account (id, login, password_hash, created_at) values (${account.id}, ${account.login}, ${account.passwordHash}, ${account.now})
    on conflict (login) do nothing returning id`.execute(db);
  return rows.length === 1;
}

export async function setPassword(db: SpaceDb, accountId: string, passwordHash: string): Promise<void> {
  await sql`update account set password_hash = ${passwordHash} where id = ${accountId}`.execute(db);
}

export async function joinSpace(db: SpaceDb, accountId: string, spaceId: string): Promise<void> {
  await sql`insert into account_space (account_id, member_space_id) values (${accountId}, ${spaceId}) on conflict do nothing`.execute(db);
}

interface SpaceRow {
  id: string;
  name: Name;
  kind: 'sample' | 'own';
  created_at: string;
}
const toSpace = (row: SpaceRow): Space => ({ id: row.id, name: row.name, kind: row.kind, createdAt: row.created_at });

export async function listSpacesOf(db: SpaceDb, accountId: string): Promise<Space[]> {
  const { rows } = await sql<SpaceRow>`
    select s.id, s.name, s.kind, s.created_at from account_space a join space s on s.id = a.member_space_id
    where a.account_id = ${accountId} order by s.kind, s.created_at, s.id`.execute(db);
  return rows.map(toSpace);
}

export async function hasSampleSpace(db: SpaceDb): Promise<boolean> {
  const { rows } = await sql`select 1 from space where kind = 'sample' limit 1`.execute(db);
  return rows.length > 0;
}

export async function addSpace(db: SpaceDb, space: { id: string; name: Name; kind: 'sample' | 'own'; now: Date }): Promise<Space> {
  await sql`insert into space (id, name, kind, created_at) values (${space.id}, ${JSON.stringify(space.name)}::jsonb, ${space.kind}, ${space.now})`.execute(db);
  return { id: space.id, name: space.name, kind: space.kind, createdAt: space.now.toISOString() };
}

/** Opens a session and returns its secret; only the hash is kept. */
export async function openSession(db: SpaceDb, session: { id: string; accountId: string; spaceId: string; now: Date }): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(session.now.getTime() + sessionDays * 86_400_000);
  await sql`
    insert into session (id, token_hash, account_id, current_space_id, created_at, last_seen_at, expires_at)
    values (${session.id}, ${tokenHash(token)}, ${session.accountId}, ${session.spaceId}, ${session.now}, ${session.now}, ${expiresAt})`.execute(db);
  return { token, expiresAt };
}

export async function endSession(db: SpaceDb, sessionId: string, now: Date): Promise<void> {
  await sql`update session set ended_at = ${now} where id = ${sessionId} and ended_at is null`.execute(db);
}

export async function endOtherSessions(db: SpaceDb, accountId: string, keptId: string | null, now: Date): Promise<void> {
  await sql`update session set ended_at = ${now} where account_id = ${accountId} and ended_at is null and id is distinct from ${keptId}::uuid`.execute(db);
}

export async function moveSession(db: SpaceDb, sessionId: string, spaceId: string): Promise<void> {
  await sql`update session set current_space_id = ${spaceId} where id = ${sessionId}`.execute(db);
}

interface SessionRow {
  id: string;
  account_id: string;
  current_space_id: string | null;
  last_seen_at: string;
  expires_at: string;
  ended_at: string | null;
}

/** The person and mandates in force behind a session secret; anonymous when there is none or it is over. */
export async function findActor(db: SpaceDb, credential: Credential, now: Date, enter: (spaceId: string) => Promise<void>): Promise<Actor> {
  if (credential.kind === 'key') return anonymous;
  const { token } = credential;
  const found = await sql<SessionRow>`
    select s.id, s.account_id, s.current_space_id, s.last_seen_at, s.expires_at, s.ended_at
    from session s join account a on a.id = s.account_id and a.state = 'active' where s.token_hash = ${tokenHash(token)}`.execute(db);
  const session = found.rows[0];
  if (!session || !isSessionGood({ expiresAt: session.expires_at, lastSeenAt: session.last_seen_at, endedAt: session.ended_at }, now.toISOString())) return anonymous;
  // Written at most once in five minutes: reading pages must not turn into writes.
  if (now.getTime() - Date.parse(session.last_seen_at) > 300_000) await sql`update session set last_seen_at = ${now} where id = ${session.id}`.execute(db);
  if (!session.current_space_id) return { ...anonymous, accountId: session.account_id, sessionId: session.id };
  await enter(session.current_space_id);
  const actor = await actorInSpace(db, session.account_id, session.current_space_id, now);
  return { ...actor, sessionId: session.id };
}

interface ActorRow {
  person_id: string;
  name: Name;
  language: Language | null;
  mandate_id: string | null;
  role: Role;
  powers: Power[] | null;
  scope_kind: ScopeKind;
  scope_id: string | null;
  organisation_id: string | null;
}

/** Who an account is inside the space that was entered, with the mandates in force now. */
export async function actorInSpace(db: SpaceDb, accountId: string, spaceId: string, now: Date): Promise<Actor> {
  const { rows } = await sql<ActorRow>`
    select p.id as person_id, p.name, p.language, m.id as mandate_id, m.role, m.powers, m.scope_kind, m.scope_id, m.organisation_id
    from person p left join mandate m on m.space_id = p.space_id and m.person_id = p.id and m.valid_from <= ${now} and (m.valid_until is null or m.valid_until > ${now})
    where p.space_id = ${spaceId} and p.account_id = ${accountId} and p.archived_at is null order by m.granted_at, m.id`.execute(db);
  const first = rows[0];
  if (!first) return { ...anonymous, accountId };
  const held = rows.filter((row) => row.mandate_id !== null);
  return {
    accountId,
    personId: first.person_id,
    sessionId: null,
    spaceId,
    name: first.name.zh ?? first.name.en ?? '',
    language: first.language,
    mandates: held.map((row) => ({ id: row.mandate_id ?? '', role: row.role, powers: row.powers, scopeKind: row.scope_kind, scopeId: row.scope_id, organisationId: row.organisation_id })),
  };
}

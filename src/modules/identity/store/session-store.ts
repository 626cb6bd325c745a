import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { anonymous, type Actor } from '#platform/auth/actor.ts';
import type { Power, Role, ScopeKind } from '#platform/auth/permission.rules.ts';
import type { Language, Name } from '#platform/i18n/name.schema.ts';
import type { Device, SpaceDb } from '#platform/module/module.ts';
import { mandatesOfPerson } from './held-mandate.ts';
import { defaultRules, halfSignInMinutes, linkSignInMinutes, owesFactor, ruleBounds, type SignInRules } from '../words/security.rules.ts';
import type { Space } from '../identity.schema.ts';

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface AccountRow {
  id: string;
  login: string;
  /** Null for an account that only an outside provider lets in. */
  password_hash: string | null;
}

export async function findAccount(db: SpaceDb, by: { login: string } | { id: string }): Promise<AccountRow | null> {
  const where = 'login' in by ? sql`login = ${by.login}` : sql`id = ${by.id}`;
  const { rows } = await sql<AccountRow>`select id, login, password_hash from account where ${where} and state = 'active'`.execute(db);
  return rows[0] ?? null;
}

/** False when the login is taken. */
export async function addAccount(db: SpaceDb, account: { id: string; login: string; passwordHash: string | null; now: Date }): Promise<boolean> {
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

export interface NewSession {
  id: string;
  accountId: string;
  spaceId: string;
  now: Date;
  device: Device | null;
  /** `code`: only good for giving the one-time code, and only for minutes. `link`: no password was given, and none is known. */
  stage?: 'code' | 'link' | 'full';
}

/** Opens a session and returns its secret; only the hash is kept. */
export async function openSession(db: SpaceDb, session: NewSession): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const minutes = session.stage === 'code' ? halfSignInMinutes : session.stage === 'link' ? linkSignInMinutes : ruleBounds.absoluteHours[1] * 60;
  const expiresAt = new Date(session.now.getTime() + minutes * 60_000);
  await sql`
    insert into session (id, token_hash, account_id, current_space_id, created_at, last_seen_at, expires_at, stage, ip, user_agent)
    values (${session.id}, ${tokenHash(token)}, ${session.accountId}, ${session.spaceId}, ${session.now}, ${session.now}, ${expiresAt}, ${session.stage ?? 'full'},
      ${session.device?.ip ?? null}, ${session.device?.userAgent?.slice(0, 400) ?? null})`.execute(db);
  return { token, expiresAt };
}

export async function endSession(db: SpaceDb, sessionId: string, now: Date): Promise<void> {
  await sql`update session set ended_at = ${now} where id = ${sessionId} and ended_at is null`.execute(db);
}

export async function endOtherSessions(db: SpaceDb, accountId: string, keptId: string | null, now: Date): Promise<void> {
  await sql`update session set ended_at = ${now} where account_id = ${accountId} and ended_at is null and id is distinct from ${keptId}::uuid`.execute(db);
}

export async function moveSession(db: SpaceDb, sessionId: string, spaceId: string): Promise<void> {
  await sql`update session set current_space_id = ${spaceId}, acting_deputy_id = null where id = ${sessionId}`.execute(db);
}

/** What a person (p) is inside their space: see `standingColumns`. Without a person every field is null. */
export interface StandingRow {
  person_id: string | null;
  name: Name | null;
  language: Language | null;
  mandate_id: string | null;
  role: Role;
  powers: Power[] | null;
  scope_kind: ScopeKind;
  scope_id: string | null;
  organisation_id: string | null;
  factor_roles: Role[] | null;
  idle_minutes: number | null;
  absolute_hours: number | null;
  has_factor: boolean;
}

export type SessionRules = Pick<SignInRules, 'idleMinutes' | 'absoluteHours'>;

export interface Standing {
  actor: Actor;
  rules: SessionRules;
}

export const standingColumns = sql`p.id as person_id, p.name, p.language, m.id as mandate_id, m.role, m.powers, m.scope_kind, m.scope_id, m.organisation_id,
  r.factor_roles, r.idle_minutes, r.absolute_hours, (f.confirmed_at is not null) as has_factor`;
export const standingOrder = sql`m.granted_at, m.id`;

/** The mandates of a person (p) that are in force, and the space's rules for sessions. */
export const standingJoins = (now: Date) => sql`
  left join ${mandatesOfPerson} m on m.valid_from <= ${now} and (m.valid_until is null or m.valid_until > ${now})
  left join security_policy r on r.space_id = p.space_id left join second_factor f on f.account_id = p.account_id`;

export function toStanding(rows: readonly StandingRow[], accountId: string, spaceId: string): Standing {
  const first = rows[0];
  const rules = { idleMinutes: first?.idle_minutes ?? defaultRules.idleMinutes, absoluteHours: first?.absolute_hours ?? defaultRules.absoluteHours };
  if (!first?.person_id) return { actor: { ...anonymous, accountId }, rules };
  const held = rows.filter((row) => row.mandate_id !== null);
  const mandates = held.map((row) => ({ id: row.mandate_id ?? '', role: row.role, powers: row.powers, scopeKind: row.scope_kind, scopeId: row.scope_id, organisationId: row.organisation_id }));
  const pending = !first.has_factor && owesFactor(mandates, { factorRoles: first.factor_roles ?? [] }) ? 'enrolment' : null;
  const actor: Actor = {
    accountId,
    personId: first.person_id,
    sessionId: null,
    spaceId,
    name: first.name?.zh ?? first.name?.en ?? '',
    language: first.language,
    // Whoever still has to enrol holds nothing until then, so that no forgotten check can let them through.
    mandates: pending ? [] : mandates,
    pending,
  };
  return { actor, rules };
}

/** Who an account is inside the space that was entered, with the mandates in force now; and the space's rules for sessions. */
export async function enterAs(db: SpaceDb, accountId: string, spaceId: string, now: Date): Promise<Standing> {
  const { rows } = await sql<StandingRow>`
    select ${standingColumns} from person p ${standingJoins(now)}
    where p.space_id = ${spaceId} and p.account_id = ${accountId} and p.archived_at is null order by ${standingOrder}`.execute(db);
  return toStanding(rows, accountId, spaceId);
}

export async function actorInSpace(db: SpaceDb, accountId: string, spaceId: string, now: Date): Promise<Actor> {
  return (await enterAs(db, accountId, spaceId, now)).actor;
}

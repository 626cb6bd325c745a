import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import { heldMandate } from './held-mandate.ts';
import type { GrantedRole } from '../identity.schema.ts';

type People = readonly string[] | null;
export interface HeldRow {
  id: string;
  person_id: string;
  name: Name;
}

export async function heldMandates(db: SpaceDb, people: People, now: Date): Promise<(HeldRow & { role: GrantedRole; scope_kind: string })[]> {
  const { rows } = await sql<HeldRow & { role: GrantedRole; scope_kind: string }>`
    select id, person_id, jsonb_build_object('en', role) as name, role, scope_kind from mandate
    where space_id = current_space() and person_id is not null and (valid_until is null or valid_until > ${now}) and (${people}::uuid[] is null or person_id = any(${people}::uuid[])) order by granted_at, id`.execute(db);
  return rows;
}

/** The same mandate for somebody else from an instant on. */
export async function copyMandate(db: SpaceDb, id: string, copy: { id: string; personId: string; by: string | null; at: Date; now: Date }): Promise<void> {
  await sql`
    insert into mandate (space_id, id, person_id, organisation_id, role, powers, scope_kind, scope_id, valid_from, valid_until, granted_by, granted_at)
    select space_id, ${copy.id}, ${copy.personId}, organisation_id, role, powers, scope_kind, scope_id, greatest(valid_from, ${copy.at}), valid_until, ${copy.by}, ${copy.now}
    from mandate where space_id = current_space() and id = ${id} and (valid_until is null or valid_until > ${copy.at})`.execute(db);
}

export async function endMandatesAt(db: SpaceDb, ids: readonly string[], by: string | null, at: Date): Promise<void> {
  await sql`
    update mandate set valid_from = least(valid_from, ${at}), valid_until = least(valid_until, ${at}), ended_by = ${by} where space_id = current_space() and id = any(${ids}::uuid[]) and (valid_until is null or valid_until > ${at})`.execute(db);
}

export async function heldPosts(db: SpaceDb, people: People, now: Date): Promise<(HeldRow & { post_id: string })[]> {
  const { rows } = await sql<HeldRow & { post_id: string }>`
    select h.id, h.person_id, t.name, h.post_id from post_holding h join post t on t.space_id = h.space_id and t.id = h.post_id
    where h.space_id = current_space() and (h.valid_until is null or h.valid_until > ${now}) and (${people}::uuid[] is null or h.person_id = any(${people}::uuid[])) order by h.valid_from, h.id`.execute(db);
  return rows;
}

export async function heldApprovals(db: SpaceDb, people: People, now: Date): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select a.id, p.id as person_id, coalesce(a.subject_name, jsonb_build_object('en', a.kind)) as name from approval a join person p on p.space_id = a.space_id and p.id in (a.requested_by, a.requested_for)
    where a.space_id = current_space() and a.state = 'requested' and a.due_at > ${now} and (${people}::uuid[] is null or p.id = any(${people}::uuid[])) order by a.requested_at, a.id`.execute(db);
  return rows;
}

/** Whoever asked before stays barred from deciding. */
export async function passApproval(db: SpaceDb, id: string, toPersonId: string): Promise<void> {
  await sql`
    update approval set concerned = concerned || array_remove(array[requested_by, requested_for], null), requested_by = ${toPersonId}, requested_for = null, version = version + 1
    where space_id = current_space() and id = ${id} and state = 'requested'`.execute(db);
}

export async function withdrawApprovalRow(db: SpaceDb, id: string, by: string | null, now: Date): Promise<void> {
  await sql`update approval set state = 'withdrawn', decided_by = ${by}, decided_at = ${now}, version = version + 1 where space_id = current_space() and id = ${id} and state = 'requested'`.execute(db);
}

export async function heldInvitations(db: SpaceDb, people: People, now: Date): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select i.id, i.person_id, p.name from invitation i join person p on p.space_id = i.space_id and p.id = i.person_id
    where i.space_id = current_space() and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > ${now} and (${people}::uuid[] is null or i.person_id = any(${people}::uuid[])) order by i.created_at, i.id`.execute(db);
  return rows;
}

export async function withdrawInvitationRows(db: SpaceDb, ids: readonly string[], now: Date): Promise<void> {
  await sql`update invitation set withdrawn_at = ${now} where space_id = current_space() and id = any(${ids}::uuid[]) and accepted_at is null`.execute(db);
}

/** Sessions that stand in this space. */
export async function heldSessions(db: SpaceDb, people: People, now: Date): Promise<(HeldRow & { created_at: string })[]> {
  const { rows } = await sql<HeldRow & { created_at: string }>`
    select s.id, p.id as person_id, p.name, s.created_at from session s join person p on p.account_id = s.account_id and p.space_id = current_space()
    where s.current_space_id = current_space() and s.ended_at is null and s.expires_at > ${now} and (${people}::uuid[] is null or p.id = any(${people}::uuid[])) order by s.created_at, s.id`.execute(db);
  return rows;
}

/** At once, or on their last day at the latest. */
export async function endSessionsAt(db: SpaceDb, ids: readonly string[], at: Date, now: Date): Promise<void> {
  const atOnce = at <= now;
  await sql`
    update session set ended_at = case when ${atOnce} then ${now}::timestamptz else ended_at end, expires_at = least(expires_at, ${at})
    where id = any(${ids}::uuid[]) and current_space_id = current_space() and ended_at is null`.execute(db);
}

export async function heldKeys(db: SpaceDb, people: People, now: Date): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select id, person_id, jsonb_build_object('en', name) as name from api_key where space_id = current_space() and revoked_at is null and expires_at > ${now} and (${people}::uuid[] is null or person_id = any(${people}::uuid[])) order by created_at, id`.execute(db);
  return rows;
}

/** People of whom something stands open although they hold no mandate, now or to come. */
export async function withoutMandate(db: SpaceDb, personIds: readonly string[], now: Date): Promise<Map<string, Name>> {
  const { rows } = await sql<{ id: string; name: Name }>`
    select p.id, p.name from person p where p.space_id = current_space() and p.id = any(${personIds}::uuid[])
      and not exists (select 1 from ${heldMandate} m where m.space_id = p.space_id and m.person_id = p.id and (m.valid_until is null or m.valid_until > ${now}))`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

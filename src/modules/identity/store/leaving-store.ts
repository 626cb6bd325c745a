import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { PersonRef } from '../words/deputy.schema.ts';
import type { LeavingState } from '../words/leaving.schema.ts';

export interface KeptLeaving {
  id: string;
  person_id: string;
  state: LeavingState;
  last_day: string;
  reason: string | null;
}

/** The newest leaving of a person that was not called off. */
export async function findLeaving(db: SpaceDb, spaceId: string, personId: string, lock = false): Promise<KeptLeaving | null> {
  const { rows } = await sql<KeptLeaving>`
    select id, person_id, state, last_day, reason from leaving where space_id = ${spaceId} and person_id = ${personId} and state <> 'cancelled' order by started_at desc, id desc limit 1 ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export async function addLeaving(db: SpaceDb, spaceId: string, given: { id: string; personId: string; lastDay: string; reason: string | null; by: string; now: Date }): Promise<void> {
  await sql`
    insert into leaving (space_id, id, person_id, state, last_day, reason, started_by, started_at)
    values (${spaceId}, ${given.id}, ${given.personId}, 'open', ${given.lastDay}, ${given.reason}, ${given.by}, ${given.now})`.execute(db);
}

export async function finishLeaving(db: SpaceDb, spaceId: string, id: string, state: LeavingState, by: string | null, now: Date): Promise<void> {
  await sql`update leaving set state = ${state}, finished_by = ${by}, finished_at = ${now}, version = version + 1 where space_id = ${spaceId} and id = ${id}`.execute(db);
}

export interface KeptLine {
  kind: string;
  item_id: string;
  successor_id: string | null;
  successor_name: Name | null;
}

export async function linesOf(db: SpaceDb, spaceId: string, leavingId: string): Promise<KeptLine[]> {
  const { rows } = await sql<KeptLine>`
    select l.kind, l.item_id, l.successor_id, p.name as successor_name from leaving_line l left join person p on p.space_id = l.space_id and p.id = l.successor_id
    where l.space_id = ${spaceId} and l.leaving_id = ${leavingId} order by l.kind, l.item_id`.execute(db);
  return rows;
}

export async function keepLines(db: SpaceDb, spaceId: string, leavingId: string, lines: readonly { kind: string; id: string; successorId: string | null }[]): Promise<void> {
  await sql`
    insert into leaving_line (space_id, leaving_id, kind, item_id, successor_id) select ${spaceId}::uuid, ${leavingId}::uuid, kind, id, "successorId"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as given (kind text, id text, "successorId" uuid)
    on conflict (space_id, leaving_id, kind, item_id) do update set successor_id = excluded.successor_id`.execute(db);
}

export interface KeptSignature {
  side: 'leaver' | 'successor';
  person_id: string;
  signed_by: string;
  signer_name: Name;
  signed_at: string;
  signed: string;
}

export async function signaturesOf(db: SpaceDb, spaceId: string, leavingId: string): Promise<KeptSignature[]> {
  const { rows } = await sql<KeptSignature>`
    select s.side, s.person_id, s.signed_by, p.name as signer_name, s.signed_at, s.signed from leaving_signature s join person p on p.space_id = s.space_id and p.id = s.signed_by
    where s.space_id = ${spaceId} and s.leaving_id = ${leavingId}`.execute(db);
  return rows;
}

export async function keepSignature(db: SpaceDb, spaceId: string, leavingId: string, given: { side: 'leaver' | 'successor'; personId: string; signedBy: string; signed: string; now: Date }): Promise<void> {
  await sql`
    insert into leaving_signature (space_id, leaving_id, side, person_id, signed_by, signed_at, signed) values (${spaceId}, ${leavingId}, ${given.side}, ${given.personId}, ${given.signedBy}, ${given.now}, ${given.signed})
    on conflict (space_id, leaving_id, side, person_id) do update set signed_by = excluded.signed_by, signed_at = excluded.signed_at, signed = excluded.signed`.execute(db);
}

/** Open leavings in which somebody is named as successor. */
export async function leavingsFor(db: SpaceDb, spaceId: string, successorId: string): Promise<PersonRef[]> {
  const { rows } = await sql<PersonRef>`
    select distinct p.id, p.name from leaving v join leaving_line l on l.space_id = v.space_id and l.leaving_id = v.id join person p on p.space_id = v.space_id and p.id = v.person_id
    where v.space_id = ${spaceId} and v.state = 'open' and l.successor_id = ${successorId}`.execute(db);
  return rows;
}

/** These people, as they can be named; archived ones are not successors. */
export async function peopleByIds(db: SpaceDb, spaceId: string, ids: readonly string[], onlySigningIn = false): Promise<Map<string, Name>> {
  const { rows } = await sql<PersonRef>`select id, name from person where space_id = ${spaceId} and id = any(${ids}::uuid[]) and (not ${onlySigningIn} or (account_id is not null and archived_at is null))`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

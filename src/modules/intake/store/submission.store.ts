import { sql } from 'kysely';
import { asJson, isoDay, isoTime } from '#platform/db/row-sql.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { LegalBasis } from '../words/form.schema.ts';
import type { Decision, Entry, Release, SubmissionProblem, SubmissionSummary } from '../words/party.schema.ts';

export interface StoredDraft {
  version: number;
  entries: Entry[];
  updatedAt: string;
  updatedByName: string;
}

export async function findDraft(db: SpaceDb, partyId: string): Promise<StoredDraft | null> {
  const { rows } = await sql<StoredDraft>`select version, entries, ${isoTime('updated_at')} as "updatedAt", updated_by_name as "updatedByName" from submission_draft where party_id = ${partyId}::uuid`.execute(db);
  return rows[0] ?? null;
}

export async function putDraft(context: Context, partyId: string, entries: readonly Entry[]): Promise<void> {
  await sql`insert into submission_draft (space_id, party_id, entries, updated_by, updated_by_name, updated_at)
    values (${context.spaceId}, ${partyId}, ${asJson(entries)}, ${context.actor.personId}, ${context.actor.name}, ${context.now})
    on conflict (space_id, party_id) do update set version = submission_draft.version + 1, entries = excluded.entries, updated_by = excluded.updated_by, updated_by_name = excluded.updated_by_name, updated_at = excluded.updated_at`.execute(context.db);
}

export async function removeDraft(db: SpaceDb, partyId: string): Promise<void> {
  await sql`delete from submission_draft where party_id = ${partyId}::uuid`.execute(db);
}

export interface StoredValue {
  field: string;
  text: string;
  operator: string | null;
  value: string | null;
  unit: string | null;
  scale: string | null;
  explanation: string | null;
  isWithheld: boolean;
  origin: 'typed' | 'record' | 'lastPeriod';
  basis: LegalBasis;
}

export interface NewSubmission {
  partyId: string;
  number: number;
  kind: 'report' | 'revision';
  reason: string | null;
  isOnBehalf: boolean;
  onBehalfHolder: string | null;
  warnings: readonly SubmissionProblem[];
  values: readonly StoredValue[];
}

export async function insertSubmission(context: Context, given: NewSubmission): Promise<string> {
  const id = context.newId();
  await sql`insert into submission (space_id, id, party_id, number, kind, reason, is_on_behalf, on_behalf_holder, is_truth_accepted, warnings, submitted_by, submitted_by_name, submitted_at)
    values (${context.spaceId}, ${id}, ${given.partyId}, ${given.number}, ${given.kind}, ${given.reason}, ${given.isOnBehalf}, ${given.onBehalfHolder}, true, ${asJson(given.warnings)}, ${context.actor.personId}, ${context.actor.name}, ${context.now})`.execute(context.db);
  await sql`insert into submission_value (space_id, submission_id, field_key, text, operator, value, unit, scale, explanation, is_withheld, origin, basis)
    select ${context.spaceId}::uuid, ${id}::uuid, v.field, v.text, v.operator, v.value, v.unit, v.scale, v.explanation, v."isWithheld", v.origin, v.basis
    from jsonb_to_recordset(${JSON.stringify(given.values)}::jsonb) as v(field text, text text, operator text, value numeric, unit text, scale text, explanation text, "isWithheld" boolean, origin text, basis text)`.execute(context.db);
  return id;
}

const decisions = sql`coalesce((select jsonb_agg(jsonb_build_object('verb', d.verb, 'level', d.level, 'holder', d.holder, 'holderName', null, 'note', d.note, 'reasons', d.reasons, 'isOnBehalf', d.is_on_behalf, 'decidedByName', d.decided_by_name,
  'decidedAt', ${isoTime('d.decided_at')}) order by d.decided_at, d.id) from submission_decision d where d.space_id = s.space_id and d.submission_id = s.id), '[]'::jsonb) as decisions`;
const columns = sql`s.id, s.number, s.kind, s.reason, s.is_on_behalf as "isOnBehalf", s.on_behalf_holder as "onBehalfHolder", s.submitted_by_name as "submittedByName", ${isoTime('s.submitted_at')} as "submittedAt", s.warnings, ${decisions}`;

/** Every version, the newest first. */
export async function listSubmissions(db: SpaceDb, partyId: string): Promise<SubmissionSummary[]> {
  return (await sql<SubmissionSummary>`select ${columns} from submission s where s.party_id = ${partyId}::uuid order by s.number desc`.execute(db)).rows;
}

/** Values as they are kept. What leaves the room goes through the gate first. */
export async function valuesOf(db: SpaceDb, submissionId: string): Promise<StoredValue[]> {
  return (await sql<StoredValue>`select field_key as field, text, operator, trim_scale(value)::text as value, unit, scale, explanation, is_withheld as "isWithheld", origin, basis from submission_value where submission_id = ${submissionId}::uuid order by field_key`.execute(db)).rows;
}

/** What was submitted, as somebody would write it again. */
export async function submittedEntries(db: SpaceDb, submissionId: string): Promise<Entry[]> {
  return (await valuesOf(db, submissionId)).map(({ field, text, explanation, isWithheld, origin }) => ({ field, text, explanation, isWithheld, origin }));
}

export interface NewDecision extends Pick<Decision, 'verb' | 'level' | 'holder' | 'note' | 'reasons' | 'isOnBehalf'> {
  submissionId: string;
}

export async function insertDecision(context: Context, given: NewDecision): Promise<void> {
  await sql`insert into submission_decision (space_id, id, submission_id, level, holder, verb, note, reasons, is_on_behalf, decided_by, decided_by_name, decided_at)
    values (${context.spaceId}, ${context.newId()}, ${given.submissionId}, ${given.level}, ${given.holder}, ${given.verb}, ${given.note}, ${asJson(given.reasons)}, ${given.isOnBehalf}, ${context.actor.personId}, ${context.actor.name}, ${context.now})`.execute(context.db);
}

const releaseColumns = sql`id, purpose, fields, ${isoDay('until')} as until, released_by_name as "releasedByName", ${isoTime('released_at')} as "releasedAt", ${isoTime('revoked_at')} as "revokedAt"`;

export async function releasesOf(db: SpaceDb, partyId: string): Promise<Release[]> {
  return (await sql<Release>`select ${releaseColumns} from submission_release where party_id = ${partyId}::uuid order by released_at desc, id`.execute(db)).rows;
}

export async function insertRelease(context: Context, partyId: string, given: Pick<Release, 'purpose' | 'fields' | 'until'>): Promise<Release> {
  const { rows } = await sql<Release>`insert into submission_release (space_id, id, party_id, fields, purpose, until, released_by, released_by_name, released_at)
    values (${context.spaceId}, ${context.newId()}, ${partyId}, ${given.fields}::text[], ${given.purpose}, ${given.until}::date, ${context.actor.personId}, ${context.actor.name}, ${context.now}) returning ${releaseColumns}`.execute(context.db);
  const release = rows[0];
  if (!release) throw new Error('the release was just written');
  return release;
}

export async function endRelease(context: Context, partyId: string, id: string): Promise<boolean> {
  return (await sql`update submission_release set revoked_at = ${context.now} where id = ${id}::uuid and party_id = ${partyId}::uuid and revoked_at is null returning id`.execute(context.db)).rows.length > 0;
}

/** Once a person, day and purpose. */
export async function noteUse(context: Context, partyId: string, purpose: string, holder: string | null, day: string): Promise<void> {
  if (context.actor.personId === null) return;
  await sql`insert into submission_use (space_id, id, party_id, purpose, holder, person_id, person_name, used_on, used_at)
    values (${context.spaceId}, ${context.newId()}, ${partyId}, ${purpose}, ${holder}, ${context.actor.personId}, ${context.actor.name}, ${day}::date, ${context.now}) on conflict do nothing`.execute(context.db);
}

export interface StoredUse {
  id: string;
  purpose: string;
  holder: string | null;
  personName: string;
  usedAt: string;
}
export async function usesOf(db: SpaceDb, partyId: string): Promise<StoredUse[]> {
  return (await sql<StoredUse>`select id, purpose, holder, person_name as "personName", ${isoTime('used_at')} as "usedAt" from submission_use where party_id = ${partyId}::uuid order by used_at desc, id limit 200`.execute(db)).rows;
}

import { sql } from 'kysely';
import type { JobOutcome, SpaceDb } from '#platform/module/module.ts';
import { stateAfter, statesBefore } from './job.rules.ts';
import type { SentJob } from './queue.ts';

type Words = { zh: string; en: string };

export async function insertJob(db: SpaceDb, job: SentJob & { spaceId: string; title: Words }, at: Date): Promise<void> {
  await sql`insert into job (space_id, id, kind, title, state, asked_at, person_id)
    values (${job.spaceId}, ${job.id}, ${job.kind}, ${JSON.stringify(job.title)}::jsonb, 'waiting', ${at}, ${job.personId})`.execute(db);
}

/** Takes a step if the job stands where the step begins; false when it doesn't. */
async function step(db: SpaceDb, id: string, verb: string, set: ReturnType<typeof sql>): Promise<boolean> {
  const from = `{${statesBefore(verb).join(',')}}`;
  const done = await sql`update job set state = ${stateAfter(verb)}, ${set} where space_id = current_space() and id = ${id} and state = any(${from}::text[])`.execute(db);
  return (done.numAffectedRows ?? 0n) > 0n;
}

/** False when nobody waits for it any more. */
export function startJob(db: SpaceDb, id: string, at: Date): Promise<boolean> {
  return step(db, id, 'start', sql`started_at = coalesce(started_at, ${at}), finished_at = null, failure = null, outcome = null, href = null, progress_done = 0, progress_total = null, tries = tries + 1`);
}

export function finishJob(db: SpaceDb, id: string, at: Date, outcome: JobOutcome | null): Promise<boolean> {
  const words = outcome?.words ? JSON.stringify(outcome.words) : null;
  return step(db, id, 'finish', sql`finished_at = ${at}, href = ${outcome?.href ?? null}, outcome = ${words}::jsonb, progress_done = coalesce(progress_total, progress_done)`);
}

export function failJob(db: SpaceDb, id: string, at: Date, failure: Words): Promise<boolean> {
  return step(db, id, 'fail', sql`finished_at = ${at}, failure = ${JSON.stringify(failure)}::jsonb`);
}

export function markCancelled(db: SpaceDb, id: string, at: Date): Promise<boolean> {
  return step(db, id, 'cancel', sql`finished_at = ${at}, cancel_asked = true`);
}

export function giveBackJob(db: SpaceDb, id: string): Promise<boolean> {
  return step(db, id, 'giveBack', sql`started_at = null`);
}

export function markWaiting(db: SpaceDb, id: string): Promise<boolean> {
  return step(db, id, 'retry', sql`started_at = null, finished_at = null, failure = null, cancel_asked = false, tries = 0, progress_done = 0, progress_total = null`);
}

/** Writes how far it is; answers whether somebody asked to stop it. */
export async function writeProgress(db: SpaceDb, id: string, done: number, total: number): Promise<boolean> {
  const { rows } = await sql<{ cancel_asked: boolean }>`
    update job set progress_done = ${Math.round(done)}, progress_total = ${Math.round(total)} where space_id = current_space() and id = ${id} returning cancel_asked`.execute(db);
  return rows[0]?.cancel_asked ?? true;
}

export async function askToCancel(db: SpaceDb, id: string): Promise<void> {
  await sql`update job set cancel_asked = true where space_id = current_space() and id = ${id}`.execute(db);
}

export async function isCancelAsked(db: SpaceDb, id: string): Promise<boolean> {
  const { rows } = await sql<{ cancel_asked: boolean }>`select cancel_asked from job where space_id = current_space() and id = ${id}`.execute(db);
  return rows[0]?.cancel_asked ?? true;
}

import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';

type Words = { zh: string; en: string };

/** A space's own schedules lie in its rows; the installation's beside them. */
const tableOf = (spaceId: string | null) => sql.table(spaceId === null ? 'installation_schedule' : 'job_schedule');

/** Claims this due time; false when it, or a later one, was claimed before. `since` is where a schedule begins that was never due. */
export async function claimDue(db: SpaceDb, kind: string, spaceId: string | null, due: Date, since: Date): Promise<boolean> {
  const first = due.getTime() > since.getTime() ? due : since;
  const place = spaceId === null ? { column: sql``, value: sql`` } : { column: sql`space_id, `, value: sql`${spaceId}, ` };
  const made = await sql`insert into ${tableOf(spaceId)} (${place.column}kind, last_due) values (${place.value}${kind}, ${first}) on conflict do nothing`.execute(db);
  if ((made.numAffectedRows ?? 0n) > 0n) return first === due;
  const moved = await sql`update ${tableOf(spaceId)} set last_due = ${due} where kind = ${kind} and last_due < ${due}`.execute(db);
  return (moved.numAffectedRows ?? 0n) > 0n;
}

export async function noteScheduleResult(db: SpaceDb, kind: string, spaceId: string | null, at: Date, failure: Words | null): Promise<void> {
  const told = failure ? JSON.stringify(failure) : null;
  await sql`update ${tableOf(spaceId)} set last_finished = ${at}, last_state = ${failure ? 'failed' : 'done'}, last_failure = ${told}::jsonb where kind = ${kind}`.execute(db);
}

export interface SpaceClock {
  id: string;
  timeZone: string;
  createdAt: Date;
}

export async function spaceClocks(db: SpaceDb): Promise<SpaceClock[]> {
  const { rows } = await sql<{ id: string; time_zone: string; created_at: string }>`select id, time_zone, created_at from space order by id`.execute(db);
  return rows.map((row) => ({ id: row.id, timeZone: row.time_zone, createdAt: new Date(row.created_at) }));
}

import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';
import type { Tries } from '../words/security.rules.ts';

/** Held until the end of the transaction, so that many tries at one instant are counted one after the other. */
export async function lockTries(db: SpaceDb, accountId: string): Promise<Tries> {
  const { rows } = await sql<{ failed_tries: number; failed_at: string | null; locked_until: string | null }>`
    select failed_tries, failed_at, locked_until from account where id = ${accountId} for update`.execute(db);
  const row = rows[0];
  return { failed: row?.failed_tries ?? 0, failedAt: row?.failed_at ?? null, lockedUntil: row?.locked_until ?? null };
}

export async function keepTries(db: SpaceDb, accountId: string, tries: Tries): Promise<void> {
  await sql`update account set failed_tries = ${tries.failed}, failed_at = ${tries.failedAt}, locked_until = ${tries.lockedUntil} where id = ${accountId}`.execute(db);
}

import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';

export interface FactorRow {
  secret_sealed: string;
  confirmed_at: string | null;
  last_step: string;
}

/** Held until the end of the transaction: two calls with one code must not both succeed. */
export async function lockFactor(db: SpaceDb, accountId: string): Promise<FactorRow | null> {
  const { rows } = await sql<FactorRow>`select secret_sealed, confirmed_at, last_step::text from second_factor where account_id = ${accountId} for update`.execute(db);
  return rows[0] ?? null;
}

export async function findFactor(db: SpaceDb, accountId: string): Promise<{ confirmedAt: string | null; codesLeft: number } | null> {
  const { rows } = await sql<{ confirmed_at: string | null; codes: string }>`
    select confirmed_at, (select count(*) from recovery_code r where r.account_id = f.account_id and r.used_at is null) as codes from second_factor f where account_id = ${accountId}`.execute(db);
  return rows[0] ? { confirmedAt: rows[0].confirmed_at, codesLeft: Number(rows[0].codes) } : null;
}

/** A seed that was never confirmed is simply replaced. */
export async function beginFactor(db: SpaceDb, accountId: string, sealed: string, now: Date): Promise<void> {
  await sql`
    insert into second_factor (account_id, secret_sealed, created_at) values (${accountId}, ${sealed}, ${now})
    on conflict (account_id) do update set secret_sealed = excluded.secret_sealed, created_at = excluded.created_at, last_step = 0`.execute(db);
}

export async function acceptStep(db: SpaceDb, accountId: string, step: number, now: Date): Promise<void> {
  await sql`update second_factor set last_step = ${step}, confirmed_at = coalesce(confirmed_at, ${now}) where account_id = ${accountId}`.execute(db);
}

export async function removeFactorRows(db: SpaceDb, accountId: string): Promise<void> {
  await sql`delete from recovery_code where account_id = ${accountId}`.execute(db);
  await sql`delete from second_factor where account_id = ${accountId}`.execute(db);
}

export async function replaceCodes(db: SpaceDb, accountId: string, hashes: readonly string[]): Promise<void> {
  await sql`delete from recovery_code where account_id = ${accountId}`.execute(db);
  await sql`insert into recovery_code (account_id, code_hash) select ${accountId}::uuid, unnest(${hashes}::text[])`.execute(db);
}

/** False when there is no such code, or it was used. */
export async function useCode(db: SpaceDb, accountId: string, hash: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update recovery_code set used_at = ${now} where account_id = ${accountId} and code_hash = ${hash} and used_at is null returning code_hash`.execute(db);
  return rows.length === 1;
}

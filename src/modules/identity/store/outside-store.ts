import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';

export async function keepAttempt(db: SpaceDb, attempt: { stateHash: string; browserHash: string; sealed: string; now: Date; expiresAt: Date }): Promise<void> {
  await sql`delete from outside_sign_in where expires_at < ${attempt.now}`.execute(db);
  await sql`
    insert into outside_sign_in (state_hash, browser_hash, sealed, expires_at)
    values (${attempt.stateHash}, ${attempt.browserHash}, ${attempt.sealed}, ${attempt.expiresAt})`.execute(db);
}

/** Each attempt is good for one answer, in the browser that began it. */
export async function takeAttempt(db: SpaceDb, stateHash: string, browserHash: string, now: Date): Promise<string | null> {
  const { rows } = await sql<{ sealed: string; expires_at: string }>`
    delete from outside_sign_in where state_hash = ${stateHash} and browser_hash = ${browserHash} returning sealed, expires_at`.execute(db);
  const row = rows[0];
  return row && row.expires_at > now.toISOString() ? row.sealed : null;
}

export async function accountBehind(db: SpaceDb, issuer: string, subject: string): Promise<string | null> {
  const { rows } = await sql<{ account_id: string }>`
    select i.account_id from account_identity i join account a on a.id = i.account_id and a.state = 'active' where i.issuer = ${issuer} and i.subject = ${subject}`.execute(db);
  return rows[0]?.account_id ?? null;
}

/** False when the account is linked with somebody else at this provider already. */
export async function linkAccount(db: SpaceDb, link: { issuer: string; subject: string; accountId: string; now: Date }): Promise<boolean> {
  const { rows } = await sql`
    insert into account_identity (issuer, subject, account_id, linked_at)
    select ${link.issuer}, ${link.subject}, ${link.accountId}::uuid, ${link.now}::timestamptz
    where not exists (select 1 from account_identity where issuer = ${link.issuer} and account_id = ${link.accountId})
    on conflict do nothing returning account_id`.execute(db);
  return rows.length === 1;
}

export async function allSpaceIds(db: SpaceDb): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from space order by id`.execute(db);
  return rows.map((row) => row.id);
}

/** In the space that was entered. */
export async function accountsByEmail(db: SpaceDb, spaceId: string, email: string): Promise<string[]> {
  const { rows } = await sql<{ account_id: string }>`
    select p.account_id from person p join account a on a.id = p.account_id and a.state = 'active'
    where p.space_id = ${spaceId} and lower(p.email) = ${email} and p.archived_at is null`.execute(db);
  return rows.map((row) => row.account_id);
}

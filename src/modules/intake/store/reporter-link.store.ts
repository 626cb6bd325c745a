import { sql } from 'kysely';
import { organisationsIn } from '#modules/registry/index.ts';
import { isoTime, validIds } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';

export interface NewLink {
  id: string;
  contactId: string;
  tokenHash: string;
  /** How it goes out; null where it is printed. */
  sentWay: 'sms' | 'mail' | null;
}

export async function insertLinks(context: Context, links: readonly NewLink[], more: { sheetId: string; campaignId: string | null; expiresAt: Date }): Promise<void> {
  await sql`insert into reporter_link (space_id, id, contact_id, sheet_id, campaign_id, token_hash, sent_way, made_by, made_at, expires_at)
    select ${context.spaceId}::uuid, id, "contactId", ${more.sheetId}::uuid, ${more.campaignId}::uuid, "tokenHash", "sentWay", ${context.actor.personId}::uuid, ${context.now}::timestamptz, ${more.expiresAt}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as given (id uuid, "contactId" uuid, "tokenHash" text, "sentWay" text)`.execute(context.db);
}

/** A new link, a wrong person, somebody who left: the links before it open nothing. */
export async function revokeLinks(context: Context, contactIds: readonly string[]): Promise<void> {
  await sql`update reporter_link set revoked_at = ${context.now}, code_hash = null where contact_id = any (${validIds(contactIds)}::uuid[]) and used_at is null and revoked_at is null`.execute(context.db);
}

export interface StoredLink {
  id: string;
  contactId: string;
  campaignId: string | null;
  madeBy: string | null;
  codeHash: string | null;
  codeWay: 'sms' | 'mail' | null;
  codeSentAt: string | null;
  codeTries: number;
  codesSent: number;
}

/** The link behind a secret while it is good; locked, so that no two answers count as one. */
export async function findOpenLink(context: Context, tokenHash: string): Promise<StoredLink | null> {
  const { rows } = await sql<StoredLink>`
    select id, contact_id as "contactId", campaign_id as "campaignId", made_by as "madeBy", code_hash as "codeHash", code_way as "codeWay", ${isoTime('code_sent_at')} as "codeSentAt", code_tries as "codeTries", codes_sent as "codesSent"
    from reporter_link where token_hash = ${tokenHash} and used_at is null and revoked_at is null and expires_at > ${context.now} for update`.execute(context.db);
  return rows[0] ?? null;
}

export async function noteCode(context: Context, id: string, code: { hash: string; way: 'sms' | 'mail' }): Promise<void> {
  await sql`update reporter_link set code_hash = ${code.hash}, code_way = ${code.way}, code_sent_at = ${context.now}, code_tries = 0, codes_sent = codes_sent + 1 where id = ${id}::uuid`.execute(context.db);
}

export async function noteTry(db: SpaceDb, id: string): Promise<void> {
  await sql`update reporter_link set code_tries = code_tries + 1 where id = ${id}::uuid`.execute(db);
}

export async function closeLink(context: Context, id: string): Promise<void> {
  await sql`update reporter_link set used_at = ${context.now}, code_hash = null where id = ${id}::uuid`.execute(context.db);
}

export interface Letter {
  id: string;
  organisation: Name;
  code: string | null;
  name: string;
  campaign: Name | null;
  dueAt: string | null;
  expiresAt: string;
}

/** Links of one sheet that were not sent and still open something, for firms in the reader's reach. */
export async function lettersOf(context: Context, sheetId: string, from: number, most: number): Promise<Letter[]> {
  const { rows } = await sql<Letter>`
    select reporter_link.id, organisation.name as organisation, organisation.uscc as code, c.name, campaign.name as campaign, ${isoTime('campaign.due_at')} as "dueAt", ${isoTime('reporter_link.expires_at')} as "expiresAt"
    from reporter_link join reporter_contact c on c.space_id = reporter_link.space_id and c.id = reporter_link.contact_id join organisation on organisation.space_id = c.space_id and organisation.id = c.organisation_id
      left join campaign on campaign.space_id = reporter_link.space_id and campaign.id = reporter_link.campaign_id
    where reporter_link.sheet_id = ${sheetId}::uuid and reporter_link.sent_way is null and reporter_link.used_at is null and reporter_link.revoked_at is null and reporter_link.expires_at > ${context.now} and ${organisationsIn(context.scope('reporter.invite'))}
    order by organisation.sort_name, c.id limit ${most} offset ${from}`.execute(context.db);
  return rows;
}

export interface OpenReport {
  id: string;
  name: Name;
  period: string;
  dueAt: string | null;
  holder: Name | null;
}

/** What waits for a firm now, the most urgent first. */
export async function openReportsOf(db: SpaceDb, organisationId: string): Promise<OpenReport[]> {
  const { rows } = await sql<OpenReport>`
    select party.id, campaign.name, campaign.period, ${isoTime(sql`coalesce(party.due_at, campaign.due_at)`)} as "dueAt", coalesce(territory.name, cluster.name) as holder
    from party join campaign on campaign.space_id = party.space_id and campaign.id = party.campaign_id left join territory on territory.id = campaign.territory_id left join cluster on cluster.space_id = campaign.space_id and cluster.id = campaign.cluster_id
    where party.organisation_id = ${organisationId}::uuid and campaign.state = 'open' and party.state in ('waiting', 'draft', 'returned') order by coalesce(party.due_at, campaign.due_at) nulls last, party.id`.execute(db);
  return rows;
}

export async function spaceName(db: SpaceDb, spaceId: string): Promise<Name> {
  const { rows } = await sql<{ name: Name }>`select name from space where id = ${spaceId}::uuid`.execute(db);
  return rows[0]?.name ?? { zh: '' };
}

import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { organisationsIn } from '#modules/registry/index.ts';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { allOf, isoTime, validIds } from '#platform/db/row-sql.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { contactListQuery, ContactState, ReporterContact } from '../words/reporter.schema.ts';

const openLink = sql`reporter_link.used_at is null and reporter_link.revoked_at is null`;
const columns = (now: Date) => sql`c.id, c.version, c.organisation_id as "organisationId", organisation.name as organisation, organisation.uscc as code, c.name, c.phone, c.mail, c.duty, c.state, c.note,
  (select ${isoTime('reporter_link.expires_at')} from reporter_link where reporter_link.space_id = c.space_id and reporter_link.contact_id = c.id and ${openLink} and reporter_link.expires_at > ${now} order by reporter_link.expires_at desc limit 1) as "linkUntil",
  ${isoTime('c.created_at')} as "createdAt", ${isoTime('c.updated_at')} as "updatedAt", ${isoTime('c.invited_at')} as "invitedAt", ${isoTime('c.confirmed_at')} as "confirmedAt"`;
const joins = sql`from reporter_contact c join organisation on organisation.space_id = c.space_id and organisation.id = c.organisation_id`;
const ofCampaign = (campaignId: string): RawBuilder<boolean> => sql<boolean>`exists (select 1 from party where party.space_id = c.space_id and party.campaign_id = ${campaignId}::uuid and party.organisation_id = c.organisation_id)`;

const sorts = { organisation: { expression: sql`organisation.sort_name`, type: 'text' as const }, updatedAt: { expression: sql`c.updated_at`, type: 'timestamptz' as const } };

function asked(context: Context, query: Partial<z.output<typeof contactListQuery>>): RawBuilder<boolean> {
  const { q, state, organisationId, campaignId } = query;
  return allOf([
    organisationsIn(context.scope('reporter.read')),
    ...(q ? [sql<boolean>`position(lower(${q}) in lower(concat_ws(' ', organisation.name ->> 'zh', organisation.name ->> 'en', organisation.uscc, c.name, c.phone, c.mail))) > 0`] : []),
    ...(state ? [sql<boolean>`c.state = ${state}`] : []),
    ...(organisationId ? [sql<boolean>`c.organisation_id = ${organisationId}::uuid`] : []),
    ...(campaignId ? [ofCampaign(campaignId)] : []),
  ]);
}

export async function listContactRows(context: Context, query: z.output<typeof contactListQuery>): Promise<Page<ReporterContact> | null> {
  const keys = keyset(sorts, query.sort, query.cursor, sql`c.id`);
  if (!keys) return null;
  const where = asked(context, query);
  const total = await sql<{ count: number }>`select count(*)::int as count ${joins} where ${where}`.execute(context.db);
  const { rows } = await sql<ReporterContact & { cursor_value: string }>`select ${columns(context.now)}, ${keys.cursorValue} as cursor_value ${joins} where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...row }) => row);
}

export async function countContacts(context: Context): Promise<Map<ContactState, number>> {
  const { rows } = await sql<{ state: ContactState; count: number }>`select c.state, count(*)::int as count ${joins} where ${asked(context, {})} group by c.state`.execute(context.db);
  return new Map(rows.map(({ state, count }) => [state, count]));
}

export interface StoredContact extends ReporterContact {
  personId: string | null;
  provedWay: 'sms' | 'mail' | null;
}
const stored = (now: Date) => sql`${columns(now)}, c.person_id as "personId", c.proved_way as "provedWay"`;

export async function findContacts(context: Pick<Context, 'db' | 'now'>, ids: readonly string[], options: { lock?: boolean } = {}): Promise<StoredContact[]> {
  if (options.lock) await sql`select 1 from reporter_contact where id = any (${validIds(ids)}::uuid[]) order by id for update`.execute(context.db);
  const { rows } = await sql<StoredContact>`select ${stored(context.now)} ${joins} where c.id = any (${validIds(ids)}::uuid[]) order by organisation.sort_name, c.id`.execute(context.db);
  return rows;
}

/** Of those named or of a campaign's parties: the ones the reader may invite, with their firms' names. */
export async function contactsToInvite(context: Context, chosen: { contactIds: readonly string[]; campaignId: string | null; withoutReporter: boolean }): Promise<StoredContact[]> {
  const which = chosen.campaignId === null ? sql<boolean>`c.id = any (${validIds(chosen.contactIds)}::uuid[])` : ofCampaign(chosen.campaignId);
  const free = chosen.campaignId !== null && chosen.withoutReporter
    ? sql<boolean>`not exists (select 1 from reporter_contact has where has.space_id = c.space_id and has.organisation_id = c.organisation_id and has.state = 'confirmed')`
    : sql<boolean>`true`;
  const { rows } = await sql<StoredContact>`select ${stored(context.now)} ${joins} where ${allOf([which, free, sql<boolean>`c.state in ('new', 'invited', 'confirmed')`, organisationsIn(context.scope('reporter.invite'))])} order by organisation.sort_name, c.id limit 5000`.execute(context.db);
  return rows;
}

/** Whoever has proved this very address before, for whichever firm. */
export async function personOfAddress(db: SpaceDb, way: 'sms' | 'mail', address: string): Promise<string | null> {
  const column = way === 'sms' ? sql`phone` : sql`mail`;
  const { rows } = await sql<{ id: string }>`select person_id as id from reporter_contact where ${column} = ${address} and proved_way = ${way} and state = 'confirmed' and person_id is not null order by confirmed_at limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

export interface NewContact {
  organisationId: string;
  name: string;
  phone: string | null;
  mail: string | null;
  duty: string | null;
}

export async function insertContacts(context: Context, contacts: readonly NewContact[], batchId: string | null): Promise<string[]> {
  const given = contacts.map((contact) => ({ id: context.newId(), ...contact }));
  await sql`insert into reporter_contact (space_id, id, organisation_id, name, phone, mail, duty, state, batch_id, created_by, created_at, updated_at)
    select ${context.spaceId}::uuid, id, "organisationId", name, phone, mail, duty, 'new', ${batchId}::uuid, ${context.actor.personId}::uuid, ${context.now}::timestamptz, ${context.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (id uuid, "organisationId" uuid, name text, phone text, mail text, duty text)`.execute(context.db);
  return given.map(({ id }) => id);
}

/** Contacts of these organisations that still count, by `organisation phone` and `organisation mail`. */
export async function contactsHeld(db: SpaceDb, organisationIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; organisation_id: string; phone: string | null; mail: string | null }>`
    select id, organisation_id, phone, mail from reporter_contact where organisation_id = any (${validIds(organisationIds)}::uuid[]) and state not in ('wrongPerson', 'left')`.execute(db);
  return new Map(rows.flatMap(({ id, organisation_id: owner, phone, mail }) => [phone, mail].flatMap((address) => (address === null ? [] : [[`${owner} ${address}`, id] as const]))));
}

export async function changeContacts(context: Context, ids: readonly string[], change: { state: ContactState; note?: string | null; personId?: string; provedWay?: 'sms' | 'mail' }): Promise<void> {
  await sql`update reporter_contact set state = case when ${change.state} = 'invited' and state = 'confirmed' then state else ${change.state} end, version = version + 1, updated_at = ${context.now},
      note = ${change.note === undefined ? sql`note` : sql`${change.note}::text`}, person_id = coalesce(${change.personId ?? null}::uuid, person_id), proved_way = coalesce(${change.provedWay ?? null}::text, proved_way),
      invited_at = case when ${change.state} = 'invited' then ${context.now}::timestamptz else invited_at end, confirmed_at = case when ${change.state} = 'confirmed' then ${context.now}::timestamptz else confirmed_at end
    where id = any (${validIds(ids)}::uuid[])`.execute(context.db);
}

/** Takes back what an import brought, as far as nobody has been invited since. */
export async function removeContactsOf(db: SpaceDb, batchId: string): Promise<{ removed: number; kept: number; keptIds: string[] }> {
  const { rows: gone } = await sql<{ id: string }>`delete from reporter_contact where batch_id = ${batchId}::uuid and state = 'new' returning id`.execute(db);
  const { rows: kept } = await sql<{ id: string }>`select id from reporter_contact where batch_id = ${batchId}::uuid`.execute(db);
  return { removed: gone.length, kept: kept.length, keptIds: kept.map(({ id }) => id) };
}

export const factsOfOrganisation = sql`organisation.id as organisation, organisation.territories, array(select m.cluster_id::text from membership m where m.space_id = organisation.space_id and m.organisation_id = organisation.id and m.granting and (m.until is null or m.until >= current_date)) as clusters`;
export interface FactsRow { id: string; organisation: string; territories: string[]; clusters: string[] }
export const toFacts = (rows: readonly FactsRow[]): Map<string, ScopeFacts> => new Map(rows.map(({ id, organisation, territories, clusters }) => [id, { visibility: 'internal', territories, clusters, organisations: [organisation] }]));

export async function contactFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const { rows } = await sql<FactsRow>`select c.id, ${factsOfOrganisation} ${joins} where c.id = any (${validIds(ids)}::uuid[])`.execute(db);
  return toFacts(rows);
}

/** What rights look at on a firm whose reporter somebody wants to name. */
export async function firmFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const { rows } = await sql<FactsRow>`select organisation.id, ${factsOfOrganisation} from organisation where organisation.id = any (${validIds(ids)}::uuid[])`.execute(db);
  return toFacts(rows);
}

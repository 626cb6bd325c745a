import { sql } from 'kysely';
import type { z } from 'zod';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import { scopeSql } from '#platform/auth/scope-sql.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { allOf, asJson, isoDay, isoTime, refOf, validIds } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import { sortNameOf } from '#platform/text/folding.ts';
import type { Edition, EditionInput, EditionState, formListQuery, FormSummary } from '../words/form.schema.ts';
import { nameLike } from './campaign-columns.ts';

const newest = sql`form_edition.edition = form.last_edition`;
const columns = sql`form.id, form.version, form.visibility, form.sample, form.name, ${refOf('territory')} as territory, ${refOf('cluster')} as cluster, form_edition.edition, form_edition.state,
  form_edition.legal_basis as "legalBasis", form_edition.respondent, form_edition.periodicity, jsonb_array_length(form_edition.fields) as "fieldCount", form_edition.form_number as "formNumber",
  ${isoDay('form_edition.valid_until')} as "validUntil", ${isoTime('form.created_at')} as "createdAt", ${isoTime('form.updated_at')} as "updatedAt",
  (select max(other.edition) from form_edition other where other.space_id = form.space_id and other.form_id = form.id and other.state = 'published') as "publishedEdition"`;
const joins = sql`from form join form_edition on form_edition.space_id = form.space_id and form_edition.form_id = form.id and ${newest}
  left join territory on territory.id = form.territory_id left join cluster on cluster.space_id = form.space_id and cluster.id = form.cluster_id`;

export async function listFormRows(context: Context, query: z.output<typeof formListQuery>): Promise<Page<FormSummary> | null> {
  const keys = keyset({ name: { expression: sql`form.sort_name`, type: 'text' }, updatedAt: { expression: sql`form.updated_at`, type: 'timestamptz' } }, query.sort, query.cursor, sql`form.id`);
  if (!keys) return null;
  const where = allOf([
    scopeSql(context.scope('form.read'), { visibility: sql.ref('form.visibility'), territories: sql.ref('form.territories'), clusters: (ids) => sql<boolean>`form.clusters && ${ids}::text[]` }),
    nameLike('form', query.q),
    ...(query.state ? [sql<boolean>`form_edition.state = ${query.state}`] : []),
    ...(query.legalBasis ? [sql<boolean>`form_edition.legal_basis = ${query.legalBasis}`] : []),
  ]);
  const { rows } = await sql<FormSummary & { cursor_value: string }>`select ${columns}, ${keys.cursorValue} as cursor_value ${joins} where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${joins} where ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findFormRow(db: SpaceDb, id: string): Promise<FormSummary | null> {
  const { rows } = await sql<FormSummary>`select ${columns} ${joins} where form.id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
}

const editionColumns = sql`edition, state, legal_basis as "legalBasis", respondent, periodicity, form_number as "formNumber", issuer, approval_number as "approvalNumber", ${isoDay('valid_until')} as "validUntil",
  purpose, sections, fields, rules, ${isoTime('published_at')} as "publishedAt", ${isoTime('retired_at')} as "retiredAt"`;

export async function findEdition(db: SpaceDb, formId: string, edition: number): Promise<Edition | null> {
  const { rows } = await sql<Edition>`select ${editionColumns} from form_edition where form_id = ${formId}::uuid and edition = ${edition}`.execute(db);
  return rows[0] ?? null;
}

export async function listEditions(db: SpaceDb, formId: string): Promise<{ edition: number; state: EditionState; publishedAt: string | null }[]> {
  return (await sql<{ edition: number; state: EditionState; publishedAt: string | null }>`select edition, state, ${isoTime('published_at')} as "publishedAt" from form_edition where form_id = ${formId}::uuid order by edition desc`.execute(db)).rows;
}

export interface NewForm {
  name: Name;
  territoryId: string | null;
  clusterId: string | null;
  territories: readonly string[];
  clusters: readonly string[];
  sample: boolean;
}

export async function insertForm(context: Context, form: NewForm): Promise<string> {
  const id = context.newId();
  await sql`insert into form (space_id, id, visibility, sample, name, sort_name, territory_id, cluster_id, territories, clusters, created_at, updated_at)
    values (${context.spaceId}, ${id}, 'internal', ${form.sample}, ${asJson(form.name)}, ${sortNameOf(form.name)}, ${form.territoryId}, ${form.clusterId}, ${form.territories}::text[], ${form.clusters}::text[], ${context.now}, ${context.now})`.execute(context.db);
  return id;
}

/** Adds a draft edition and answers its number. */
export async function insertEdition(context: Context, formId: string, input: EditionInput): Promise<number> {
  const { rows } = await sql<{ edition: number }>`update form set last_edition = last_edition + 1, version = version + 1, updated_at = ${context.now} where id = ${formId}::uuid returning last_edition as edition`.execute(context.db);
  const edition = rows[0]?.edition ?? 1;
  await sql`insert into form_edition (space_id, form_id, edition, state, legal_basis, respondent, periodicity, form_number, issuer, approval_number, valid_until, purpose, sections, fields, rules)
    values (${context.spaceId}, ${formId}, ${edition}, 'draft', ${input.legalBasis}, ${input.respondent}, ${input.periodicity}, ${input.formNumber}, ${input.issuer}, ${input.approvalNumber}, ${input.validUntil}::date,
      ${asJson(input.purpose)}, ${asJson(input.sections)}, ${asJson(input.fields)}, ${asJson(input.rules)})`.execute(context.db);
  return edition;
}

export async function updateEdition(db: SpaceDb, formId: string, edition: number, input: EditionInput): Promise<void> {
  await sql`update form_edition set legal_basis = ${input.legalBasis}, respondent = ${input.respondent}, periodicity = ${input.periodicity}, form_number = ${input.formNumber}, issuer = ${input.issuer}, approval_number = ${input.approvalNumber},
    valid_until = ${input.validUntil}::date, purpose = ${asJson(input.purpose)}, sections = ${asJson(input.sections)}, fields = ${asJson(input.fields)}, rules = ${asJson(input.rules)}
    where form_id = ${formId}::uuid and edition = ${edition} and state = 'draft'`.execute(db);
}

/** False when somebody else changed it since. */
export async function touchForm(context: Context, id: string, ifMatch: number | null, change: { name?: Name; visibility?: 'open' } = {}): Promise<boolean> {
  const sets = [sql`version = version + 1`, sql`updated_at = ${context.now}`];
  if (change.name) sets.push(sql`name = ${asJson(change.name)}`, sql`sort_name = ${sortNameOf(change.name)}`);
  if (change.visibility) sets.push(sql`visibility = ${change.visibility}`);
  const { rows } = await sql`update form set ${sql.join(sets)} where id = ${id}::uuid and (${ifMatch}::int is null or version = ${ifMatch}::int) returning id`.execute(context.db);
  return rows.length > 0;
}

export async function setEditionState(context: Context, formId: string, edition: number, state: EditionState): Promise<void> {
  const at = state === 'published' ? sql`published_at = ${context.now}` : sql`retired_at = ${context.now}`;
  await sql`update form_edition set state = ${state}, ${at} where form_id = ${formId}::uuid and edition = ${edition}`.execute(context.db);
}

export async function formFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const { rows } = await sql<ScopeFacts & { id: string }>`select id, visibility, territories, clusters, '{}'::text[] as organisations from form where id = any (${validIds(ids)}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

export async function formNames(db: SpaceDb, ids: readonly string[]): Promise<Map<string, Name>> {
  const { rows } = await sql<{ id: string; name: Name }>`select id, name from form where id = any (${validIds(ids)}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { membershipInputSchema } from '../../words/cluster.schema.ts';
import type { titleInputSchema } from '../../words/list.schema.ts';
import type { StatementInput, compositionInputSchema } from '../../words/statement.schema.ts';

/** Which of the ids are rows of the table already. */
export async function idsPresent(db: SpaceDb, table: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where id = any (${[...ids]}::uuid[])`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Ids of the sources that are here under these titles, whoever entered them. */
export async function sourcesByTitle(db: SpaceDb, titles: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; title: string }>`select id, title from source where title = any (${[...titles]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.title, row.id]));
}

/** Many statements in one step; those whose id is there stay as they are. */
export async function insertStatementRows(context: Context, rows: readonly (StatementInput & { id: string })[], sample: boolean): Promise<void> {
  await sql`
    insert into statement (space_id, id, visibility, sample, subject_kind, subject_id, attribute_key, operator, value, value_text, text, unit, scope_note, period, source_id, quote, entered_by, entered_at)
    select ${context.spaceId}::uuid, id, visibility, ${sample}, "subjectKind", "subjectId", "attributeKey", operator, value::numeric, value, text, unit, "scopeNote", period, "sourceId", quote,
      ${context.actor.personId}::uuid, ${context.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, visibility text, "subjectKind" text, "subjectId" text, "attributeKey" text, operator text, value text, text text,
      unit text, "scopeNote" text, period text, "sourceId" uuid, quote text)
    on conflict (space_id, id) do nothing`.execute(context.db);
}

export async function insertCompositionRows(context: Context, rows: readonly (z.output<typeof compositionInputSchema> & { id: string })[], sample: boolean): Promise<void> {
  await sql`
    insert into composition (space_id, id, sample, subject_kind, subject_id, title, total, unit, period, source_id, created_at)
    select ${context.spaceId}::uuid, id, ${sample}, "subjectKind", "subjectId", title, total, unit, period, "sourceId", ${context.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, "subjectKind" text, "subjectId" text, title jsonb, total text, unit text, period text, "sourceId" uuid)
    on conflict (space_id, id) do nothing`.execute(context.db);
  const parts = rows.flatMap((row) => row.parts.map((part, position) => ({ id: row.id, position, ...part })));
  await sql`
    insert into composition_part (space_id, composition_id, position, label, value)
    select ${context.spaceId}::uuid, id, position, label, value from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as given (id uuid, position int, label jsonb, value text)
    on conflict do nothing`.execute(context.db);
}

export async function insertTitleRows(context: Context, rows: readonly (z.output<typeof titleInputSchema> & { id: string; organisationId: string })[], sample: boolean): Promise<void> {
  await sql`
    insert into title (space_id, id, organisation_id, sample, key, name, issuer, level, valid_from, valid_until, source_id)
    select ${context.spaceId}::uuid, id, "organisationId", ${sample}, key, name, issuer, level, "validFrom", "validUntil", "sourceId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, "organisationId" uuid, key text, name jsonb, issuer text, level text, "validFrom" date, "validUntil" date, "sourceId" uuid)
    on conflict (space_id, id) do nothing`.execute(context.db);
}

export async function insertMemberRows(context: Context, rows: readonly (z.output<typeof membershipInputSchema> & { id: string; clusterId: string })[]): Promise<void> {
  await sql`
    insert into membership (space_id, id, cluster_id, organisation_id, class, specialty, since, until, created_at)
    select ${context.spaceId}::uuid, id, "clusterId", "organisationId", "membershipClass", specialty, since, until, ${context.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, "clusterId" uuid, "organisationId" uuid, "membershipClass" text, specialty text, since date, until date)
    on conflict do nothing`.execute(context.db);
}

import { sql } from 'kysely';
import type { z } from 'zod';
import { keyset, toPage, type SortKey } from '#platform/db/page.ts';
import { allOf, asJson } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { ListEntry, listEntryInputSchema, listEntryListQuery, listInputSchema, listListQuery, ListSummary } from '../words/list.schema.ts';
import { recordColumns } from './columns.ts';
import { nameColumnsOf } from './naming.ts';
import { recordsIn } from './scope-columns.ts';
import { nameHolds, when } from './search-sql.ts';
import { visibleSubject } from './subject-sql.ts';

// The issuer's list is public in full; what the register knows of an entry shows only to those who may read it.
const columns = sql`${recordColumns('list')}, list.name, list.issuer, list.issued_on as "issuedOn", list.issued_period as "issuedPeriod", list.batch, list.announced_count as "announcedCount",
  (select count(*)::int from list_entry le where le.list_id = list.id) as "entryCount", list.entry_kind as "entryKind", list.note, list.source_id as "sourceId",
  (select source.title from source where source.id = list.source_id) as "sourceTitle"`;

export async function listListRows(context: Context, query: z.output<typeof listListQuery>): Promise<Page<ListSummary> | null> {
  const keys: Record<string, SortKey> = {
    name: { expression: sql`list.sort_name`, type: 'text' },
    updatedAt: { expression: sql`list.updated_at`, type: 'timestamptz' },
  };
  const page = keyset(keys, query.sort, query.cursor, sql`list.id`);
  if (!page) return null;
  const where = allOf([
    recordsIn(context.scope('record.listed'), 'list'),
    sql<boolean>`list.archived_at is null`,
    nameHolds('list', query.q),
    ...when(query.entryKind, (kind) => sql<boolean>`list.entry_kind = ${kind}`),
    ...when(query.subjectId, (id) => sql<boolean>`exists (select 1 from list_entry le where le.list_id = list.id and ${names(context, id)})`),
  ]);
  const { rows } = await sql<ListSummary & { cursor_value: string }>`
    select ${columns}, ${page.cursorValue} as cursor_value from list where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from list where ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findList(context: Context, id: string): Promise<ListSummary | null> {
  const { rows } = await sql<ListSummary>`select ${columns} from list where list.id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

type ListInput = z.output<typeof listInputSchema>;

export async function insertList(context: Context, input: ListInput, sample: boolean): Promise<string> {
  const id = context.newId();
  const naming = nameColumnsOf(input.name);
  await sql`insert into list (space_id, id, visibility, sample, name, sort_name, issuer, issued_on, issued_period, batch, announced_count, entry_kind, source_id, note, search_text, grams, created_at, updated_at)
    values (${context.spaceId}, ${id}, 'open', ${sample}, ${asJson(input.name)}, ${naming.sortName}, ${asJson(input.issuer)}, ${input.issuedOn}::date, ${input.issuedPeriod}, ${input.batch},
      ${input.announcedCount}, ${input.entryKind}, ${input.sourceId}, ${input.note}, ${naming.searchText}, ${naming.grams}::text[], ${context.now}, ${context.now})`.execute(context.db);
  return id;
}

export async function updateListRow(context: Context, id: string, version: number | null, input: ListInput): Promise<boolean> {
  const naming = nameColumnsOf(input.name);
  const done = await sql`update list set version = version + 1, name = ${asJson(input.name)}, sort_name = ${naming.sortName}, issuer = ${asJson(input.issuer)}, issued_on = ${input.issuedOn}::date,
      issued_period = ${input.issuedPeriod}, batch = ${input.batch}, announced_count = ${input.announcedCount}, entry_kind = ${input.entryKind}, source_id = ${input.sourceId}, note = ${input.note},
      search_text = ${naming.searchText}, grams = ${naming.grams}::text[], updated_at = ${context.now}
    where id = ${id}::uuid and (${version}::int is null or version = ${version}::int) returning id`.execute(context.db);
  return done.rows.length > 0;
}

const entryColumns = (context: Context) => sql`le.id, list.entry_kind as "subjectKind", ${visibleSubject(context, sql`list.entry_kind`, sql`le.subject_id`)} as subject,
  le.name_as_listed as "nameAsListed", le.position, le.batch, le.note`;

/** Whether an entry (alias `le`) of a list is about this record; never true for a record that the reader may not see. */
const names = (context: Context, id: string) => sql<boolean>`(le.subject_id = ${id} and ${visibleSubject(context, sql`list.entry_kind`, sql`le.subject_id`)} is not null)`;

export async function listEntryRows(context: Context, listId: string, query: z.output<typeof listEntryListQuery>): Promise<Page<ListEntry> | null> {
  // Entries without a place in the list stand after the others, by name.
  const page = keyset({ position: { expression: sql`lpad(coalesce(le.position, 2147483647)::text, 10, '0') || le.name_as_listed`, type: 'text' } }, 'position', query.cursor, sql`le.id`);
  if (!page) return null;
  const where = allOf([sql<boolean>`le.list_id = ${listId}::uuid`, ...when(query.q || undefined, (q) => sql<boolean>`position(lower(${q}) in lower(le.name_as_listed)) > 0`), ...when(query.subjectId, (id) => names(context, id))]);
  const { rows } = await sql<ListEntry & { cursor_value: string }>`
    select ${entryColumns(context)}, ${page.cursorValue} as cursor_value from list_entry le join list on list.space_id = le.space_id and list.id = le.list_id
    where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from list_entry le join list on list.space_id = le.space_id and list.id = le.list_id where ${where}`.execute(context.db);
  return toPage(rows, query.limit, 'position', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findEntry(context: Context, listId: string, id: string): Promise<ListEntry | null> {
  const { rows } = await sql<ListEntry>`select ${entryColumns(context)} from list_entry le join list on list.space_id = le.space_id and list.id = le.list_id
    where le.list_id = ${listId}::uuid and le.id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

export async function isListed(context: Context, listId: string, subjectId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from list_entry where list_id = ${listId}::uuid and subject_id = ${subjectId}`.execute(context.db);
  return rows.length > 0;
}

export async function insertEntry(context: Context, listId: string, input: z.output<typeof listEntryInputSchema>): Promise<string> {
  const id = context.newId();
  await sql`insert into list_entry (space_id, id, list_id, subject_id, name_as_listed, position, batch, note)
    values (${context.spaceId}, ${id}, ${listId}, ${input.subjectId}, ${input.nameAsListed}, ${input.position}, ${input.batch}, ${input.note})`.execute(context.db);
  return id;
}

export async function deleteEntry(context: Context, id: string): Promise<void> {
  await sql`delete from list_entry where id = ${id}::uuid`.execute(context.db);
}

import { sql } from 'kysely';
import type { z } from 'zod';
import { keyset, toPage } from '#platform/db/page.ts';
import { allOf, asJson } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Attribute, attributeInputSchema, Source, sourceInputSchema } from '../words/statement.schema.ts';
import { when } from './search-sql.ts';

const columns = sql`source.id, source.title, source.publisher, source.kind, source.url, source.published_on as "publishedOn", source.note, source.licence`;

/** A source as JSON, for the rows that cite it (alias `source`). */
export const sourceJson = sql`jsonb_build_object('id', source.id, 'title', source.title, 'publisher', source.publisher, 'kind', source.kind, 'url', source.url,
  'publishedOn', source.published_on, 'note', source.note, 'licence', source.licence)`;

export async function listSourceRows(context: Context, query: { q?: string | undefined; sort: string; cursor?: string | undefined; limit: number }): Promise<Page<Source> | null> {
  const page = keyset({ title: { expression: sql`source.title`, type: 'text' } }, query.sort, query.cursor, sql`source.id`);
  if (!page) return null;
  const where = allOf(when(query.q || undefined, (q) => sql<boolean>`position(lower(${q}) in lower(source.title || ' ' || coalesce(source.publisher, ''))) > 0`));
  const { rows } = await sql<Source & { cursor_value: string }>`
    select ${columns}, ${page.cursorValue} as cursor_value from source where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from source where ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findSources(context: Context, ids: readonly string[]): Promise<Map<string, Source>> {
  const { rows } = await sql<Source>`select ${columns} from source where id = any (${ids}::uuid[])`.execute(context.db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Null when a source of this title is there already. */
export async function insertSource(context: Context, input: z.output<typeof sourceInputSchema>): Promise<Source | null> {
  const { rows } = await sql<Source>`
    insert into source (space_id, id, title, publisher, kind, url, published_on, note, licence, created_at)
    values (${context.spaceId}, ${context.newId()}, ${input.title}, ${input.publisher}, ${input.kind}, ${input.url}, ${input.publishedOn}::date, ${input.note}, ${input.licence}, ${context.now})
    on conflict (space_id, title) do nothing returning ${columns}`.execute(context.db);
  return rows[0] ?? null;
}

/** The source of this title; a new one where there is none. Answers its id. */
export async function findOrMakeSource(context: Context, title: string): Promise<string> {
  const find = async () => (await sql<{ id: string }>`select id from source where title = ${title}`.execute(context.db)).rows[0]?.id;
  const known = await find();
  if (known) return known;
  const made = await insertSource(context, { title, publisher: null, kind: 'other', url: null, publishedOn: null, note: null, licence: null });
  if (made) context.audit({ event: 'source.created', subject: { kind: 'source', id: made.id }, name: { zh: title, en: title } });
  return made?.id ?? (await find()) ?? '';
}

export async function listAttributeRows(context: Context): Promise<Attribute[]> {
  return (await sql<Attribute>`select key, name, unit, definition from attribute order by key`.execute(context.db)).rows;
}

export async function findAttribute(context: Context, key: string): Promise<Attribute | null> {
  return (await sql<Attribute>`select key, name, unit, definition from attribute where key = ${key}`.execute(context.db)).rows[0] ?? null;
}

/** Null when the key is taken. */
export async function insertAttribute(context: Context, input: z.output<typeof attributeInputSchema>): Promise<Attribute | null> {
  const { rows } = await sql<Attribute>`
    insert into attribute (space_id, key, name, unit, definition) values (${context.spaceId}, ${input.key}, ${asJson(input.name)}, ${input.unit}, ${asJson(input.definition)})
    on conflict (space_id, key) do nothing returning key, name, unit, definition`.execute(context.db);
  return rows[0] ?? null;
}

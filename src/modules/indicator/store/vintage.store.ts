import { sql } from 'kysely';
import type { z } from 'zod';
import { keyset, toPage } from '#platform/db/page.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { listVintages } from '../words/indicator.contract.ts';
import type { Vintage, vintageInputSchema } from '../words/indicator.schema.ts';

const columns = sql`vintage.id, vintage.version, vintage.source_id as "sourceId", source.title as "sourceTitle", vintage.title, to_char(vintage.released_on, 'YYYY-MM-DD') as "releasedOn", vintage.note`;
const from = sql`from vintage left join source on source.space_id = vintage.space_id and source.id = vintage.source_id`;

export async function listVintageRows(context: Context, query: z.output<NonNullable<(typeof listVintages)['query']>>): Promise<Page<Vintage> | null> {
  const page = keyset({ title: { expression: sql`vintage.title`, type: 'text' }, releasedOn: { expression: sql`coalesce(vintage.released_on::text, '')`, type: 'text' } }, query.sort, query.cursor, sql`vintage.id`);
  if (!page) return null;
  const where = query.q ? sql<boolean>`position(lower(${query.q}) in lower(vintage.title || ' ' || coalesce(source.title, ''))) > 0` : sql<boolean>`true`;
  const { rows } = await sql<Vintage & { cursor_value: string }>`select ${columns}, ${page.cursorValue} as cursor_value ${from} where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${from} where ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

/** Null when the source has a vintage of this title. */
export async function insertVintage(context: Context, input: z.output<typeof vintageInputSchema>): Promise<Vintage | null> {
  const id = context.newId();
  const done = await sql`insert into vintage (space_id, id, source_id, title, released_on, note, created_at)
    values (${context.spaceId}, ${id}, ${input.sourceId}::uuid, ${input.title}, ${input.releasedOn}::date, ${input.note}, ${context.now}) on conflict do nothing returning 1`.execute(context.db);
  if (done.rows.length === 0) return null;
  return (await sql<Vintage>`select ${columns} ${from} where vintage.id = ${id}::uuid`.execute(context.db)).rows[0] ?? null;
}

/** Vintages of a source by title, made where they are missing. */
export async function ensureVintages(context: Context, wanted: readonly { sourceId: string | null; title: string }[]): Promise<Map<string, string>> {
  const rows = wanted.map((one) => ({ ...one, id: context.newId() }));
  await sql`insert into vintage (space_id, id, source_id, title, created_at) select ${context.spaceId}::uuid, g.id, g."sourceId", g.title, ${context.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, "sourceId" uuid, title text) on conflict do nothing`.execute(context.db);
  return findVintages(context.db, wanted);
}

export const vintageKey = (sourceId: string | null, title: string): string => `${sourceId ?? ''} ${title}`;

/** `vintageKey` → id. */
export async function findVintages(db: SpaceDb, wanted: readonly { sourceId: string | null; title: string }[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; sourceId: string | null; title: string }>`
    select id, source_id as "sourceId", title from vintage where title = any (${wanted.map(({ title }) => title)}::text[])`.execute(db);
  return new Map(rows.map(({ id, sourceId, title }) => [vintageKey(sourceId, title), id]));
}

export async function sourceExists(db: SpaceDb, id: string | null): Promise<boolean> {
  if (id === null) return true;
  return (await sql`select 1 from source where id = ${id}::uuid`.execute(db)).rows.length > 0;
}

export async function vintageExists(db: SpaceDb, id: string | null): Promise<boolean> {
  if (id === null) return true;
  return (await sql`select 1 from vintage where id = ${id}::uuid`.execute(db)).rows.length > 0;
}

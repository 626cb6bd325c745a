import { sql } from 'kysely';
import type { z } from 'zod';
import { keyset, toPage, type SortKey } from '#platform/db/page.ts';
import { allOf, asJson, refOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Programme, programmeInputSchema, programmeListQuery } from '../words/list.schema.ts';
import { refreshSearch } from './alias.store.ts';
import { recordColumns } from './columns.ts';
import { nameColumnsOf } from './naming.ts';
import { recordsIn } from './scope-columns.ts';
import { nameHolds, when } from './search-sql.ts';

const columns = sql`${recordColumns('programme')}, programme.name, programme.country, programme.region, programme.started_year as "startedYear", programme.ended_year as "endedYear",
  programme.lead_department as "leadDepartment", programme.description, ${refOf('territory')} as "countryRef"`;
const from = sql`from programme left join territory on territory.id = programme.country`;

export async function listProgrammeRows(context: Context, query: z.output<typeof programmeListQuery>): Promise<Page<Programme> | null> {
  const keys: Record<string, SortKey> = {
    name: { expression: sql`programme.sort_name`, type: 'text' },
    startedYear: { expression: sql`coalesce(programme.started_year, 0)`, type: 'bigint' },
  };
  const page = keyset(keys, query.sort, query.cursor, sql`programme.id`);
  if (!page) return null;
  const where = allOf([
    recordsIn(context.scope('programme.read'), 'programme'),
    sql<boolean>`programme.archived_at is null`,
    nameHolds('programme', query.q),
    ...when(query.country, (country) => sql<boolean>`programme.country = ${country}`),
  ]);
  const { rows } = await sql<Programme & { cursor_value: string }>`
    select ${columns}, ${page.cursorValue} as cursor_value ${from} where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from programme where ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findProgramme(context: Context, id: string): Promise<Programme | null> {
  const { rows } = await sql<Programme>`select ${columns} ${from} where programme.id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

type ProgrammeInput = z.output<typeof programmeInputSchema>;

export async function insertProgramme(context: Context, input: ProgrammeInput, sample: boolean): Promise<string> {
  const id = context.newId();
  const naming = nameColumnsOf(input.name);
  await sql`insert into programme (space_id, id, visibility, sample, name, sort_name, country, region, started_year, ended_year, lead_department, description, search_text, grams, created_at, updated_at)
    values (${context.spaceId}, ${id}, 'open', ${sample}, ${asJson(input.name)}, ${naming.sortName}, ${input.country}, ${input.region}, ${input.startedYear}, ${input.endedYear},
      ${input.leadDepartment}, ${input.description}, ${naming.searchText}, ${naming.grams}::text[], ${context.now}, ${context.now})`.execute(context.db);
  return id;
}

export async function updateProgrammeRow(context: Context, id: string, version: number | null, input: ProgrammeInput): Promise<boolean> {
  const naming = nameColumnsOf(input.name);
  const done = await sql`update programme set version = version + 1, name = ${asJson(input.name)}, sort_name = ${naming.sortName}, country = ${input.country}, region = ${input.region},
      started_year = ${input.startedYear}, ended_year = ${input.endedYear}, lead_department = ${input.leadDepartment}, description = ${input.description}, updated_at = ${context.now}
    where id = ${id}::uuid and (${version}::int is null or version = ${version}::int) returning id`.execute(context.db);
  if (done.rows.length === 0) return false;
  await refreshSearch(context.db, 'programme', id);
  return true;
}

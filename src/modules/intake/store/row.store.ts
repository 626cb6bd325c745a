import { sql } from 'kysely';
import { keyset, toPage } from '#platform/db/page.ts';
import type { RowCandidate, RowReason, RowVerdict, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Question, RowState, Tally } from '../words/import.schema.ts';
import type { TableRow } from '../read/read-table.ts';

export interface StoredRow {
  rowNumber: number;
  /** Word for word as the file said it. */
  raw: string[];
  /** What a person wrote over a cell, by column number. */
  fixes: Record<string, string>;
  /** Left out by a person. */
  skipped: boolean;
  state: RowState;
  group: string | null;
  reasons: RowReason[];
  candidates: RowCandidate[];
  question: string | null;
  decision: { candidateId: string | null } | null;
  matchId: string | null;
  recordId: string | null;
}
const columns = sql`row_number as "rowNumber", raw, fixes, skipped, state, row_group as "group", reasons, candidates, question, decision, match_id as "matchId", record_id as "recordId"`;
const chunk = 2000;

async function inChunks<Item>(items: readonly Item[], work: (part: string) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += chunk) await work(JSON.stringify(items.slice(from, from + chunk)));
}

export async function insertRows(db: SpaceDb, spaceId: string, batchId: string, rows: readonly TableRow[]): Promise<void> {
  await inChunks(rows, (part) =>
    sql`insert into import_row (space_id, batch_id, row_number, raw, state)
      select ${spaceId}, ${batchId}, (item ->> 'rowNumber')::integer, item -> 'cells', 'unchecked' from jsonb_array_elements(${part}::jsonb) item`.execute(db),
  );
}

export async function allRows(db: SpaceDb, batchId: string): Promise<StoredRow[]> {
  return (await sql<StoredRow>`select ${columns} from import_row where batch_id = ${batchId} order by row_number`.execute(db)).rows;
}

export async function saveVerdicts(db: SpaceDb, batchId: string, verdicts: readonly RowVerdict[]): Promise<void> {
  await inChunks(verdicts, (part) =>
    sql`update import_row set state = item ->> 'state', row_group = item ->> 'group', reasons = item -> 'reasons',
        candidates = coalesce(item -> 'candidates', '[]'), question = item ->> 'question', match_id = (item ->> 'matchId')::uuid
      from jsonb_array_elements(${part}::jsonb) item
      where batch_id = ${batchId} and row_number = (item ->> 'rowNumber')::integer`.execute(db),
  );
}

export async function saveRecords(db: SpaceDb, batchId: string, records: readonly { rowNumber: number; recordId: string }[]): Promise<void> {
  await inChunks(records, (part) =>
    sql`update import_row set record_id = (item ->> 'recordId')::uuid from jsonb_array_elements(${part}::jsonb) item
      where batch_id = ${batchId} and row_number = (item ->> 'rowNumber')::integer`.execute(db),
  );
}

export async function clearRecords(db: SpaceDb, batchId: string): Promise<void> {
  await sql`update import_row set record_id = null where batch_id = ${batchId}`.execute(db);
}

export async function saveDecision(db: SpaceDb, batchId: string, rowNumbers: readonly number[], decision: { candidateId: string | null } | null): Promise<void> {
  await sql`update import_row set decision = ${decision === null ? null : JSON.stringify(decision)}::jsonb
    where batch_id = ${batchId} and row_number = any (${rowNumbers}::integer[])`.execute(db);
}

/** The rows a decision is about: the named ones, or all that ask the question. Only rows that offer something. */
export async function rowsAsked(db: SpaceDb, batchId: string, asked: { rowNumbers?: number[] | undefined; question?: string | undefined }): Promise<StoredRow[]> {
  const which = asked.question === undefined ? sql`row_number = any (${asked.rowNumbers ?? []}::integer[])` : sql`question = ${asked.question}`;
  return (await sql<StoredRow>`select ${columns} from import_row where batch_id = ${batchId} and question is not null and state <> 'notTarget' and ${which} order by row_number`.execute(db)).rows;
}

export async function rowsLeftOut(db: SpaceDb, batchId: string, groups: readonly string[]): Promise<StoredRow[]> {
  return (await sql<StoredRow>`select ${columns} from import_row where batch_id = ${batchId} and row_group = any (${groups}::text[]) order by row_number`.execute(db)).rows;
}

export interface RowFilter {
  state?: RowState | undefined;
  group?: string | undefined;
  reason?: string | undefined;
  question?: string | undefined;
}

export async function listRows(db: SpaceDb, batchId: string, query: RowFilter & { cursor?: string | undefined; limit: number }): Promise<Page<StoredRow> | null> {
  const sort = 'rowNumber';
  const keys = keyset({ rowNumber: { expression: sql`row_number::bigint`, type: 'bigint' } }, sort, query.cursor, sql.ref('row_number'));
  if (!keys) return null;
  const where = [sql`batch_id = ${batchId}`];
  if (query.state) where.push(sql`state = ${query.state}`);
  if (query.group) where.push(sql`row_group = ${query.group}`);
  if (query.reason) where.push(sql`reasons @> ${JSON.stringify([{ reason: query.reason }])}::jsonb`);
  if (query.question) where.push(sql`question = ${query.question}`);
  const filter = sql.join(where, sql` and `);
  const { rows } = await sql<StoredRow & { id: string; cursor_value: string }>`select row_number::text as id, ${columns}, ${keys.cursorValue} as cursor_value
    from import_row where ${filter} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(db);
  const count = await sql<{ total: number }>`select count(*)::int as total from import_row where ${filter}`.execute(db);
  return toPage(rows, query.limit, sort, count.rows[0]?.total ?? 0, (row) => row);
}

/** Questions in the order of how many rows they hold up. Rows of one question share its candidates. */
export async function listQuestions(db: SpaceDb, batchId: string): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select question, count(*)::int as rows, count(*) filter (where decision is null)::int as open, min(candidates::text)::jsonb as candidates,
      case when count(distinct decision) = 1 and count(decision) = count(*) then min(decision::text)::jsonb end as decision
    from import_row where batch_id = ${batchId} and question is not null and state <> 'notTarget'
    group by question order by count(*) desc, question`.execute(db);
  return rows;
}

export async function tallyRows(db: SpaceDb, batchId: string, query: { by: number; whereColumn?: number | undefined; whereValue?: string | undefined; filled: readonly number[] }): Promise<Tally> {
  const cell = (index: number) => sql`btrim(coalesce(raw ->> ${index}::integer, ''))`;
  const where = [sql`batch_id = ${batchId}`];
  if (query.whereColumn !== undefined) where.push(sql`${cell(query.whereColumn)} = ${query.whereValue ?? ''}`);
  for (const index of query.filled) where.push(sql`${cell(index)} <> ''`);
  const { rows } = await sql<{ value: string; count: number; rows: number; distinct: number }>`
    with counted as (select ${cell(query.by)} as value, count(*)::int as count from import_row where ${sql.join(where, sql` and `)} group by 1)
    select value, count, (select coalesce(sum(count), 0)::int from counted) as rows, (select count(*)::int from counted) as distinct
    from counted order by count desc, value limit 500`.execute(db);
  return { rows: rows[0]?.rows ?? 0, distinct: rows[0]?.distinct ?? 0, values: rows.map(({ value, count }) => ({ value, count })) };
}

export interface RowTotals {
  states: { key: RowState; count: number }[];
  groups: { key: string; count: number }[];
  reasons: { key: string; count: number }[];
  open: number;
}

export async function totalRows(db: SpaceDb, batchId: string): Promise<RowTotals> {
  const { rows } = await sql<{ kind: 'states' | 'groups' | 'reasons' | 'open'; key: string; count: number }>`
    with own as (select state, row_group, reasons, decision from import_row where batch_id = ${batchId})
    select 'states' as kind, state as key, count(*)::int as count from own group by state
    union all select 'groups', row_group, count(*)::int from own where row_group is not null group by row_group
    union all select 'reasons', reason ->> 'reason', count(*)::int from own, jsonb_array_elements(reasons) reason group by reason ->> 'reason'
    union all select 'open', '', count(*)::int from own where state = 'choose' and decision is null`.execute(db);
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ key, count }) => ({ key, count }));
  return { states: of('states') as RowTotals['states'], groups: of('groups'), reasons: of('reasons'), open: rows.find((row) => row.kind === 'open')?.count ?? 0 };
}

import { sql, type RawBuilder } from 'kysely';
import { givenRows } from '#platform/db/given-rows.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import type { RowCandidate, RowReason, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Question, RowEffect, RowState, Tally } from '../words/import.schema.ts';
import type { TableRow } from '../read/table.ts';

export interface StoredRow {
  rowNumber: number;
  /** Word for word as the file said it. */
  raw: string[];
  /** Cells that the reader could not trust. */
  faults: NonNullable<TableRow['faults']>;
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
  effect: RowEffect | null;
}

const ofRow = sql`r.row_number as "rowNumber", r.raw, coalesce(r.faults, '[]') as faults, r.fixes, r.skipped, r.decision`;
const ofVerdict = sql`coalesce(v.state, 'unchecked') as state, v.row_group as "group", coalesce(v.reasons, '[]') as reasons, coalesce(v.candidates, '[]') as candidates, v.question, v.match_id as "matchId"`;
const columns = sql`${ofRow}, ${ofVerdict}, c.record_id as "recordId", c.effect`;
/**
 * The other tables are looked up line by line: nothing tells the database how many rows a batch has that was written a
 * moment ago, and it would compare all of them with all.
 */
const beside = (table: string, alias: string): RawBuilder<unknown> => sql.raw(`from ${table} where space_id = ${alias}.space_id and batch_id = ${alias}.batch_id and row_number = ${alias}.row_number`);
const verdictOf = sql`left join lateral (select * ${beside('import_verdict', 'r')} limit 1) v on true`;
const recordOf = (alias: 'r' | 'v'): RawBuilder<unknown> => sql`left join lateral (select record_id, effect ${beside('import_record', alias)} order by record_id limit 1) c on true`;
/** Rows with what was said of them, and of what was said the rows. */
const rowLines = sql`import_row r ${verdictOf} ${recordOf('r')}`;
const verdictLines = sql`import_verdict v cross join lateral (select * ${beside('import_row', 'v')} limit 1) r ${recordOf('v')}`;

export async function insertRows(db: SpaceDb, batchId: string, rows: readonly TableRow[]): Promise<void> {
  const given = rows.map(({ rowNumber, cells, faults }) => ({ row_number: rowNumber, raw: JSON.stringify(cells), faults: faults?.length ? JSON.stringify(faults) : null }));
  await sql`insert into import_row (space_id, batch_id, row_number, raw, faults)
    select current_space(), ${batchId}::uuid, row_number, raw, faults from ${givenRows({ row_number: 'int', raw: 'jsonb', faults: 'jsonb' }, given)}`.execute(db);
}

export async function clearRows(db: SpaceDb, batchId: string): Promise<void> {
  await sql`delete from import_row where batch_id = ${batchId}`.execute(db);
}

/** The rows after one row up to another, with what was said of them before; their records are left aside. */
export async function rowsBetween(db: SpaceDb, batchId: string, after: number, to: number): Promise<StoredRow[]> {
  return (await sql<StoredRow>`select ${ofRow}, ${ofVerdict}, null as "recordId", null as effect from import_row r ${verdictOf}
    where r.batch_id = ${batchId} and r.row_number > ${after} and r.row_number <= ${to} order by r.row_number`.execute(db)).rows;
}

/** Some rows, with what was said of them before; their records are left aside. */
export async function rowsNumbered(db: SpaceDb, batchId: string, numbers: readonly number[]): Promise<StoredRow[]> {
  return (await sql<StoredRow>`select ${ofRow}, ${ofVerdict}, null as "recordId", null as effect from import_row r ${verdictOf}
    where r.batch_id = ${batchId} and r.row_number = any (${numbers}::integer[]) order by r.row_number`.execute(db)).rows;
}

/** The first rows of a batch, as they stand in the file. */
export async function firstRows(db: SpaceDb, batchId: string, count: number): Promise<StoredRow[]> {
  return (await sql<StoredRow>`select ${columns} from ${rowLines} where r.batch_id = ${batchId} order by r.row_number limit ${count}`.execute(db)).rows;
}

export async function saveDecision(db: SpaceDb, batchId: string, rowNumbers: readonly number[], decision: { candidateId: string | null } | null): Promise<void> {
  await sql`update import_row set decision = ${decision === null ? null : JSON.stringify(decision)}::jsonb
    where batch_id = ${batchId} and row_number = any (${rowNumbers}::integer[])`.execute(db);
}

/** The rows a decision is about: the named ones, or all that ask the question. Only rows that offer something. */
export async function rowsAsked(db: SpaceDb, batchId: string, asked: { rowNumbers?: number[] | undefined; question?: string | undefined }): Promise<StoredRow[]> {
  const which = asked.question === undefined ? sql`v.row_number = any (${asked.rowNumbers ?? []}::integer[])` : sql`v.question = ${asked.question}`;
  return (await sql<StoredRow>`select ${columns} from ${verdictLines} where v.batch_id = ${batchId} and v.question is not null and v.state <> 'notTarget' and ${which} order by v.row_number`.execute(db)).rows;
}

export async function rowsLeftOut(db: SpaceDb, batchId: string, groups: readonly string[]): Promise<StoredRow[]> {
  return (await sql<StoredRow>`select ${columns} from ${verdictLines} where v.batch_id = ${batchId} and v.row_group = any (${groups}::text[]) order by v.row_number`.execute(db)).rows;
}

export interface RowFilter {
  state?: RowState | undefined;
  group?: string | undefined;
  reason?: string | undefined;
  question?: string | undefined;
  effect?: RowEffect | 'left' | undefined;
}

export async function listRows(db: SpaceDb, batchId: string, query: RowFilter & { cursor?: string | undefined; limit: number }): Promise<Page<StoredRow> | null> {
  const said = (query.state !== undefined && query.state !== 'unchecked') || query.group !== undefined || query.reason !== undefined || query.question !== undefined;
  const from = said ? 'v' : 'r';
  const sort = 'rowNumber';
  const number = sql.ref(`${from}.row_number`);
  const keys = keyset({ rowNumber: { expression: sql`${number}::bigint`, type: 'bigint' } }, sort, query.cursor, number);
  if (!keys) return null;
  const where = [sql`${sql.ref(`${from}.batch_id`)} = ${batchId}`];
  // A literal, so that the index of the rows that are not ready is seen to fit; the words are the schema's own.
  if (query.state) where.push(query.state === 'unchecked' ? sql`v.state is null` : sql`v.state = ${sql.lit(query.state)}`);
  if (query.group) where.push(sql`v.row_group = ${query.group}`);
  if (query.reason) where.push(sql`v.reasons @> ${JSON.stringify([{ reason: query.reason }])}::jsonb`);
  if (query.question) where.push(sql`v.question = ${query.question}`);
  if (query.effect) where.push(query.effect === 'left' ? sql`c.effect is null` : sql`c.effect = ${query.effect}`);
  const filter = sql.join(where, sql` and `);
  const { rows } = await sql<StoredRow & { id: string; cursor_value: string }>`select ${number}::text as id, ${columns}, ${keys.cursorValue} as cursor_value
    from ${said ? verdictLines : rowLines} where ${filter} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(db);
  const counted = said ? sql`import_verdict v` : query.state ? sql`import_row r ${verdictOf}` : sql`import_row r`;
  const count = await sql<{ total: number }>`select count(*)::int as total from ${counted} ${query.effect ? recordOf(from) : sql``} where ${filter}`.execute(db);
  return toPage(rows, query.limit, sort, count.rows[0]?.total ?? 0, (row) => row);
}

/** Questions in the order of how many rows they hold up. Rows of one question share its candidates. */
export async function listQuestions(db: SpaceDb, batchId: string): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select v.question, count(*)::int as rows, count(*) filter (where r.decision is null)::int as open, min(v.candidates::text)::jsonb as candidates,
      case when count(distinct r.decision) = 1 and count(r.decision) = count(*) then min(r.decision::text)::jsonb end as decision
    from import_verdict v cross join lateral (select decision ${beside('import_row', 'v')} limit 1) r where v.batch_id = ${batchId} and v.question is not null and v.state <> 'notTarget'
    group by v.question order by count(*) desc, v.question`.execute(db);
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

import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#platform/auth/permission.rules.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import type { RowMatch, RowVerdict, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import { batchesWithin } from './batch.store.ts';
import type { MatchState } from '../words/match.schema.ts';

/** Keeps how the judged rows of a part stand to the register; a row that has no counterpart any more loses its line. */
export async function saveMatches(db: SpaceDb, batchId: string, verdicts: readonly RowVerdict[]): Promise<void> {
  if (verdicts.length === 0) return;
  const matched = verdicts.flatMap(({ rowNumber, match }) => (match ? [{ rowNumber, ...match }] : []));
  const others = verdicts.flatMap(({ rowNumber, match }) => (match ? [] : [rowNumber]));
  if (others.length > 0) await sql`delete from import_match where batch_id = ${batchId}::uuid and row_number = any (${others}::integer[])`.execute(db);
  if (matched.length === 0) return;
  await sql`insert into import_match (space_id, batch_id, row_number, fingerprint, state, score, record_id, asked, candidates)
    select current_space(), ${batchId}::uuid, given."rowNumber", given.fingerprint, given.state, given.score, given."recordId", given.asked, given.candidates
    from jsonb_to_recordset(${JSON.stringify(matched)}::jsonb) as given ("rowNumber" integer, fingerprint text, state text, score real, "recordId" uuid, asked jsonb, candidates jsonb)
    on conflict (space_id, batch_id, row_number) do update set fingerprint = excluded.fingerprint, state = excluded.state, score = excluded.score,
      record_id = excluded.record_id, asked = excluded.asked, candidates = excluded.candidates`.execute(db);
}

export interface MatchLine extends RowMatch {
  batchId: string;
  fileName: string;
  batchState: 'read' | 'mapped' | 'checked' | 'applied' | 'discarded' | 'undone';
  target: string;
  rowNumber: number;
  alike: number;
  raw: string[];
  columns: { name: string }[];
}

/** Only what still counts: files on their way in, and those that went in. */
const within = (scope: Scope): RawBuilder<boolean> => sql<boolean>`m.batch_id in (select id from import_batch where state in ('checked', 'applied') and ${batchesWithin(scope)})`;

export async function listMatches(db: SpaceDb, scope: Scope, query: { state?: MatchState | undefined; batchId?: string | undefined; cursor?: string | undefined; limit: number }): Promise<Page<MatchLine & { id: string }> | null> {
  const id = sql`(m.batch_id::text || ':' || lpad(m.row_number::text, 8, '0'))`;
  const keys = keyset({ doubt: { expression: sql`(1 - m.score)::numeric`, type: 'numeric' } }, 'doubt', query.cursor, id);
  if (!keys) return null;
  const filter = sql`${within(scope)} and ${query.state ? sql`m.state = ${query.state}` : sql`true`} and ${query.batchId ? sql`m.batch_id = ${query.batchId}::uuid` : sql`true`}`;
  const { rows } = await sql<MatchLine & { id: string; cursor_value: string }>`
    select ${id} as id, m.batch_id as "batchId", b.file_name as "fileName", b.state as "batchState", b.target, b.columns, m.row_number as "rowNumber", m.fingerprint, m.state, m.score::float8 as score, m.record_id as "recordId", m.asked, m.candidates,
      (select r.raw from import_row r where r.batch_id = m.batch_id and r.row_number = m.row_number) as raw,
      (select count(*)::int from import_match other where other.fingerprint = m.fingerprint) as alike, ${keys.cursorValue} as cursor_value
    from import_match m join import_batch b on b.id = m.batch_id where ${filter} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(db);
  const count = await sql<{ total: number }>`select count(*)::int as total from import_match m where ${filter}`.execute(db);
  return toPage(rows, query.limit, 'doubt', count.rows[0]?.total ?? 0, (row) => row);
}

export async function tallyMatches(db: SpaceDb, scope: Scope, batchId: string | undefined): Promise<Record<MatchState, number>> {
  const { rows } = await sql<{ state: MatchState; count: number }>`select m.state, count(*)::int as count from import_match m where ${within(scope)} and ${batchId ? sql`m.batch_id = ${batchId}::uuid` : sql`true`} group by m.state`.execute(db);
  const of = (state: MatchState): number => rows.find((row) => row.state === state)?.count ?? 0;
  return { unsure: of('unsure'), confirmed: of('confirmed'), rejected: of('rejected'), automatic: of('automatic') };
}

export interface MatchAsked {
  batchId: string;
  rowNumber: number;
  fingerprint: string;
  state: MatchState;
  asked: RowMatch['asked'];
  candidates: RowMatch['candidates'];
}
const askedColumns = sql`m.batch_id as "batchId", m.row_number as "rowNumber", m.fingerprint, m.state, m.asked, m.candidates`;

/** The named rows, as far as this person may decide about them. */
export async function matchesNamed(db: SpaceDb, scope: Scope, named: readonly { batchId: string; rowNumber: number }[]): Promise<MatchAsked[]> {
  return (await sql<MatchAsked>`select ${askedColumns} from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as given ("batchId" uuid, "rowNumber" integer)
    join import_match m on m.batch_id = given."batchId" and m.row_number = given."rowNumber" where ${within(scope)}`.execute(db)).rows;
}

/** Every row of any file that asks one of these questions and has no record of its own yet. */
export async function rowsAsking(db: SpaceDb, scope: Scope, fingerprints: readonly string[], states: readonly ('checked' | 'applied')[]): Promise<{ batchId: string; rowNumber: number }[]> {
  return (await sql<{ batchId: string; rowNumber: number }>`select m.batch_id as "batchId", m.row_number as "rowNumber" from import_match m join import_batch b on b.id = m.batch_id
    where m.fingerprint = any (${fingerprints}::text[]) and b.state = any (${states}::text[]) and b.job_id is null and ${within(scope)}
      and exists (select 1 from import_verdict v where v.batch_id = m.batch_id and v.row_number = m.row_number and v.state <> 'rejected')
      and not exists (select 1 from import_record r where r.batch_id = m.batch_id and r.row_number = m.row_number) order by m.batch_id, m.row_number`.execute(db)).rows;
}

export const batchesSeen = (scope: Scope): RawBuilder<unknown> => sql`select id from import_batch where ${batchesWithin(scope)}`;

export async function isBatchSeen(db: SpaceDb, scope: Scope, batchId: string): Promise<boolean> {
  return (await sql`select 1 from import_batch where id = ${batchId}::uuid and ${batchesWithin(scope)}`.execute(db)).rows.length > 0;
}

export async function namesOfFiles(db: SpaceDb, batchIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; fileName: string }>`select id, file_name as "fileName" from import_batch where id = any (${batchIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, fileName }) => [id, fileName]));
}

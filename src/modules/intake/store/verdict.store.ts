import { sql } from 'kysely';
import { givenRows } from '#platform/db/given-rows.ts';
import type { RowVerdict, SpaceDb } from '#platform/module/module.ts';
import type { RowState } from '../words/import.schema.ts';

const types = { row_number: 'int', state: 'text', row_group: 'text', reasons: 'jsonb', candidates: 'jsonb', question: 'text', match_id: 'uuid' } as const;

/** What a target said of rows: new lines, or in place of what it said before. */
export async function saveVerdicts(db: SpaceDb, batchId: string, verdicts: readonly RowVerdict[]): Promise<void> {
  if (verdicts.length === 0) return;
  const given = verdicts.map((verdict) => ({
    row_number: verdict.rowNumber,
    state: verdict.state,
    row_group: verdict.group,
    reasons: verdict.reasons.length === 0 ? '[]' : JSON.stringify(verdict.reasons),
    candidates: verdict.candidates?.length ? JSON.stringify(verdict.candidates) : '[]',
    question: verdict.question ?? null,
    match_id: verdict.matchId ?? null,
  }));
  await sql`insert into import_verdict (space_id, batch_id, row_number, state, row_group, reasons, candidates, question, match_id)
    select current_space(), ${batchId}::uuid, row_number, state, row_group, reasons, candidates, question, match_id from ${givenRows(types, given)}
    on conflict (space_id, batch_id, row_number) do update set state = excluded.state, row_group = excluded.row_group, reasons = excluded.reasons,
      candidates = excluded.candidates, question = excluded.question, match_id = excluded.match_id`.execute(db);
}

export async function clearVerdicts(db: SpaceDb, batchId: string): Promise<void> {
  await sql`delete from import_verdict where batch_id = ${batchId}`.execute(db);
}

export interface RowTotals {
  states: { key: RowState; count: number }[];
  groups: { key: string; count: number }[];
  reasons: { key: string; count: number }[];
  open: number;
}

/** Counts what stands in the table; a walk over all rows counts on its way instead. */
export async function totalRows(db: SpaceDb, batchId: string): Promise<RowTotals> {
  const { rows } = await sql<{ kind: 'states' | 'groups' | 'reasons' | 'open'; key: string; count: number }>`
    with own as materialized (select v.state, v.row_group, v.reasons, r.decision from import_verdict v cross join lateral
      (select decision from import_row where space_id = v.space_id and batch_id = v.batch_id and row_number = v.row_number limit 1) r where v.batch_id = ${batchId})
    select 'states' as kind, state as key, count(*)::int as count from own group by state
    union all select 'groups', row_group, count(*)::int from own group by row_group
    union all select 'reasons', reason ->> 'reason', count(*)::int from own, jsonb_array_elements(reasons) reason group by reason ->> 'reason'
    union all select 'open', '', count(*)::int from own where state = 'choose' and decision is null`.execute(db);
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ key, count }) => ({ key, count }));
  return { states: of('states') as RowTotals['states'], groups: of('groups'), reasons: of('reasons'), open: rows.find((row) => row.kind === 'open')?.count ?? 0 };
}

import { sql } from 'kysely';
import { keyset, toPage } from '#platform/db/page.ts';
import { asJson, isoTime } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Edition, EditionState, EditionSummary, ScoreboardContent, ScoredKind } from '../words/scoreboard.schema.ts';
import { editionsIn, editionTables } from './scoreboard-scope.ts';

const columns = sql`scoreboard_edition.id, scoreboard_edition.scoreboard_id as "scoreboardId", scoreboard_edition.version, scoreboard_edition.number, scoreboard_edition.state, scoreboard_edition.note, scoreboard_edition.content ->> 'period' as period,
  jsonb_array_length(scoreboard_edition.content -> 'subjects') as "subjectCount", (select count(*)::int from jsonb_array_elements(scoreboard_edition.content -> 'nodes') n where n ->> 'indicatorId' is not null) as "indicatorCount",
  (select count(*)::int from scoreboard_run r where r.space_id = scoreboard_edition.space_id and r.edition_id = scoreboard_edition.id) as "runCount", scoreboard_edition.run_id as "runId",
  ${isoTime('scoreboard_edition.created_at')} as "createdAt", ${isoTime('scoreboard_edition.updated_at')} as "updatedAt", ${isoTime('scoreboard_edition.published_at')} as "publishedAt", ${isoTime('scoreboard_edition.withdrawn_at')} as "withdrawnAt"`;
const from = sql`from ${editionTables}`;

/** An edition with what it takes to compute it. */
export type StoredEdition = Edition & { subjectKind: ScoredKind; scoreboardVisibility: 'open' | 'internal'; name: { zh?: string; en?: string }; sample: boolean };

export async function listEditionRows(context: Context, scoreboardId: string, query: { cursor?: string | undefined; limit: number }): Promise<Page<EditionSummary> | null> {
  const page = keyset({ number: { expression: sql`scoreboard_edition.number`, type: 'bigint' } }, '-number', query.cursor, sql`scoreboard_edition.id`);
  if (!page) return null;
  const where = sql`scoreboard_edition.scoreboard_id = ${scoreboardId}::uuid and ${editionsIn(context.scope('scoreboard.read'))}`;
  const { rows } = await sql<EditionSummary & { cursor_value: string }>`select ${columns}, ${page.cursorValue} as cursor_value ${from} where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${from} where ${where}`.execute(context.db);
  return toPage(rows, query.limit, '-number', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findEdition(context: Context, id: string, lock = false): Promise<StoredEdition | null> {
  const { rows } = await sql<StoredEdition>`select ${columns}, scoreboard_edition.content, scoreboard_edition.state_note as "stateNote", scoreboard.subject_kind as "subjectKind", scoreboard.visibility as "scoreboardVisibility", scoreboard.name, scoreboard.sample
    ${from} where scoreboard_edition.id = ${id}::uuid ${lock ? sql`for update of scoreboard_edition` : sql``}`.execute(context.db);
  return rows[0] ?? null;
}

export async function insertEdition(context: Context, scoreboardId: string, note: string | null, content: ScoreboardContent): Promise<string> {
  const id = context.newId();
  await sql`select 1 from scoreboard where id = ${scoreboardId}::uuid for update`.execute(context.db);
  await sql`insert into scoreboard_edition (space_id, id, scoreboard_id, number, state, note, content, created_at, updated_at)
    select ${context.spaceId}::uuid, ${id}::uuid, ${scoreboardId}::uuid, coalesce(max(number), 0) + 1, 'draft', ${note}, ${asJson(content)}, ${context.now}::timestamptz, ${context.now}::timestamptz from scoreboard_edition where scoreboard_id = ${scoreboardId}::uuid`.execute(context.db);
  return id;
}

/** False when the row has moved on since `version`. A changed content has no run yet. */
export async function changeEdition(context: Context, id: string, version: number | null, note: string | null, content: ScoreboardContent): Promise<boolean> {
  const done = await sql`update scoreboard_edition set version = version + 1, note = ${note}, content = ${asJson(content)}, state = 'draft', run_id = null, updated_at = ${context.now}
    where id = ${id}::uuid and state in ('draft', 'computed') and (${version}::int is null or version = ${version}::int) returning 1`.execute(context.db);
  return done.rows.length > 0;
}

export async function moveEdition(context: Context, id: string, version: number | null, to: EditionState, more: { reason?: string | undefined; runId?: string } = {}): Promise<boolean> {
  const done = await sql`update scoreboard_edition set version = version + 1, state = ${to}, run_id = coalesce(${more.runId ?? null}::uuid, case when ${to} = 'draft' then null else run_id end), state_note = coalesce(${more.reason ?? null}, state_note),
      published_at = case when ${to} = 'published' then ${context.now}::timestamptz else published_at end, withdrawn_at = case when ${to} = 'withdrawn' then ${context.now}::timestamptz else withdrawn_at end, updated_at = ${context.now}
    where id = ${id}::uuid and (${version}::int is null or version = ${version}::int) returning 1`.execute(context.db);
  return done.rows.length > 0;
}

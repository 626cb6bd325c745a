import { sql } from 'kysely';
import { keyset, toPage } from '#platform/db/page.ts';
import { isoTime } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { RunSummary } from '../words/scoreboard-run.schema.ts';
import { runsIn, runTables } from './scoreboard-scope.ts';

const columns = sql`scoreboard_run.id, scoreboard_run.scoreboard_id as "scoreboardId", scoreboard_run.edition_id as "editionId", scoreboard_edition.number as "editionNumber", scoreboard_edition.state as "editionState", scoreboard_run.number,
  scoreboard_run.period, scoreboard_run.subject_count as "subjectCount", scoreboard_run.indicator_count as "indicatorCount", scoreboard_run.replications, scoreboard_run.seed::float8 as seed, scoreboard_run.input_hash as "inputHash", scoreboard_run.result_hash as "resultHash",
  ${isoTime('scoreboard_run.computed_at')} as "computedAt", scoreboard_run.sample`;
const from = sql`from ${runTables}`;

/** A run with its canonical texts. */
export type StoredRun = RunSummary & { input: string; resultText: string; observationIds: string[]; scoreboardVisibility: 'open' | 'internal'; publishedRun: boolean };

export async function listRunRows(context: Context, scoreboardId: string, query: { cursor?: string | undefined; limit: number }): Promise<Page<RunSummary> | null> {
  const page = keyset({ number: { expression: sql`scoreboard_run.number`, type: 'bigint' } }, '-number', query.cursor, sql`scoreboard_run.id`);
  if (!page) return null;
  const where = sql`scoreboard_run.scoreboard_id = ${scoreboardId}::uuid and ${runsIn(context.scope('scoreboard.read'))}`;
  const { rows } = await sql<RunSummary & { cursor_value: string }>`select ${columns}, ${page.cursorValue} as cursor_value ${from} where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${from} where ${where}`.execute(context.db);
  return toPage(rows, query.limit, '-number', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

const isPublished = sql<boolean>`(scoreboard_edition.state = 'published' and scoreboard_edition.run_id = scoreboard_run.id)`;

export async function findRun(context: Context, id: string): Promise<StoredRun | null> {
  const { rows } = await sql<StoredRun>`select ${columns}, scoreboard_run.input, scoreboard_run.result as "resultText", scoreboard_run.observation_ids as "observationIds", scoreboard.visibility as "scoreboardVisibility", ${isPublished} as "publishedRun"
    ${from} where scoreboard_run.id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

/** Runs with which an edition is published now. */
export async function publishedRunIds(context: Context, scoreboardId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select scoreboard_run.id ${from} where scoreboard_run.scoreboard_id = ${scoreboardId}::uuid and ${isPublished} order by scoreboard_run.number desc`.execute(context.db);
  return rows.map(({ id }) => id);
}

export type NewRun = Pick<RunSummary, 'scoreboardId' | 'editionId' | 'period' | 'subjectCount' | 'indicatorCount' | 'replications' | 'seed' | 'inputHash' | 'resultHash' | 'sample'> & { input: string; result: string; observationIds: readonly string[]; jobId: string | null };

/** The run's id; of a job that made one already, that one. */
export async function insertRun(context: Context, run: NewRun): Promise<string> {
  const made = run.jobId === null ? null : (await sql<{ id: string }>`select id from scoreboard_run where job_id = ${run.jobId}::uuid`.execute(context.db)).rows[0];
  if (made) return made.id;
  const id = context.newId();
  await sql`select 1 from scoreboard where id = ${run.scoreboardId}::uuid for update`.execute(context.db);
  await sql`insert into scoreboard_run (space_id, id, scoreboard_id, edition_id, number, input, result, input_hash, result_hash, period, subject_count, indicator_count, replications, seed, observation_ids, sample, computed_at, computed_by, job_id)
    select ${context.spaceId}::uuid, ${id}::uuid, ${run.scoreboardId}::uuid, ${run.editionId}::uuid, coalesce(max(number), 0) + 1, ${run.input}, ${run.result}, ${run.inputHash}, ${run.resultHash}, ${run.period}, ${run.subjectCount}::int, ${run.indicatorCount}::int, ${run.replications}::int,
      ${run.seed}::bigint, ${[...run.observationIds]}::uuid[], ${run.sample}::boolean, ${context.now}::timestamptz, ${context.actor.personId}::uuid, ${run.jobId}::uuid from scoreboard_run where scoreboard_id = ${run.scoreboardId}::uuid`.execute(context.db);
  return id;
}

import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { keyset, toPage } from '#platform/db/page.ts';
import { allOf, asJson, isoTime } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import { sortNameOf } from '#platform/text/folding.ts';
import type { Scoreboard, ScoreboardEdit, scoreboardListQuery, ScoreboardSummary, ScoredKind } from '../words/scoreboard.schema.ts';
import { editionsIn, scoreboardsIn } from './scoreboard-scope.ts';

const named = (table: 'territory' | 'cluster', id: RawBuilder<unknown>) => sql`(select jsonb_build_object('id', r.id, 'name', r.name) from ${sql.table(table)} r where r.id = ${id})`;
const own = sql`scoreboard_edition.space_id = scoreboard.space_id and scoreboard_edition.scoreboard_id = scoreboard.id`;

const columns = (context: Context) => {
  const seen = editionsIn(context.scope('scoreboard.read'));
  return sql`scoreboard.id, scoreboard.version, scoreboard.visibility, scoreboard.sample, scoreboard.name, scoreboard.purpose, scoreboard.subject_kind as "subjectKind",
    ${named('territory', sql`scoreboard.territory_id`)} as territory, ${named('cluster', sql`scoreboard.cluster_id`)} as cluster,
    (select count(*)::int from scoreboard_edition where ${own} and ${seen}) as "editionCount", (select count(*)::int from scoreboard_edition where ${own} and ${seen} and scoreboard_edition.state = 'published') as "publishedCount",
    (select jsonb_build_object('editionId', scoreboard_edition.id, 'number', scoreboard_edition.number, 'state', scoreboard_edition.state, 'runId', scoreboard_edition.run_id, 'period', scoreboard_edition.content ->> 'period',
        'subjectCount', jsonb_array_length(scoreboard_edition.content -> 'subjects'), 'indicatorCount', (select count(*)::int from jsonb_array_elements(scoreboard_edition.content -> 'nodes') n where n ->> 'indicatorId' is not null))
      from scoreboard_edition where ${own} and ${seen} order by scoreboard_edition.number desc limit 1) as newest,
    ${isoTime('scoreboard.created_at')} as "createdAt", ${isoTime('scoreboard.updated_at')} as "updatedAt", ${isoTime('scoreboard.archived_at')} as "archivedAt"`;
};

/** Null for a cursor this list did not make. */
export async function listScoreboardRows(context: Context, query: z.output<typeof scoreboardListQuery>): Promise<Page<ScoreboardSummary> | null> {
  const page = keyset({ name: { expression: sql`scoreboard.sort_name`, type: 'text' }, updatedAt: { expression: sql`scoreboard.updated_at`, type: 'timestamptz' } }, query.sort, query.cursor, sql`scoreboard.id`);
  if (!page) return null;
  const where = allOf([
    sql<boolean>`scoreboard.archived_at is null`,
    scoreboardsIn(context.scope('scoreboard.read')),
    ...(query.q ? [sql<boolean>`position(lower(${query.q}) in lower(concat_ws(' ', scoreboard.name ->> 'zh', scoreboard.name ->> 'en'))) > 0`] : []),
    ...(query.subjectKind ? [sql<boolean>`scoreboard.subject_kind = ${query.subjectKind}`] : []),
    ...(query.state ? [sql<boolean>`exists (select 1 from scoreboard_edition where ${own} and scoreboard_edition.state = ${query.state} and ${editionsIn(context.scope('scoreboard.read'))})`] : []),
  ]);
  const { rows } = await sql<ScoreboardSummary & { cursor_value: string }>`select ${columns(context)}, ${page.cursorValue} as cursor_value from scoreboard where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from scoreboard where ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findScoreboard(context: Context, id: string): Promise<Omit<Scoreboard, 'mayManage'> | null> {
  const { rows } = await sql<Omit<Scoreboard, 'mayManage'>>`select ${columns(context)}, scoreboard.territories as "territoryIds" from scoreboard where scoreboard.id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

export async function insertScoreboard(context: Context, edit: ScoreboardEdit & { subjectKind: ScoredKind; sample: boolean }, territories: readonly string[]): Promise<string> {
  const id = context.newId();
  await sql`insert into scoreboard (space_id, id, visibility, sample, name, sort_name, purpose, subject_kind, territory_id, territories, cluster_id, created_at, updated_at)
    values (${context.spaceId}, ${id}, ${edit.visibility}, ${edit.sample}, ${asJson(edit.name)}, ${sortNameOf(edit.name)}, ${asJson(edit.purpose)}, ${edit.subjectKind}, ${edit.territoryId}, ${[...territories]}::text[], ${edit.clusterId}::uuid, ${context.now}, ${context.now})`.execute(context.db);
  return id;
}

/** False when the row has moved on since `version`. */
export async function updateScoreboardRow(context: Context, id: string, version: number | null, edit: ScoreboardEdit, territories: readonly string[]): Promise<boolean> {
  const done = await sql`update scoreboard set version = version + 1, visibility = ${edit.visibility}, name = ${asJson(edit.name)}, sort_name = ${sortNameOf(edit.name)}, purpose = ${asJson(edit.purpose)}, territory_id = ${edit.territoryId},
      territories = ${[...territories]}::text[], cluster_id = ${edit.clusterId}::uuid, updated_at = ${context.now} where id = ${id}::uuid and (${version}::int is null or version = ${version}::int) returning 1`.execute(context.db);
  return done.rows.length > 0;
}

export async function touchScoreboard(context: Context, id: string): Promise<void> {
  await sql`update scoreboard set updated_at = ${context.now} where id = ${id}::uuid`.execute(context.db);
}

export async function clusterExists(context: Context, id: string | null): Promise<boolean> {
  return id === null || (await sql`select 1 from cluster where id = ${id}::uuid and archived_at is null`.execute(context.db)).rows.length > 0;
}

import { sql, type RawBuilder } from 'kysely';
import type { Scope, ScopeFacts } from '#platform/auth/permission.rules.ts';
import { scopeSql } from '#platform/auth/scope-sql.ts';
import { validIds } from '#platform/db/row-sql.ts';
import type { SpaceDb } from '#platform/module/module.ts';

type Condition = RawBuilder<boolean>;

/** Open to everybody is a scoreboard that is meant to be and has something published. */
const shownVisibility = sql<string>`(case when scoreboard.visibility = 'open' and exists (select 1 from scoreboard_edition pe where pe.space_id = scoreboard.space_id and pe.scoreboard_id = scoreboard.id and pe.state = 'published') then 'open' else 'internal' end)`;
const editionVisibility = sql<string>`(case when scoreboard.visibility = 'open' and scoreboard_edition.state = 'published' then 'open' else 'internal' end)`;

/** Of a published edition only the run that it was published with is for all. */
const runVisibility = sql<string>`(case when scoreboard_edition.run_id = scoreboard_run.id then ${editionVisibility} else 'internal' end)`;

/** Tables of an edition and of a run, each with the scoreboard whose they are. */
export const editionTables = sql`scoreboard_edition join scoreboard on scoreboard.space_id = scoreboard_edition.space_id and scoreboard.id = scoreboard_edition.scoreboard_id`;
export const runTables = sql`scoreboard_run join scoreboard_edition on scoreboard_edition.space_id = scoreboard_run.space_id and scoreboard_edition.id = scoreboard_run.edition_id
  join scoreboard on scoreboard.space_id = scoreboard_edition.space_id and scoreboard.id = scoreboard_edition.scoreboard_id`;

const columnsFor = (visibility: RawBuilder<string>) => ({
  visibility,
  territories: sql`scoreboard.territories`,
  clusters: (ids: readonly string[]) => sql<boolean>`scoreboard.cluster_id = any (${[...ids]}::uuid[])`,
});

/** Scoreboards that a scope reaches: those with something published for all, and by territory or cluster. */
export const scoreboardsIn = (scope: Scope): Condition => scopeSql(scope, columnsFor(shownVisibility));

/** Editions (with their scoreboard) that a scope reaches: published ones for all, drafts within the mandate. */
export const editionsIn = (scope: Scope): Condition => scopeSql(scope, columnsFor(editionVisibility));

type FactRow = { id: string; visibility: ScopeFacts['visibility']; territories: string[]; clusterId: string | null };

const factsOf = (rows: readonly FactRow[]): Map<string, ScopeFacts> => new Map(rows.map(({ id, visibility, territories, clusterId }) => [id, { visibility, territories, clusters: clusterId ? [clusterId] : [], organisations: [] }]));
const owned = sql`scoreboard.territories, scoreboard.cluster_id as "clusterId"`;

export async function scoreboardFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  return factsOf((await sql<FactRow>`select scoreboard.id, ${shownVisibility} as visibility, ${owned} from scoreboard where scoreboard.id = any (${validIds(ids)}::uuid[])`.execute(db)).rows);
}

export async function editionFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  return factsOf((await sql<FactRow>`select scoreboard_edition.id, ${editionVisibility} as visibility, ${owned} from ${editionTables} where scoreboard_edition.id = any (${validIds(ids)}::uuid[])`.execute(db)).rows);
}

export async function runFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  return factsOf((await sql<FactRow>`select scoreboard_run.id, ${runVisibility} as visibility, ${owned} from ${runTables} where scoreboard_run.id = any (${validIds(ids)}::uuid[])`.execute(db)).rows);
}

/** Runs (with edition and scoreboard) that a scope reaches. */
export const runsIn = (scope: Scope): Condition => scopeSql(scope, columnsFor(runVisibility));

import { sql, type RawBuilder } from 'kysely';
import { keyset, toPage } from '#platform/db/page.ts';
import { isoTime } from '#platform/db/row-sql.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';

/** What was asked, kept so that a person can read the question again. */
export interface AskedWords {
  name: Name;
  uscc: string | null;
  externalCode: string | null;
  place: string | null;
}

export interface StandingDecision {
  id: string;
  fingerprint: string;
  /** The record as it lives today, through all merges since; null for none of them. */
  organisationId: string | null;
  /** Made because of a none of them. */
  madeId: string | null;
  offered: string[];
}

const livingOf = (column: string) => sql`(with recursive chain as (
    select o.id, o.state, o.merged_into, o.archived_at from organisation o where o.space_id = current_space() and o.id = ${sql.ref(column)}
    union all select n.id, n.state, n.merged_into, n.archived_at from chain c join organisation n on n.space_id = current_space() and n.id = c.merged_into where c.state = 'merged')
  select id from chain where state <> 'merged' and archived_at is null limit 1)`;

/** Decisions that stand for these questions. One whose record is gone from sight says nothing any more. */
export async function decisionsFor(db: SpaceDb, fingerprints: readonly string[]): Promise<Map<string, StandingDecision>> {
  if (fingerprints.length === 0) return new Map();
  const { rows } = await sql<StandingDecision & { decided: boolean }>`
    select d.id, d.fingerprint, ${livingOf('d.organisation_id')} as "organisationId", ${livingOf('d.made_id')} as "madeId", d.offered, d.organisation_id is not null as decided
    from match_decision d where d.undone_at is null and d.fingerprint = any (${fingerprints}::text[])`.execute(db);
  return new Map(rows.filter((row) => !row.decided || row.organisationId !== null).map((row) => [row.fingerprint, row]));
}

export interface NewDecision {
  fingerprint: string;
  asked: AskedWords;
  organisationId: string | null;
  offered: readonly string[];
  batchId: string | null;
}

/** A newer answer to the same question takes the place of the older one, which stays readable. */
export async function insertDecisions(context: Pick<Context, 'db' | 'now' | 'newId' | 'actor'>, decisions: readonly NewDecision[]): Promise<void> {
  if (decisions.length === 0) return;
  const given = decisions.map((decision) => ({ ...decision, id: context.newId() }));
  await closeDecisions(context, sql`fingerprint = any (${decisions.map(({ fingerprint }) => fingerprint)}::text[])`);
  await sql`insert into match_decision (space_id, id, fingerprint, asked, organisation_id, offered, batch_id, decided_by, decided_by_name, decided_at)
    select current_space(), given.id, given.fingerprint, given.asked, given."organisationId", array(select jsonb_array_elements_text(given.offered)::uuid), given."batchId", ${context.actor.personId}::uuid, ${context.actor.name}, ${context.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (id uuid, fingerprint text, asked jsonb, "organisationId" uuid, offered jsonb, "batchId" uuid)`.execute(context.db);
}

async function closeDecisions(context: Pick<Context, 'db' | 'now' | 'actor'>, which: ReturnType<typeof sql>): Promise<void> {
  await sql`update match_decision set undone_at = ${context.now.toISOString()}::timestamptz, undone_by_name = ${context.actor.name} where undone_at is null and ${which}`.execute(context.db);
}

/** Takes answers back; the questions may be asked again. */
export async function forgetDecisions(context: Pick<Context, 'db' | 'now' | 'actor'>, fingerprints: readonly string[]): Promise<void> {
  await closeDecisions(context, sql`fingerprint = any (${fingerprints}::text[])`);
}

/** Says which record a none of them led to, so that the next file finds it without asking. */
export async function noteMade(db: SpaceDb, made: readonly { fingerprint: string; recordId: string }[]): Promise<void> {
  if (made.length === 0) return;
  await sql`update match_decision set made_id = given."recordId" from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as given (fingerprint text, "recordId" uuid)
    where match_decision.fingerprint = given.fingerprint and undone_at is null and organisation_id is null and made_id is null`.execute(db);
}

export interface DecisionLine {
  id: string;
  fingerprint: string;
  asked: AskedWords;
  organisationId: string | null;
  madeId: string | null;
  batchId: string | null;
  decidedByName: string;
  decidedAt: string;
  undoneByName: string | null;
  undoneAt: string | null;
}
const decisionColumns = sql`d.id, d.fingerprint, d.asked, d.organisation_id as "organisationId", d.made_id as "madeId", d.batch_id as "batchId", d.decided_by_name as "decidedByName",
  ${isoTime('d.decided_at')} as "decidedAt", d.undone_by_name as "undoneByName", ${isoTime('d.undone_at')} as "undoneAt"`;

export async function findDecision(db: SpaceDb, id: string): Promise<DecisionLine | null> {
  return (await sql<DecisionLine>`select ${decisionColumns} from match_decision d where d.id = ${id}::uuid`.execute(db)).rows[0] ?? null;
}

/** Decisions made over these batches; the newest first. */
export async function listDecisions(db: SpaceDb, batches: RawBuilder<unknown>, query: { standing?: boolean | undefined; cursor?: string | undefined; limit: number }): Promise<Page<DecisionLine> | null> {
  const keys = keyset({ decidedAt: { expression: sql.ref('d.decided_at'), type: 'timestamptz' } }, '-decidedAt', query.cursor, sql.ref('d.id'));
  if (!keys) return null;
  const standing = query.standing === undefined ? sql`true` : query.standing ? sql`d.undone_at is null` : sql`d.undone_at is not null`;
  const filter = sql`d.batch_id in (${batches}) and ${standing}`;
  const { rows } = await sql<DecisionLine & { cursor_value: string }>`select ${decisionColumns}, ${keys.cursorValue} as cursor_value from match_decision d where ${filter} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(db);
  const count = await sql<{ total: number }>`select count(*)::int as total from match_decision d where ${filter}`.execute(db);
  return toPage(rows, query.limit, '-decidedAt', count.rows[0]?.total ?? 0, (row) => row);
}

/** Who answered these questions, where an answer stands. */
export async function whoDecided(db: SpaceDb, fingerprints: readonly string[]): Promise<Map<string, { decidedByName: string; decidedAt: string }>> {
  const { rows } = await sql<{ fingerprint: string; decidedByName: string; decidedAt: string }>`select d.fingerprint, d.decided_by_name as "decidedByName", ${isoTime('d.decided_at')} as "decidedAt"
    from match_decision d where d.undone_at is null and d.fingerprint = any (${fingerprints}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.fingerprint, row]));
}

import { sql, type RawBuilder } from 'kysely';
import { keyset, toPage } from '#platform/db/page.ts';
import { secondsLeft, type JobState } from '#platform/jobs/job.rules.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Job } from '../system.schema.ts';

interface JobRow {
  id: string;
  kind: string;
  title: Job['title'];
  state: JobState;
  progress_done: string;
  progress_total: string | null;
  asked_at: string;
  started_at: string | null;
  finished_at: string | null;
  tries: number;
  cancel_asked: boolean;
  href: string | null;
  outcome: Job['outcome'];
  failure: Job['failure'];
  person_id: string | null;
}

const columns = sql`id, kind, title, state, progress_done, progress_total, asked_at, started_at, finished_at, tries, cancel_asked, href, outcome, failure, person_id`;
const sorts = { askedAt: { expression: sql`job.asked_at`, type: 'timestamptz' as const } };

export async function readJob(context: Context, id: string): Promise<Job | null> {
  const { rows } = await sql<JobRow>`select ${columns} from job where space_id = ${context.spaceId} and id = ${id}`.execute(context.db);
  return rows[0] ? ((await toJobs(context, rows))[0] ?? null) : null;
}

export interface JobFilter {
  personId?: string | null;
  states?: readonly JobState[];
  kind?: string | undefined;
}

export async function listJobPage(context: Context, filter: JobFilter, query: { cursor?: string | undefined; limit: number; sort: string }): Promise<Page<Job> | null> {
  const keys = keyset(sorts, query.sort, query.cursor, sql`job.id`);
  if (!keys) return null;
  const conditions: RawBuilder<unknown>[] = [sql`space_id = ${context.spaceId}`];
  if (filter.personId !== undefined) conditions.push(sql`person_id = ${filter.personId}`);
  if (filter.states) conditions.push(sql`state = any(${`{${filter.states.join(',')}}`}::text[])`);
  if (filter.kind !== undefined) conditions.push(sql`kind = ${filter.kind}`);
  const where = sql.join(conditions, sql` and `);
  const total = await sql<{ count: string }>`select count(*) as count from job where ${where}`.execute(context.db);
  const { rows } = await sql<JobRow & { cursor_value: string }>`
    select ${columns}, ${keys.cursorValue} as cursor_value from job where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const page = toPage(rows, query.limit, query.sort, Number(total.rows[0]?.count ?? 0), (row) => row);
  return { ...page, items: await toJobs(context, page.items) };
}

async function toJobs(context: Context, rows: readonly JobRow[]): Promise<Job[]> {
  const people = [...new Set(rows.flatMap((row) => row.person_id ?? []))];
  const names = await context.contributions.subjects['person']?.names?.(context.db, people);
  return rows.map((row) => {
    const progress = { done: Number(row.progress_done), total: row.progress_total === null ? null : Number(row.progress_total), startedAt: row.started_at };
    return {
      ...progress,
      id: row.id,
      kind: row.kind,
      kindLabel: context.contributions.jobs[row.kind]?.label ?? { zh: row.kind, en: row.kind },
      title: row.title,
      state: row.state,
      secondsLeft: row.state === 'running' ? secondsLeft(progress, context.now) : null,
      askedAt: row.asked_at,
      finishedAt: row.finished_at,
      tries: row.tries,
      cancelAsked: row.cancel_asked,
      href: row.href,
      outcome: row.outcome,
      failure: row.failure,
      person: row.person_id === null ? null : { id: row.person_id, name: names?.get(row.person_id) ?? null },
      mine: row.person_id !== null && row.person_id === context.actor.personId,
    };
  });
}

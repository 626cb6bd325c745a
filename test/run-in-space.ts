import { modules } from '#modules/index.ts';
import { anonymous, type Actor } from '#platform/auth/actor.ts';
import type { Role, ScopeKind } from '#platform/auth/permission.rules.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { inSpace } from '#platform/db/in-space.ts';
import { makeContext } from '#platform/http/context.ts';
import type { JobQueue } from '#platform/jobs/queue.ts';
import { collect } from '#platform/module/collect.ts';
import type { Context, JobWork } from '#platform/module/module.ts';
import { ok, type Result } from '#platform/result/result.rules.ts';
import type { SpooledFile } from '#platform/files/spooled-file.ts';
import { testInstallation } from '#platform/testing/test-installation.ts';
import type { TestDatabase } from '#platform/testing/test-database.ts';
import { sql } from 'kysely';
import { stepKinds } from '#modules/intake/actions/long-step.ts';
import { getImportBatchAction } from '#modules/intake/actions/read-import-batches.ts';
import { importJobs } from '#modules/intake/actions/run-steps.ts';
import type { Batch, BatchStep } from '#modules/intake/words/import.schema.ts';

const house = collect(modules);
const clock = fixedClock('2026-11-22T04:00:00Z');
export const nothing = { params: undefined, query: undefined, body: undefined, ifMatch: null };

export function actor(role: Role = 'operator', scopeKind: ScopeKind = 'space', scopeId: string | null = null): Actor {
  return { ...anonymous, personId: '00000000-0000-7000-8000-000000000001', name: 'Tester', mandates: [{ id: '', organisationId: null, role, scopeKind, scopeId }] };
}

/** Later work is asked for and left undone: what is tested here is what stands when the transaction ends. */
const leftUndone: JobQueue = { send: () => Promise.resolve(true), wake: () => undefined };

class Refused extends Error {}

/** Runs in one transaction, rolled back when the answer is a failure, as the server does. */
export async function run<Value>(database: TestDatabase, spaceId: string, work: (context: Context) => Promise<Result<Value>>, who = actor()): Promise<Result<Value>> {
  let answer: Result<Value> | undefined;
  await inSpace(database.app, spaceId, async (db) => {
    const reply = { setSession: () => {}, removeSpace: () => {}, afterCommit: () => {} };
    const { context, flush } = makeContext({ house, db, actor: who, clock, jobs: leftUndone, installation: testInstallation, language: 'en', permission: 'import.read', spaceId, reply });
    answer = await work(context);
    if (!answer.ok) throw new Refused();
    await flush();
  }).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
  });
  if (!answer) throw new Error('no answer');
  return answer;
}

export async function done<Value>(result: Promise<Result<Value>>): Promise<Value> {
  const answer = await result;
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

/** Groups of a batch that hold rows. */
export function groupsOf(batch: Batch): Record<string, number> {
  return Object.fromEntries((batch.counts?.groups ?? []).filter(({ count }) => count > 0).map(({ key, count }) => [key, count]));
}

export async function query<Row>(database: TestDatabase, spaceId: string, text: string): Promise<Row[]> {
  return inSpace(database.app, spaceId, async (db) => (await sql<Row>`${sql.raw(text)}`.execute(db)).rows);
}

/** The batch after a step that, with a long file, is left to a job: there is no queue here, so it runs at once. */
export async function finished(database: TestDatabase, spaceId: string, step: Promise<Result<Batch>>): Promise<Batch> {
  const batch = await done(step);
  if (!batch.job) return batch;
  const inContext = async <Value>(work: (context: Context) => Promise<Value>, who: Actor = actor()): Promise<Value> => done(run(database, spaceId, async (context) => ok(await work(context)), who));
  const work = { jobId: batch.job.id, spaceId, personId: null, now: clock.now(), signal: new AbortController().signal, progress: async () => undefined, asSystem: inContext, asActor: <Value>(who: Actor, deed: (context: Context) => Promise<Value>) => inContext(deed, who) };
  await importJobs[stepKinds[batch.state as BatchStep]]?.run(work as JobWork, { batchId: batch.id, actor: actor() });
  return done(run(database, spaceId, (context) => getImportBatchAction(context, { ...nothing, params: { batchId: batch.id } })));
}

/** A file as an upload brings it. */
export async function uploaded(bytes: Uint8Array): Promise<SpooledFile> {
  const file = await testInstallation.files.receive([bytes], Number.MAX_SAFE_INTEGER);
  if (!file) throw new Error('no limit was set');
  return file;
}

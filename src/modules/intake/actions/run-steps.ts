import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Actor } from '#platform/auth/actor.ts';
import { JobFailure } from '#platform/jobs/job-failure.ts';
import type { Context, JobKind, JobOutcome, JobWork } from '#platform/module/module.ts';
import type { Failure, Result } from '#platform/result/result.rules.ts';
import { changeBatch, findBatch, type StoredBatch } from '../store/batch.store.ts';
import type { BatchStep } from '../words/import.schema.ts';
import { readKept } from './read-kept.ts';
import { failureWords, targetOf } from './batch-view.ts';
import type { Standing } from './stand.ts';
import type { Walk } from './walk/walk.ts';
import { applyRows, checkRows, undoRows } from './walk/walk-rows.ts';

type Words = { zh: string; en: string };
interface Done {
  words: Words;
  notice: string;
  params?: Record<string, number>;
}
type Run = (context: Context, standing: Standing, walk: Walk) => Promise<Result<Done>>;

const rows = (count: number): string => count.toLocaleString('en-US');

const steps: Readonly<Record<BatchStep, Run>> = {
  reading: async (context, { batch }, walk) => {
    const read = await readKept(context, batch, walk);
    return read.ok ? { ok: true, value: { words: { zh: `读取 ${rows(read.value)} 行`, en: `${rows(read.value)} rows read` }, notice: 'intake.read', params: { rows: read.value } } } : read;
  },
  checking: async (context, standing, walk) => {
    await checkRows(context, standing, walk);
    return { ok: true, value: { words: { zh: `检查 ${rows(standing.batch.rowCount)} 行`, en: `${rows(standing.batch.rowCount)} rows checked` }, notice: 'intake.checked', params: { rows: standing.batch.rowCount } } };
  },
  applying: async (context, standing, walk) => {
    const applied = await applyRows(context, standing, walk);
    if (!applied.ok) return applied;
    const { created, changed, left } = applied.value;
    return { ok: true, value: { words: { zh: `新增 ${rows(created)}，更新 ${rows(changed)}，未写入 ${rows(left)}`, en: `${rows(created)} created, ${rows(changed)} changed, ${rows(left)} left` }, notice: 'intake.imported', params: { created, changed, left } } };
  },
  undoing: async (context, standing, walk) => {
    const { removed, kept } = await undoRows(context, standing, walk);
    return { ok: true, value: { words: { zh: `移除 ${rows(removed ?? 0)}，保留 ${rows(kept ?? 0)}`, en: `${rows(removed ?? 0)} removed, ${rows(kept ?? 0)} kept` }, notice: 'intake.undone', params: { removed: removed ?? 0, kept: kept ?? 0 } } };
  },
};

class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.reason);
    this.failure = failure;
  }
}

/** One transaction from the first row to the last: whatever ends it on the way leaves the batch where it stood. */
async function runStep(step: BatchStep, work: JobWork, data: Record<string, unknown>): Promise<JobOutcome> {
  const batchId = String(data['batchId']);
  const actor = data['actor'] as Actor;
  const href = `/imports/${batchId}`;
  const walk: Walk = { signal: work.signal, passed: (done, total) => work.progress(done, total) };
  try {
    const words = await work.asActor(actor, async (context) => {
      // A part of a long file may take longer to write than a request may wait.
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(context.db);
      const batch = await running(context, batchId, work.jobId);
      const target = targetOf(context, batch.target);
      if (!target) throw new Refused({ ok: false, reason: 'targetUnknown', params: { target: batch.target } });
      const done = await steps[step](context, { batch, target }, walk);
      if (!done.ok) throw new Refused(done);
      work.signal.throwIfAborted();
      tell(context, batch, done.value.notice, href, done.value.params);
      return done.value.words;
    });
    return { words, href };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new JobFailure(await keepFailure(work, batchId, step, error.failure, href));
  }
}

/**
 * The batch, if this job is still the one it waits for. Its row stays free, so that who else would change it is told at
 * once that a step runs; a second try of the job waits here until the first is over, and then finds nothing to do.
 */
async function running(context: Context, batchId: string, jobId: string): Promise<StoredBatch> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${batchId}`}, 0))`.execute(context.db);
  const batch = await findBatch(context.db, batchId);
  if (!batch || batch.jobId !== jobId) throw new JobFailure({ zh: '批次已不再等待这一步。', en: 'The batch no longer waits for this step.' });
  return batch;
}

function tell(context: Context, batch: StoredBatch, kind: string, href: string, params: Record<string, number | string> = {}): void {
  if (!batch.createdBy) return;
  context.notify({ kind, subject: { kind: 'importBatch', id: batch.id }, href, to: { people: [batch.createdBy] }, name: { zh: batch.fileName, en: batch.fileName }, params });
}

/** Why it ended, in words, on the job, on the batch and to its maker. */
async function keepFailure(work: JobWork, batchId: string, step: BatchStep, failure: Failure, href: string): Promise<Words> {
  return work.asSystem(async (context) => {
    const batch = await findBatch(context.db, batchId);
    const { reason, params = {} } = failure;
    const words = failureWords(context, { reason, params });
    if (batch && reason === 'secretMark') await rm(context.installation.files.locate(context.spaceId, batch.fileHash), { force: true });
    if (batch?.jobId === work.jobId) {
      await changeBatch(context.db, batchId, { run: null, failure: { reason, params } }, context.now);
      tell(context, batch, 'intake.stepFailed', href);
    }
    return words;
  });
}

const kind = (step: BatchStep, label: Words): JobKind => ({ label, run: (work, data) => runStep(step, work, data) });

export const importJobs: Readonly<Record<string, JobKind>> = {
  'intake.read': kind('reading', { zh: '读取导入文件', en: 'Read a file to import' }),
  'intake.check': kind('checking', { zh: '检查导入的行', en: 'Check rows to import' }),
  'intake.apply': kind('applying', { zh: '写入导入的行', en: 'Apply an import' }),
  'intake.undo': kind('undoing', { zh: '撤销导入', en: 'Undo an import' }),
};

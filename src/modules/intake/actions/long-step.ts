import type { Actor } from '#platform/auth/actor.ts';
import type { Context } from '#platform/module/module.ts';
import type { Batch, BatchStep } from '../words/import.schema.ts';
import { changeBatch, type StoredBatch } from '../store/batch.store.ts';
import { reread } from './batch-view.ts';

export const stepKinds = { reading: 'intake.read', checking: 'intake.check', applying: 'intake.apply', undoing: 'intake.undo' } as const satisfies Record<BatchStep, string>;

export const stepTitles: Readonly<Record<BatchStep, (fileName: string) => { zh: string; en: string }>> = {
  reading: (name) => ({ zh: `读取“${name}”`, en: `Read ${name}` }),
  checking: (name) => ({ zh: `检查“${name}”`, en: `Check ${name}` }),
  applying: (name) => ({ zh: `写入“${name}”`, en: `Apply ${name}` }),
  undoing: (name) => ({ zh: `撤销“${name}”的导入`, en: `Undo the import of ${name}` }),
};

/** Leaves a step of a long file to a job, which acts as whoever asked for it, with the rights they have now. */
export async function beginStep(context: Context, batch: Pick<StoredBatch, 'id' | 'fileName'>, step: BatchStep): Promise<Batch> {
  const actor: Actor = { ...context.actor, sessionId: null, language: context.language };
  const jobId = context.enqueue({ kind: stepKinds[step], data: { batchId: batch.id, actor: { ...actor } }, title: stepTitles[step](batch.fileName) });
  await changeBatch(context.db, batch.id, { run: { step, jobId }, failure: null, ...(step === 'checking' && { state: 'mapped' as const }) }, context.now);
  const view = await reread(context, batch.id);
  // The job itself is written when the transaction ends.
  return { ...view, state: step, job: { id: jobId, done: 0, total: null, cancelling: false, words: { zh: '排队等候', en: 'Waiting for its turn' } } };
}

import { cancelJob } from '#platform/jobs/pg-queue.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { applyImportBatch, cancelImportStep, discardImportBatch, undoImportBatch } from '../intake.contract.ts';
import { changeBatch } from '../store/batch.store.ts';
import { reread } from './batch-view.ts';
import { beginStep } from './long-step.ts';
import { standFor } from './stand.ts';
import { isSmallBatch, unwatched } from './walk/walk.ts';
import { applyRows, undoRows } from './walk/walk-rows.ts';

/** Everything that may be written is written in one transaction, or nothing is: this one, or for a long file that of a job. */
export const applyImportBatchAction: Action<typeof applyImportBatch> = async (context, { params, ifMatch }) => {
  const standing = await standFor(context, params.batchId, 'apply', ifMatch);
  if (!standing.ok) return standing;
  const { batch } = standing.value;
  if (batch.counts && !batch.counts.groups.some((group) => group.written && group.count > 0)) return fail('nothingToWrite');
  if (!isSmallBatch(batch)) return ok(await beginStep(context, batch, 'applying'));
  const applied = await applyRows(context, standing.value, unwatched);
  if (!applied.ok) return applied;
  const { created, changed, left } = applied.value;
  if (batch.createdBy && batch.createdBy !== context.actor.personId) {
    context.notify({ kind: 'intake.imported', subject: { kind: 'importBatch', id: batch.id }, href: `/imports/${batch.id}`, to: { people: [batch.createdBy] }, name: { zh: batch.fileName, en: batch.fileName }, params: { created, changed, left } });
  }
  return ok(await reread(context, batch.id));
};

export const undoImportBatchAction: Action<typeof undoImportBatch> = async (context, { params, ifMatch }) => {
  const standing = await standFor(context, params.batchId, 'undo', ifMatch);
  if (!standing.ok) return standing;
  const { batch } = standing.value;
  if (!isSmallBatch(batch)) return ok(await beginStep(context, batch, 'undoing'));
  await undoRows(context, standing.value, unwatched);
  return ok(await reread(context, batch.id));
};

export const discardImportBatchAction: Action<typeof discardImportBatch> = async (context, { params }) => {
  const standing = await standFor(context, params.batchId, 'discard');
  if (!standing.ok) return standing;
  const { batch } = standing.value;
  await changeBatch(context.db, batch.id, { state: 'discarded' }, context.now);
  context.audit({ event: 'importBatch.discarded', subject: { kind: 'importBatch', id: batch.id }, name: { zh: batch.fileName, en: batch.fileName } });
  return ok(await reread(context, batch.id));
};

/** Asks the job of a running step to end; the batch stands where it stood as soon as it did. */
export const cancelImportStepAction: Action<typeof cancelImportStep> = async (context, { params }) => {
  const standing = await standFor(context, params.batchId, 'cancel');
  if (!standing.ok) return standing;
  const { batch } = standing.value;
  if (batch.jobId === null) return fail('wrongState', { state: batch.state });
  await cancelJob(context.db, batch.jobId, context.now);
  context.audit({ event: 'importBatch.cancelled', subject: { kind: 'importBatch', id: batch.id }, name: { zh: batch.fileName, en: batch.fileName }, changes: { step: [batch.state, batch.standing] } });
  return ok(await reread(context, batch.id));
};

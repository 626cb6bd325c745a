import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { applyImportBatch, discardImportBatch, undoImportBatch } from '../intake.contract.ts';
import { changeBatch } from '../store/batch.store.ts';
import { allRows, clearRecords, saveRecords } from '../store/row.store.ts';
import { reread } from './batch-view.ts';
import { judge } from './check-import-batch.ts';
import { importRow, newPass, standFor } from './stand.ts';

const noOutcome = { created: 0, changed: 0, left: 0, removed: null, kept: null };

/** Everything that may be written is written in this one transaction, or nothing is. */
export const applyImportBatchAction: Action<typeof applyImportBatch> = async (context, { params, ifMatch }) => {
  const standing = await standFor(context, params.batchId, 'apply', ifMatch);
  if (!standing.ok) return standing;
  const { batch, target } = standing.value;
  await judge(context, standing.value);
  const written = new Set(target.groups.filter((group) => group.written).map((group) => group.key));
  const rows = (await allRows(context.db, batch.id)).filter((row) => row.group !== null && written.has(row.group));
  if (rows.length === 0) return fail('nothingToWrite');

  const outcome = await target.apply(context, rows.map((row) => ({
    ...importRow(batch, row, target),
    verdict: { rowNumber: row.rowNumber, state: row.state === 'unchecked' ? 'rejected' : row.state, group: row.group ?? '', reasons: row.reasons },
  })), newPass(batch));
  await saveRecords(context.db, batch.id, outcome.records);
  const { created, changed } = outcome;
  const left = batch.rowCount - created - changed;
  await changeBatch(context.db, batch.id, { state: 'applied', appliedAt: context.now, outcome: { ...noOutcome, created, changed, left } }, context.now);
  context.audit({ event: 'importBatch.applied', subject: { kind: 'importBatch', id: batch.id }, name: { zh: batch.fileName, en: batch.fileName }, changes: { created: [null, created], changed: [null, changed], left: [null, left] } });
  if (batch.createdBy && batch.createdBy !== context.actor.personId) {
    context.notify({ kind: 'intake.imported', subject: { kind: 'importBatch', id: batch.id }, href: `/imports/${batch.id}`, to: { people: [batch.createdBy] }, name: { zh: batch.fileName, en: batch.fileName }, params: { created, changed, left } });
  }
  return ok(await reread(context, batch.id));
};

export const undoImportBatchAction: Action<typeof undoImportBatch> = async (context, { params, ifMatch }) => {
  const standing = await standFor(context, params.batchId, 'undo', ifMatch);
  if (!standing.ok) return standing;
  const { batch, target } = standing.value;
  const { removed, kept } = await target.undo(context, batch.id);
  await clearRecords(context.db, batch.id);
  await changeBatch(context.db, batch.id, { state: 'undone', outcome: { ...(batch.outcome ?? noOutcome), removed, kept } }, context.now);
  context.audit({ event: 'importBatch.undone', subject: { kind: 'importBatch', id: batch.id }, name: { zh: batch.fileName, en: batch.fileName }, changes: { removed: [null, removed], kept: [null, kept] } });
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

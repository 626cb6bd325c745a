import { sql } from 'kysely';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { findBatch } from '../store/batch.store.ts';
import { plannedRows } from '../store/plan.store.ts';
import { changesAfter } from '../store/record.store.ts';
import type { planImport, planImportUndo } from '../words/plan.contract.ts';
import { labelFor, targetOf } from './batch-view.ts';
import { standFor } from './stand.ts';
import { isSmallBatch } from './walk/walk.ts';

const shownRemarks = 6;

export const planImportAction: Action<typeof planImport> = async (context, { params }) => {
  const batch = await findBatch(context.db, params.batchId);
  const target = batch && targetOf(context, batch.target);
  if (!batch || !target) return fail('notFound');
  const written = target.groups.filter((group) => group.written).map((group) => group.key);
  const { creates, changes, remarks } = await plannedRows(context.db, batch.id, written);
  const told = remarks.filter(({ reason }) => !target.reasons[reason]?.quiet).slice(0, shownRemarks);
  return ok({ creates, changes, leaves: Math.max(0, batch.rowCount - creates - changes), remarks: told.map(({ reason, count }) => ({ reason, label: labelFor(target, reason), count })) });
};

/** Takes the batch back for a moment and puts everything where it was, so that it is known what would be kept. */
export const planImportUndoAction: Action<typeof planImportUndo> = async (context, { params }) => {
  const standing = await standFor(context, params.batchId, 'undo');
  if (!standing.ok) return standing;
  const { batch, target } = standing.value;
  if (!isSmallBatch(batch)) return ok({ known: false, removed: 0, restored: 0, kept: 0 });
  const silent = { ...context, audit: () => undefined, notify: () => undefined };
  await sql`savepoint undo_plan`.execute(context.db);
  const changes = await changesAfter(context.db, batch.id, null, batch.rowCount);
  const back = changes.length === 0 ? { restored: 0, kept: 0 } : target.restore ? await target.restore(silent, changes) : { restored: 0, kept: changes.length };
  const { removed, kept } = await target.undo(silent, batch.id);
  await sql`rollback to savepoint undo_plan`.execute(context.db);
  return ok({ known: true, removed, restored: back.restored, kept: kept + back.kept });
};

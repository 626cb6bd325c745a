import type { Context, ImportTarget } from '#platform/module/module.ts';
import { rowStates, type Batch, type BatchCounts, type BatchSummary } from '../words/import.schema.ts';
import { findAppliedTwin, findBatch, type StoredBatch } from '../store/batch.store.ts';
import type { RowTotals } from '../store/row.store.ts';

/** A row whose cells do not line up with the header belongs to intake's own group, whatever the target. */
export const unreadableGroup = { key: 'unreadable', label: { zh: '单元格与表头不对齐，不写入', en: 'Cells do not line up with the header, left out' }, written: false };
const unreadableReason = { zh: '表头有 {{expected}} 列，本行有 {{found}} 格，数值可能错位。', en: 'The header has {{expected}} columns, this row {{found}} cells; values may stand under the wrong name.' };

export function targetOf(context: Context, id: string): ImportTarget | null {
  return context.contributions.importTargets.find((target) => target.id === id) ?? null;
}

export function sentenceFor(target: ImportTarget | null, reason: string): { zh: string; en: string } {
  return reason === 'cellsMisaligned' ? unreadableReason : (target?.reasons[reason] ?? { zh: reason, en: reason });
}

/** The reason as a label over many rows: its short form, or a sentence that names nothing of a row. */
function shortFor(target: ImportTarget | null, reason: string): { zh: string; en: string } {
  if (reason === 'cellsMisaligned') return unreadableGroup.label;
  const { zh, en, short } = target?.reasons[reason] ?? { zh: reason, en: reason };
  return short ?? { zh: zh.replace(/。$/u, ''), en: en.replace(/\.$/u, '') };
}

/** Groups in the target's order, states all named, reasons by how often they occur. */
export function countsOf(target: ImportTarget | null, totals: RowTotals): BatchCounts {
  const groups = [...(target?.groups ?? []), unreadableGroup];
  const countOf = (list: readonly { key: string; count: number }[], key: string): number => list.find((item) => item.key === key)?.count ?? 0;
  return {
    states: Object.fromEntries(rowStates.map((state) => [state, countOf(totals.states, state)])) as BatchCounts['states'],
    groups: groups.map(({ key, label, written }) => ({ key, label, written, count: countOf(totals.groups, key) })),
    reasons: totals.reasons.toSorted((a, b) => b.count - a.count).map(({ key, count }) => ({ reason: key, label: shortFor(target, key), count })),
    open: totals.open,
  };
}

export function summaryOf(context: Context, batch: StoredBatch): BatchSummary {
  const { id, version, target, fileName, state, rowCount, outcome, createdByName, createdAt, appliedAt } = batch;
  const label = targetOf(context, target)?.label ?? { zh: target, en: target };
  return { id, version, target, targetLabel: label, fileName, state, rowCount, open: batch.counts?.open ?? 0, outcome, createdByName, createdAt, appliedAt };
}

export async function viewOf(context: Context, batch: StoredBatch): Promise<Batch> {
  const { fileHash, fileSize, encoding, delimiter, columns, mapping, counts } = batch;
  const fields = (targetOf(context, batch.target)?.fields ?? []).map(({ key, label, required }) => ({ key, label, required }));
  return { ...summaryOf(context, batch), fileHash, fileSize, encoding, delimiter, columns, mapping, fields, counts, sameFileAs: await findAppliedTwin(context.db, batch, context.scope('import.read')) };
}

/** The batch as it stands after a change in this transaction. */
export async function reread(context: Context, batchId: string): Promise<Batch> {
  const batch = await findBatch(context.db, batchId);
  if (!batch) throw new Error('the batch was just written');
  return viewOf(context, batch);
}

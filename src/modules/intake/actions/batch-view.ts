import type { Context, ImportTarget, RowReason } from '#platform/module/module.ts';
import { findSources } from '#modules/registry/index.ts';
import { rowStates, type Batch, type BatchCounts, type BatchSummary } from '../words/import.schema.ts';
import { fillIn } from '../intake.rules.ts';
import { findAppliedTwin, findBatch, type StoredBatch } from '../store/batch.store.ts';
import type { RowTotals } from '../store/row.store.ts';

/** A row whose cells do not line up with the header belongs to intake's own group, whatever the target. */
export const unreadableGroup = { key: 'unreadable', label: { zh: '单元格与表头不对齐，不写入', en: 'Cells do not line up with the header, left out' }, written: false };
/** Rows that a person left out belong to another one. */
export const skippedGroup = { key: 'skipped', label: { zh: '由人工略过，不写入', en: 'Skipped by a person, left out' }, written: false };
/** The groups that every target's rows may fall into besides its own. */
export const ownGroups = [unreadableGroup, skippedGroup];
const ownReasons: Readonly<Record<string, { zh: string; en: string; short: { zh: string; en: string } }>> = {
  cellsMisaligned: { zh: '表头有 {{expected}} 列，本行有 {{found}} 格，数值可能错位。', en: 'The header has {{expected}} columns, this row {{found}} cells; values may stand under the wrong name.', short: unreadableGroup.label },
  skippedByPerson: { zh: '本行由人工略过。', en: 'A person skipped this row.', short: skippedGroup.label },
};

export function targetOf(context: Context, id: string): ImportTarget | null {
  return context.contributions.importTargets.find((target) => target.id === id) ?? null;
}

export function sentenceFor(target: ImportTarget | null, reason: string): { zh: string; en: string } {
  return ownReasons[reason] ?? target?.reasons[reason] ?? { zh: reason, en: reason };
}

/** One remark on one row, in words. */
export function remarkOf(target: ImportTarget | null, { reason, field, params }: RowReason) {
  const { zh, en } = sentenceFor(target, reason);
  return { reason, field: field ?? null, quiet: target?.reasons[reason]?.quiet ?? false, text: { zh: fillIn(zh, params), en: fillIn(en, params) } };
}

/** The reason as a label over many rows: its short form, or a sentence that names nothing of a row. */
function shortFor(target: ImportTarget | null, reason: string): { zh: string; en: string } {
  const { zh, en, short } = { short: undefined, ...(ownReasons[reason] ?? target?.reasons[reason] ?? { zh: reason, en: reason }) };
  return short ?? { zh: zh.replace(/。$/u, ''), en: en.replace(/\.$/u, '') };
}

/** Groups in the target's order, states all named, reasons by how often they occur. */
export function countsOf(target: ImportTarget | null, totals: RowTotals): BatchCounts {
  const groups = [...(target?.groups ?? []), ...ownGroups];
  const countOf = (list: readonly { key: string; count: number }[], key: string): number => list.find((item) => item.key === key)?.count ?? 0;
  return {
    states: Object.fromEntries(rowStates.map((state) => [state, countOf(totals.states, state)])) as BatchCounts['states'],
    groups: groups.map(({ key, label, written }) => ({ key, label, written, count: countOf(totals.groups, key) })),
    reasons: totals.reasons.toSorted((a, b) => b.count - a.count).map(({ key, count }) => ({ reason: key, label: shortFor(target, key), count })),
    open: totals.open,
  };
}

export async function summariesOf(context: Context, batches: readonly StoredBatch[]): Promise<BatchSummary[]> {
  const sources = await findSources(context, batches.flatMap(({ sourceId }) => sourceId ?? []));
  return batches.map((batch) => summaryOf(context, batch, (batch.sourceId !== null && sources.get(batch.sourceId)) || null));
}

function summaryOf(context: Context, batch: StoredBatch, source: { id: string; title: string } | null): BatchSummary {
  const { id, version, target, fileName, state, rowCount, outcome, createdByName, createdAt, appliedAt } = batch;
  const label = targetOf(context, target)?.label ?? { zh: target, en: target };
  return { id, version, target, targetLabel: label, fileName, state, rowCount, open: batch.counts?.open ?? 0, outcome, source: source && { id: source.id, title: source.title }, createdByName, createdAt, appliedAt };
}

export async function viewOf(context: Context, batch: StoredBatch): Promise<Batch> {
  const { fileHash, fileSize, encoding, delimiter, columns, mapping, constants, counts, followsId } = batch;
  const [summary] = await summariesOf(context, [batch]);
  if (!summary) throw new Error('a summary for each batch');
  const fields = (targetOf(context, batch.target)?.fields ?? []).map(({ key, label, required, perFile = false, repeats }) => ({ key, label, required, perFile, repeats: repeats !== undefined }));
  return { ...summary, fileHash, fileSize, encoding, delimiter, columns, mapping, constants, followsId, fields, counts, sameFileAs: await findAppliedTwin(context.db, batch, context.scope('import.read')) };
}

/** The batch as it stands after a change in this transaction. */
export async function reread(context: Context, batchId: string): Promise<Batch> {
  const batch = await findBatch(context.db, batchId);
  if (!batch) throw new Error('the batch was just written');
  return viewOf(context, batch);
}

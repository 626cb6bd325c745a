import type { Context, ImportTarget, RowReason } from '#platform/module/module.ts';
import { findSources } from '#modules/registry/index.ts';
import { rowStates, type Batch, type BatchCounts, type BatchSummary } from '../words/import.schema.ts';
import { fillIn } from '../words/import.rules.ts';
import { findAppliedTwin, findBatch, type StoredBatch } from '../store/batch.store.ts';
import { faultWords, remarkWords } from '../words/read.rules.ts';
import type { RowTotals } from '../store/verdict.store.ts';

/** A row whose cells do not line up with the header belongs to intake's own group, whatever the target. */
export const unreadableGroup = { key: 'unreadable', label: { zh: '单元格与表头不对齐或无法采信，不写入', en: 'Cells out of line or not to be trusted, left out' }, written: false };
/** Rows that a person left out belong to another one. */
export const skippedGroup = { key: 'skipped', label: { zh: '由人工略过，不写入', en: 'Skipped by a person, left out' }, written: false };
/** The groups that every target's rows may fall into besides its own. */
export const ownGroups = [unreadableGroup, skippedGroup];
const ownReasons: Readonly<Record<string, { zh: string; en: string; short: { zh: string; en: string } }>> = {
  cellsMisaligned: { zh: '表头有 {{expected}} 列，本行有 {{found}} 格，数值可能错位。', en: 'The header has {{expected}} columns, this row {{found}} cells; values may stand under the wrong name.', short: { zh: '单元格与表头不对齐', en: 'Cells do not line up with the header' } },
  ...faultWords,
  skippedByPerson: { zh: '本行由人工略过。', en: 'A person skipped this row.', short: skippedGroup.label },
};

/** Whether a question of a row can still be answered: once written, only where the target settles its records. */
export const mayDecide = (target: ImportTarget | null, state: StoredBatch['state']): boolean => state !== 'applied' || target?.settle !== undefined;

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
export function labelFor(target: ImportTarget | null, reason: string): { zh: string; en: string } {
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
    reasons: totals.reasons.toSorted((a, b) => b.count - a.count).map(({ key, count }) => ({ reason: key, label: labelFor(target, key), count })),
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
  return { id, version, target, targetLabel: label, fileName, state, rowCount, open: mayDecide(targetOf(context, batch.target), batch.state) ? (batch.counts?.open ?? 0) : 0, outcome, source: source && { id: source.id, title: source.title }, createdByName, createdAt, appliedAt };
}

export async function viewOf(context: Context, batch: StoredBatch): Promise<Batch> {
  const { fileHash, fileSize, format, encoding, delimiter, sheet, sheets, columns, mapping, constants, counts, followsId, jobId, job, failure, fileRemarks } = batch;
  const [summary] = await summariesOf(context, [batch]);
  if (!summary) throw new Error('a summary for each batch');
  const fields = (targetOf(context, batch.target)?.fields ?? []).map(({ key, label, required, perFile = false, repeats }) => ({ key, label, required, perFile, repeats: repeats !== undefined }));
  return {
    ...summary, fileHash, fileSize, format, encoding, delimiter, sheet, sheets, columns, mapping, constants, followsId, settles: targetOf(context, batch.target)?.settle !== undefined, fields, counts,
    job: job && jobId !== null ? { id: jobId, ...job, words: progressWords(batch.state, job) } : null,
    fileRemarks: fileRemarks.map(({ remark, params }) => ({ remark, text: { zh: fillIn(remarkWords[remark].zh, params), en: fillIn(remarkWords[remark].en, params) } })),
    failure: failure && { reason: failure.reason, text: failureWords(context, failure) },
    sameFileAs: await findAppliedTwin(context.db, batch, context.scope('import.read')),
  };
}

/** How far a step is: a file by its bytes, everything else by its rows. */
function progressWords(step: string, { done, total, cancelling }: NonNullable<StoredBatch['job']>): { zh: string; en: string } {
  if (cancelling) return { zh: '正在取消', en: 'Being cancelled' };
  if (total === null) return { zh: '排队等候', en: 'Waiting for its turn' };
  const rows = (count: number): string => count.toLocaleString('en-US');
  const percent = Math.floor((done / Math.max(1, total)) * 100);
  if (step === 'reading') return { zh: `已读取 ${percent}%`, en: `${percent}% read` };
  const [zh, en] = { checking: ['已检查', 'checked'], applying: ['已写入', 'written'], undoing: ['已撤销', 'taken back'] }[step] ?? ['已处理', 'done'];
  return { zh: `${zh} ${rows(done)} / ${rows(total)} 行`, en: `${rows(done)} of ${rows(total)} rows ${en}` };
}

/** In the words of the refusal that the file would have met had it been read at once. */
export function failureWords(context: Context, { reason, params = {} }: NonNullable<StoredBatch['failure']>): { zh: string; en: string } {
  const key = reason === 'secretMark' ? 'platform.reason.secretMark' : `intake.reason.${reason}`;
  return { zh: context.installation.texts('zh-CN')(key, params), en: context.installation.texts('en')(key, params) };
}

/** The batch as it stands after a change in this transaction. */
export async function reread(context: Context, batchId: string): Promise<Batch> {
  const batch = await findBatch(context.db, batchId);
  if (!batch) throw new Error('the batch was just written');
  return viewOf(context, batch);
}

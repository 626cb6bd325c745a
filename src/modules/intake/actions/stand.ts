import type { Context, ImportRow, ImportTarget, RowVerdict } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { canStep, type BatchVerb } from '../words/import.rules.ts';
import { cellsLineUp } from '../read/table.ts';
import { findBatch, type StoredBatch } from '../store/batch.store.ts';
import type { StoredRow } from '../store/row.store.ts';
import { skippedGroup, targetOf, unreadableGroup } from './batch-view.ts';

export interface Standing {
  batch: StoredBatch;
  target: ImportTarget;
}

/** Locks the batch for a step and says no when it is not at that point, or somebody changed it since it was read. */
export async function standFor(context: Context, batchId: string, verb: BatchVerb, ifMatch: number | null = null): Promise<Result<Standing>> {
  const batch = await findBatch(context.db, batchId, true);
  if (!batch) return fail('notFound');
  if (ifMatch !== null && batch.version !== ifMatch) return fail('changedMeanwhile');
  const target = targetOf(context, batch.target);
  if (!target || !canStep(batch.state, verb).allowed) return fail('wrongState', { state: batch.state });
  return ok({ batch, target });
}

/** The row under the target's field names. */
export function importRow(batch: StoredBatch, row: StoredRow, target: ImportTarget): ImportRow {
  return rowReader(batch, target)(row);
}

/** The same for many rows: what the mapping says is worked out once. */
export function rowReader(batch: StoredBatch, target: ImportTarget): (row: StoredRow) => ImportRow {
  const repeating = new Set(target.fields.filter((field) => field.repeats).map(({ key }) => key));
  const mapped = batch.mapping.flatMap((field, index) => (field === null ? [] : [{ field, index, repeats: repeating.has(field), header: batch.columns[index]?.name ?? '' }]));
  return ({ rowNumber, raw, fixes, decision }) => {
    const values: Record<string, string> = { ...batch.constants };
    const repeated: { field: string; header: string; cell: string }[] = [];
    for (const { field, index, repeats, header } of mapped) {
      const cell = fixes[index] ?? raw[index] ?? '';
      if (repeats) repeated.push({ field, header, cell });
      else values[field] = cell;
    }
    return { rowNumber, values, ...(repeated.length > 0 && { repeated }), ...(decision && { decision }) };
  };
}

/** What the file says, with what a person wrote over it. */
export function cellsOf(row: StoredRow): string[] {
  return row.raw.map((cell, index) => row.fixes[index] ?? cell);
}

/** The verdict of intake itself, before any target is asked: the row was skipped, a cell that counts cannot be trusted, or the cells do not line up. */
export function ownVerdict(batch: StoredBatch, row: StoredRow): RowVerdict | null {
  if (row.skipped) return { rowNumber: row.rowNumber, state: 'notTarget', group: skippedGroup.key, reasons: [{ reason: 'skippedByPerson' }] };
  const faults = row.faults.filter(({ column }) => batch.mapping[column] && row.fixes[column] === undefined);
  if (faults.length > 0) return { rowNumber: row.rowNumber, state: 'rejected', group: unreadableGroup.key, reasons: faults.map(({ column, fault, params }) => ({ reason: fault, ...(batch.mapping[column] && { field: batch.mapping[column] }), params: { column: batch.columns[column]?.name ?? '', ...params } })) };
  if (cellsLineUp(row.raw, batch.columns.length)) return null;
  return { rowNumber: row.rowNumber, state: 'rejected', group: unreadableGroup.key, reasons: [{ reason: 'cellsMisaligned', params: { expected: batch.columns.length, found: row.raw.length } }] };
}

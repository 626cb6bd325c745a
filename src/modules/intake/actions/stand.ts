import type { Context, ImportPass, ImportRow, ImportTarget, RowVerdict } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { canStep, type BatchVerb } from '../intake.rules.ts';
import { cellsLineUp } from '../read/read-table.ts';
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
  const values: Record<string, string> = { ...batch.constants };
  const repeats = new Set(target.fields.filter((field) => field.repeats).map(({ key }) => key));
  const repeated: { field: string; header: string; cell: string }[] = [];
  batch.mapping.forEach((field, index) => {
    if (field === null) return;
    const cell = row.fixes[index] ?? row.raw[index] ?? '';
    if (repeats.has(field)) repeated.push({ field, header: batch.columns[index]?.name ?? '', cell });
    else values[field] = cell;
  });
  return { rowNumber: row.rowNumber, values, ...(repeated.length > 0 && { repeated }), ...(row.decision && { decision: row.decision }) };
}

/** What the file says, with what a person wrote over it. */
export function cellsOf(row: StoredRow): string[] {
  return row.raw.map((cell, index) => row.fixes[index] ?? cell);
}

/** The verdict of intake itself, before any target is asked: the row was skipped, or its cells do not line up. */
export function ownVerdict(batch: StoredBatch, row: StoredRow): RowVerdict | null {
  if (row.skipped) return { rowNumber: row.rowNumber, state: 'notTarget', group: skippedGroup.key, reasons: [{ reason: 'skippedByPerson' }] };
  if (cellsLineUp(row.raw, batch.columns.length)) return null;
  return { rowNumber: row.rowNumber, state: 'rejected', group: unreadableGroup.key, reasons: [{ reason: 'cellsMisaligned', params: { expected: batch.columns.length, found: row.raw.length } }] };
}

/** A new walk over a batch's rows. */
export function newPass(batch: StoredBatch): ImportPass {
  const first = new Map<string, number>();
  return {
    batchId: batch.id,
    sourceId: batch.sourceId,
    memory: new Map(),
    firstRow(key, rowNumber) {
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, rowNumber);
      return earlier === undefined || earlier === rowNumber ? null : earlier;
    },
  };
}

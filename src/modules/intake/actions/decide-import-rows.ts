import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { decideImportRows } from '../intake.contract.ts';
import { changeBatch } from '../store/batch.store.ts';
import { rowsAsked, saveDecision } from '../store/row.store.ts';
import { saveVerdicts, totalRows } from '../store/verdict.store.ts';
import { countsOf, reread } from './batch-view.ts';
import { judge } from './check-import-batch.ts';
import { importRow, standFor } from './stand.ts';

/** One answer for one row, some rows, or every row that asks the same question; before the batch is applied or after. */
export const decideImportRowsAction: Action<typeof decideImportRows> = async (context, { params, body }) => {
  const standing = await standFor(context, params.batchId, 'decide');
  if (!standing.ok) return standing;
  const { batch, target } = standing.value;
  const rows = await rowsAsked(context.db, batch.id, body);
  if (rows.length === 0 || (body.rowNumbers && rows.length !== new Set(body.rowNumbers).size)) return fail('rowUnknown');
  const { candidateId } = body;
  if (candidateId && rows.some((row) => !row.candidates.some((candidate) => candidate.id === candidateId))) return fail('candidateUnknown', { candidate: candidateId });

  const decision = candidateId === undefined ? null : { candidateId };
  const numbers = rows.map((row) => row.rowNumber);
  await saveDecision(context.db, batch.id, numbers, decision);
  context.audit({ event: 'importBatch.decided', subject: { kind: 'importBatch', id: batch.id }, changes: { rows: [null, numbers.length], choice: [null, candidateId ?? null] } });
  if (batch.state === 'checked') return ok(await judge(context, standing.value));
  if (!target.settle) return fail('wrongState', { state: batch.state });
  const settled = await target.settle(context, rows.flatMap((row) => (row.recordId ? [{ ...importRow(batch, { ...row, decision }, target), recordId: row.recordId }] : [])));
  if (!settled.ok) return settled;
  await saveVerdicts(context.db, batch.id, settled.value);
  await changeBatch(context.db, batch.id, { counts: countsOf(target, await totalRows(context.db, batch.id)) }, context.now);
  return ok(await reread(context, batch.id));
};

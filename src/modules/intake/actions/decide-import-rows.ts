import { forgetDecisions, insertDecisions } from '#modules/registry/index.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { decideImportRows } from '../intake.contract.ts';
import { changeBatch } from '../store/batch.store.ts';
import { matchesNamed } from '../store/match.store.ts';
import { rowsAsked, saveDecision, type StoredRow } from '../store/row.store.ts';
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
  await remember(context, batch.id, rows, candidateId);
  context.audit({ event: 'importBatch.decided', subject: { kind: 'importBatch', id: batch.id }, changes: { rows: [null, numbers.length], choice: [null, candidateId ?? null] } });
  if (batch.state === 'checked') return ok(await judge(context, standing.value));
  if (!target.settle) return fail('wrongState', { state: batch.state });
  const settled = await target.settle(context, rows.flatMap((row) => (row.recordId ? [{ ...importRow(batch, { ...row, decision }, target), recordId: row.recordId }] : [])));
  if (!settled.ok) return settled;
  await saveVerdicts(context.db, batch.id, settled.value);
  await changeBatch(context.db, batch.id, { counts: countsOf(target, await totalRows(context.db, batch.id)) }, context.now);
  return ok(await reread(context, batch.id));
};

/** Who an organisation is stays known for every later file; where a place lies is a matter of its own file. */
async function remember(context: Context, batchId: string, rows: readonly StoredRow[], candidateId: string | null | undefined): Promise<void> {
  const asked = await matchesNamed(context.db, context.scope('import.apply'), rows.map(({ rowNumber }) => ({ batchId, rowNumber })));
  const offered = new Map(rows.map((row) => [row.rowNumber, row.candidates]));
  const about = asked.filter(({ rowNumber, candidates }) => offered.get(rowNumber)?.every(({ id }) => candidates.some((candidate) => candidate.id === id)));
  const questions = [...new Map(about.map((one) => [one.fingerprint, one])).values()];
  if (candidateId === undefined) await forgetDecisions(context, questions.map(({ fingerprint }) => fingerprint));
  else await insertDecisions(context, questions.map(({ fingerprint, asked: words, candidates }) => ({ fingerprint, asked: words, organisationId: candidateId, offered: candidates.map(({ id }) => id), batchId })));
}

import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { getImportBatch, listImportBatches, listImportQuestions, listImportRows, tallyImportRows } from '../intake.contract.ts';
import { findBatch, listBatches } from '../store/batch.store.ts';
import { listQuestions, listRows, tallyRows } from '../store/row.store.ts';
import { mayDecide, remarkOf, summariesOf, targetOf, viewOf } from './batch-view.ts';

export const listImportBatchesAction: Action<typeof listImportBatches> = async (context, { query }) => {
  const page = await listBatches(context.db, context.scope('import.read'), query);
  return page ? ok({ ...page, items: await summariesOf(context, page.items) }) : fail('invalidCursor');
};

export const getImportBatchAction: Action<typeof getImportBatch> = async (context, { params }) => {
  const batch = await findBatch(context.db, params.batchId);
  return batch ? ok(await viewOf(context, batch)) : fail('notFound');
};

export const listImportRowsAction: Action<typeof listImportRows> = async (context, { params, query }) => {
  const batch = await findBatch(context.db, params.batchId);
  if (!batch) return fail('notFound');
  const target = targetOf(context, batch.target);
  const page = await listRows(context.db, params.batchId, query);
  if (!page) return fail('invalidCursor');
  const pages = await target?.pages?.(context, page.items.flatMap(({ recordId }) => recordId ?? []));
  const items = page.items.map(({ rowNumber, raw, fixes, skipped, state, group, reasons, candidates, question, decision, recordId, effect }) => ({
    id: String(rowNumber), rowNumber, state, group, cells: raw, fixes: Object.entries(fixes).map(([column, value]) => ({ column: Number(column), value })), skipped, candidates, question, decision, recordId, effect, page: pages?.get(recordId ?? '') ?? null,
    reasons: reasons.map((reason) => remarkOf(target, reason)),
  }));
  return ok({ ...page, items });
};

export const listImportQuestionsAction: Action<typeof listImportQuestions> = async (context, { params }) => {
  const batch = await findBatch(context.db, params.batchId);
  if (!batch) return fail('notFound');
  return ok({ items: mayDecide(targetOf(context, batch.target), batch.state) ? await listQuestions(context.db, batch.id) : [] });
};

export const tallyImportRowsAction: Action<typeof tallyImportRows> = async (context, { params, query }) => {
  const filled = query.filled === undefined ? [] : query.filled.split(',').map(Number);
  return ok(await tallyRows(context.db, params.batchId, { by: query.by, whereColumn: query.whereColumn, whereValue: query.whereValue, filled }));
};

import Papa from 'papaparse';
import { safeCell } from '#platform/http/safe-cell.rules.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { exportImportRejects } from '../intake.contract.ts';
import { fillIn } from '../words/import.rules.ts';
import { findBatch } from '../store/batch.store.ts';
import { rowsLeftOut } from '../store/row.store.ts';
import { rejectWords } from '../words/workbook.rules.ts';
import { sentenceFor, targetOf, ownGroups } from './batch-view.ts';

/** The rows left out, as they came, with a column that says why in the reader's language. */
export const exportImportRejectsAction: Action<typeof exportImportRejects> = async (context, { params }) => {
  const batch = await findBatch(context.db, params.batchId);
  if (!batch) return fail('notFound');
  const target = targetOf(context, batch.target);
  const leftOut = [...(target?.groups ?? []), ...ownGroups].filter((group) => !group.written).map((group) => group.key);
  const rows = await rowsLeftOut(context.db, batch.id, leftOut);
  const { row: rowWord, reason: reasonWord, file } = rejectWords[context.language];
  const language = context.language === 'en' ? 'en' : 'zh';
  const lines = rows.map(({ rowNumber, raw, reasons }) => [
    ...batch.columns.map((_, index) => safeCell(raw[index] ?? '')),
    String(rowNumber),
    safeCell(reasons.map(({ reason, params: values }) => fillIn(sentenceFor(target, reason)[language], values)).join(language === 'en' ? ' ' : '')),
  ]);
  const csv = Papa.unparse([[...batch.columns.map((column) => safeCell(column.name)), rowWord, reasonWord], ...lines], { newline: '\r\n' });
  context.audit({ event: 'record.exported', subject: { kind: 'importBatch', id: batch.id }, changes: { operation: [null, 'importBatch.rejects'], rows: [null, rows.length], format: [null, 'csv'], dataLevel: [null, 'internal'] } });
  return ok({ fileName: `${batch.fileName.replace(/\.[^.]*$/u, '')}-${file}.csv`, csv: `\ufeff${csv}`, rows: rows.length });
};

import Papa from 'papaparse';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { exportImportRejects } from '../intake.contract.ts';
import { fillIn, neutralised } from '../intake.rules.ts';
import { findBatch } from '../store/batch.store.ts';
import { rowsLeftOut } from '../store/row.store.ts';
import { sentenceFor, targetOf, ownGroups } from './batch-view.ts';

const words = { 'zh-CN': { row: '原文件行号', reason: '原因', file: '未写入' }, en: { row: 'Row in file', reason: 'Reason', file: 'left-out' } } as const;

/** The rows left out, as they came, with a column that says why in the reader's language. */
export const exportImportRejectsAction: Action<typeof exportImportRejects> = async (context, { params }) => {
  const batch = await findBatch(context.db, params.batchId);
  if (!batch) return fail('notFound');
  const target = targetOf(context, batch.target);
  const leftOut = [...(target?.groups ?? []), ...ownGroups].filter((group) => !group.written).map((group) => group.key);
  const rows = await rowsLeftOut(context.db, batch.id, leftOut);
  const { row: rowWord, reason: reasonWord, file } = words[context.language];
  const language = context.language === 'en' ? 'en' : 'zh';
  const lines = rows.map(({ rowNumber, raw, reasons }) => [
    ...batch.columns.map((_, index) => neutralised(raw[index] ?? '')),
    String(rowNumber),
    neutralised(reasons.map(({ reason, params: values }) => fillIn(sentenceFor(target, reason)[language], values)).join(language === 'en' ? ' ' : '')),
  ]);
  const csv = Papa.unparse([[...batch.columns.map((column) => neutralised(column.name)), rowWord, reasonWord], ...lines], { newline: '\r\n' });
  context.audit({ event: 'record.exported', subject: { kind: 'importBatch', id: batch.id }, changes: { operation: [null, 'importBatch.rejects'], rows: [null, rows.length], format: [null, 'csv'], dataLevel: [null, 'internal'] } });
  return ok({ fileName: `${batch.fileName.replace(/\.[^.]*$/u, '')}-${file}.csv`, csv: `\ufeff${csv}`, rows: rows.length });
};

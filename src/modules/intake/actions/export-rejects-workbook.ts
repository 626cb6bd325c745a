import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { fillIn } from '../words/import.rules.ts';
import { findBatch } from '../store/batch.store.ts';
import { rowsLeftOut, type StoredRow } from '../store/row.store.ts';
import type { exportRejectsWorkbook } from '../words/workbook.contract.ts';
import { rejectWords } from '../words/workbook.rules.ts';
import { workbookType } from '../write/workbook-type.ts';
import { writeRejects, type RejectedRow } from '../write/write-rejects.ts';
import { ownGroups, sentenceFor, targetOf } from './batch-view.ts';

/** The rows left out as a workbook: written to a file that is gone once it was sent, so that a long one needs no memory. */
export const exportRejectsWorkbookAction: Action<typeof exportRejectsWorkbook> = async (context, { params }) => {
  const batch = await findBatch(context.db, params.batchId);
  if (!batch) return fail('notFound');
  const { language } = context;
  const target = targetOf(context, batch.target);
  const leftOut = [...(target?.groups ?? []), ...ownGroups].filter((group) => !group.written).map((group) => group.key);
  const rows = await rowsLeftOut(context.db, batch.id, leftOut);
  const columnOf = (field: string | undefined): number | null => (field !== undefined && batch.mapping.includes(field) ? batch.mapping.indexOf(field) : null);
  const rejected = ({ rowNumber, raw, reasons }: StoredRow): RejectedRow => ({
    rowNumber,
    cells: raw,
    reasons: reasons.map(({ reason, field, params: values }) => ({ text: fillIn(sentenceFor(target, reason)[language === 'en' ? 'en' : 'zh'], values), column: columnOf(field) })),
  });
  const folder = await mkdtemp(join(tmpdir(), 'clusterloom-rejects-'));
  const path = join(folder, 'rejects.xlsx');
  const written = await writeRejects(path, batch.columns.map(({ name }) => name), [rows.map(rejected)], language).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  context.audit({ event: 'record.exported', subject: { kind: 'importBatch', id: batch.id }, changes: { operation: [null, 'importBatch.rejectsWorkbook'], rows: [null, written], format: [null, 'xlsx'], dataLevel: [null, 'internal'] } });
  return ok({ name: `${batch.fileName.replace(/\.[^.]*$/u, '')}-${rejectWords[language].file}.xlsx`, mediaType: workbookType, bytes: sentOnce(path, folder) });
};

async function* sentOnce(path: string, folder: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) yield chunk;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

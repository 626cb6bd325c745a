import { fileProblems, markFailure } from '#platform/level/check-input.ts';
import { marksInFile } from '#platform/level/read-marks.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { Batch } from '../words/import.schema.ts';
import { applyImportBatchAction } from './apply-import-batch.ts';
import { checkImportBatchAction, mapImportBatchAction } from './check-import-batch.ts';
import { createImportBatchAction } from './create-import-batch.ts';

export interface ImportedFile {
  batch: Batch;
  /** Lines to print, one fact each. */
  sentences: { zh: string; en: string }[];
}

/** The whole way in one go, for the command line: read, map as suggested, check, apply. Choices stay open on the batch. */
export async function importFile(context: Context, { bytes, fileName, target = 'organisation' }: { bytes: Uint8Array; fileName: string; target?: string }): Promise<Result<ImportedFile>> {
  const { marks } = await marksInFile(bytes, fileName);
  if (marks.length > 0) return markFailure(fileProblems(marks, 'body'));
  const nothing = { params: undefined, query: undefined, body: undefined, ifMatch: null };
  const created = await createImportBatchAction(context, { ...nothing, query: { fileName, target }, body: new Uint8Array(bytes) });
  if (!created.ok) return created;
  const params = { batchId: created.value.id };
  const mapped = await mapImportBatchAction(context, { ...nothing, params, body: { mapping: created.value.mapping }, ifMatch: created.value.version });
  if (!mapped.ok) return mapped;
  const checked = await checkImportBatchAction(context, { ...nothing, params });
  if (!checked.ok) return checked;
  const writes = checked.value.counts?.groups.some((group) => group.written && group.count > 0) ?? false;
  const applied = writes ? await applyImportBatchAction(context, { ...nothing, params, ifMatch: checked.value.version }) : checked;
  if (!applied.ok) return fail(applied.reason, applied.params, applied.problems);
  return ok({ batch: applied.value, sentences: sentencesOf(applied.value) });
}

export function sentencesOf(batch: Batch): ImportedFile['sentences'] {
  const groups = (batch.counts?.groups ?? []).filter((group) => group.count > 0);
  const grouped = (value: number): string => value.toLocaleString('en-US');
  const open = batch.counts?.open ?? 0;
  return [
    { zh: `${batch.fileName}：${grouped(batch.rowCount)} 行，编码 ${batch.encoding}。`, en: `${batch.fileName}: ${grouped(batch.rowCount)} rows, ${batch.encoding}.` },
    ...groups.map(({ label, count }) => ({ zh: `  ${grouped(count)} 行：${label.zh}`, en: `  ${grouped(count)} rows: ${label.en}` })),
    batch.outcome
      ? { zh: `已写入 ${grouped(batch.outcome.created)} 家机构，${grouped(batch.outcome.left)} 行未写入。`, en: `Created ${grouped(batch.outcome.created)} organisations; ${grouped(batch.outcome.left)} rows were left out.` }
      : { zh: '没有可写入的行，登记册未变。', en: 'Nothing to write; the register is unchanged.' },
    ...(open > 0 ? [{ zh: `${grouped(open)} 行的地名有歧义，未自动定位，请在批次页面选定。`, en: `${grouped(open)} rows name an ambiguous place. None was placed by guess; choose on the batch page.` }] : []),
  ];
}

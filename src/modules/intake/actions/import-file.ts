import { createReadStream } from 'node:fs';
import { fileProblems, markFailure } from '#platform/level/check-input.ts';
import { marksOnDisk } from '#platform/level/marks-on-disk.ts';
import type { SpooledFile } from '#platform/files/spooled-file.ts';
import type { Context, ImportTarget } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { OpenTable, TableRow } from '../read/table.ts';
import { changeBatch, findBatch } from '../store/batch.store.ts';
import type { StoredRow } from '../store/row.store.ts';
import type { Batch } from '../words/import.schema.ts';
import type { ImportLimits } from '../words/read.schema.ts';
import { countsOf, reread, targetOf } from './batch-view.ts';
import { misfit } from './check-import-batch.ts';
import { beginBatch } from './create-import-batch.ts';
import { aboutFile, withTable } from './read-kept.ts';
import type { Standing } from './stand.ts';
import { rememberMapping } from './suggest-mapping.ts';
import { readRows } from './walk/read-rows.ts';
import { RowDesk } from './walk/row-desk.ts';
import { unwatched, type Walk } from './walk/walk.ts';
import { closeApplied } from './walk/walk-rows.ts';

export interface ImportedFile {
  batch: Batch;
  /** Lines to print, one fact each. */
  sentences: { zh: string; en: string }[];
}

export interface FileToImport {
  /** Where the file lies, or what it holds. */
  path?: string;
  bytes?: Uint8Array;
  fileName: string;
  target?: string;
  sourceId?: string | null;
  sheet?: string;
  limits?: ImportLimits;
  walk?: Walk;
}

/**
 * The whole way in one go and one transaction, for the command line: each part is read, mapped as suggested, checked and
 * written before the next one is looked at, so that a file of any length takes the same memory. Choices stay open on the
 * batch. The file is kept before it is read: what is read is then what stays.
 */
export async function importFile(context: Context, { path, bytes, fileName, target: targetId = 'organisation', sourceId = null, sheet, limits = context.installation.importLimits, walk = unwatched }: FileToImport): Promise<Result<ImportedFile>> {
  const target = targetOf(context, targetId);
  if (!target) return fail('targetUnknown', { target: targetId });
  const { files } = context.installation;
  const file = await files.receive(bytes ? [bytes] : createReadStream(path ?? ''), Number.MAX_SAFE_INTEGER);
  if (!file) throw new Error('no file is longer than any number');
  try {
    const { marks } = await marksOnDisk(file.path, file.size, fileName);
    if (marks.length > 0) return markFailure(fileProblems(marks, 'body'));
    const imported = await withTable({ path: file.path, fileName, sheet, limits, signal: walk.signal }, (table) => importTable(context, { target, file, fileName, sourceId, table, walk }));
    if (!imported.ok) return fail(imported.reason, imported.params, imported.problems);
    await files.keep(context.spaceId, file);
    return ok({ batch: imported.value, sentences: sentencesOf(imported.value) });
  } finally {
    await file.drop();
  }
}

interface TableToImport {
  target: ImportTarget;
  file: SpooledFile;
  fileName: string;
  sourceId: string | null;
  table: OpenTable;
  walk: Walk;
}

async function importTable(context: Context, { target, file, fileName, sourceId, table, walk }: TableToImport): Promise<Result<Batch>> {
  const begun = await beginBatch(context, { target, file, fileName, sourceId, sheet: table.sheet, state: 'read' });
  if (!begun.ok) return begun;
  const { id } = begun.value;
  await changeBatch(context.db, id, { ...(await aboutFile(context, sourceId, target, table)), columns: table.columns.map((name) => ({ name, filled: 0, samples: [] })) }, context.now);
  const batch = await findBatch(context.db, id);
  if (!batch) throw new Error('the batch was just written');
  const standing: Standing = { batch, target };
  const problem = misfit(context, standing, batch.mapping, batch.constants);
  if (problem) return problem;
  const desk = new RowDesk(context, standing);
  const facts = await readRows(context.db, id, table, walk, async (rows) => {
    const part = rows.map(freshRow);
    await desk.write(part, await desk.judge(part));
  });
  context.audit({ event: 'importBatch.created', subject: { kind: 'importBatch', id }, name: { zh: batch.fileName, en: batch.fileName }, changes: { rows: [null, facts.rowCount], bytes: [null, file.size] } });
  await changeBatch(context.db, id, { ...facts, mappingId: await rememberMapping(context, batch, batch.mapping, batch.constants), state: 'checked', counts: countsOf(target, desk.tally.totals()) }, context.now);
  await closeApplied(context, standing, desk, facts.rowCount);
  return ok(await reread(context, id));
}

const freshRow = ({ rowNumber, cells, faults = [] }: TableRow): StoredRow => ({
  rowNumber, raw: cells, faults, fixes: {}, skipped: false, state: 'unchecked', group: null, reasons: [], candidates: [], question: null, decision: null, matchId: null, recordId: null, effect: null,
});

export function sentencesOf(batch: Batch): ImportedFile['sentences'] {
  const groups = (batch.counts?.groups ?? []).filter((group) => group.count > 0);
  const grouped = (value: number): string => value.toLocaleString('en-US');
  const open = batch.counts?.open ?? 0;
  const { zh: label, en } = batch.targetLabel;
  const labelEn = en.toLowerCase();
  return [
    { zh: `${batch.fileName}：${grouped(batch.rowCount)} 行，${batch.encoding ? `编码 ${batch.encoding}` : batch.format}。`, en: `${batch.fileName}: ${grouped(batch.rowCount)} rows, ${batch.encoding ?? batch.format}.` },
    ...groups.map(({ label: words, count }) => ({ zh: `  ${grouped(count)} 行：${words.zh}`, en: `  ${grouped(count)} rows: ${words.en}` })),
    batch.state === 'applied' && batch.outcome
      ? { zh: `已写入${label} ${grouped(batch.outcome.created)} 条，更新 ${grouped(batch.outcome.changed)} 条，${grouped(batch.outcome.left)} 行未写入。`, en: `Created ${grouped(batch.outcome.created)} ${labelEn}, changed ${grouped(batch.outcome.changed)}; ${grouped(batch.outcome.left)} rows were left out.` }
      : { zh: '没有可写入的行，登记册未变。', en: 'Nothing to write; the register is unchanged.' },
    ...(open > 0 ? [{ zh: `${grouped(open)} 行待选定，请在批次页面逐项选择。`, en: `${grouped(open)} rows ask for a choice. Nothing was guessed; choose on the batch page.` }] : []),
  ];
}

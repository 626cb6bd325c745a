import type { Context, ImportTarget } from '#platform/module/module.ts';
import { ok, type Result } from '#platform/result/result.rules.ts';
import { openTable } from '../read/open-table.ts';
import type { OpenTable } from '../read/table.ts';
import { UnreadableFile } from '../read/unreadable-file.ts';
import { changeBatch, type BatchChange, type StoredBatch } from '../store/batch.store.ts';
import { clearRows } from '../store/row.store.ts';
import { clearVerdicts } from '../store/verdict.store.ts';
import type { Delimiter, Encoding, FileReason, ImportLimits } from '../words/read.schema.ts';
import { targetOf } from './batch-view.ts';
import { suggestFor } from './suggest-mapping.ts';
import { MarkedFile, readRows } from './walk/read-rows.ts';
import type { Walk } from './walk/walk.ts';

export interface FileToRead {
  path: string;
  fileName: string;
  sheet?: string | null | undefined;
  encoding?: Encoding | null | undefined;
  delimiter?: Delimiter | null | undefined;
  limits: ImportLimits;
  signal?: AbortSignal | undefined;
}

/** Opens a file for the while of some work, and closes it whatever happens; what turns out on the way to be broken is a refusal. */
export async function withTable<Value, Reason extends string>({ path, fileName, sheet, encoding, delimiter, limits, signal }: FileToRead, work: (table: OpenTable) => Promise<Result<Value, Reason>>): Promise<Result<Value, Reason | FileReason | 'secretMark'>> {
  const opened = await openTable(path, { fileName, sheet: sheet ?? undefined, encoding, delimiter, limits, signal });
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } catch (error) {
    if (error instanceof UnreadableFile) return error.failure;
    if (error instanceof MarkedFile) return { ok: false, reason: 'secretMark', params: { mark: error.mark } };
    throw error;
  } finally {
    await opened.value.close();
  }
}

/** Everything a batch says of its file once the file is read. */
export async function readInto(context: Context, batch: Pick<StoredBatch, 'id' | 'sourceId'> & { isNew?: boolean }, target: ImportTarget, table: OpenTable, walk: Walk): Promise<number> {
  const about = await aboutFile(context, batch.sourceId, target, table);
  const facts = await readRows(context.db, batch.id, table, walk);
  await changeBatch(context.db, batch.id, { ...about, ...facts, isNew: batch.isNew ?? false, state: 'read', run: null, failure: null }, context.now);
  return facts.rowCount;
}

/** What is known of a file as soon as it is open, with what its headers most likely mean. */
export async function aboutFile(context: Context, sourceId: string | null, target: ImportTarget, { format, encoding, delimiter, sheet, sheets, columns }: OpenTable): Promise<BatchChange> {
  const { mapping, constants } = await suggestFor(context, target, sourceId, columns);
  return { format, encoding, delimiter, sheet, sheets, mapping, constants };
}

/** Reads the kept file of a batch; answers how many rows it has. */
export async function readKept(context: Context, batch: StoredBatch, walk: Walk): Promise<Result<number>> {
  const target = targetOf(context, batch.target);
  if (!target) return { ok: false, reason: 'targetUnknown', params: { target: batch.target } };
  await clearVerdicts(context.db, batch.id);
  await clearRows(context.db, batch.id);
  const path = context.installation.files.locate(context.spaceId, batch.fileHash);
  return withTable({ path, fileName: batch.fileName, sheet: batch.sheet, encoding: batch.encoding, delimiter: batch.delimiter, limits: context.installation.importLimits, signal: walk.signal }, async (table) => ok(await readInto(context, batch, target, table, walk)));
}

import { applyImportBatchAction } from '#modules/intake/actions/apply-import-batch.ts';
import { checkImportBatchAction, mapImportBatchAction } from '#modules/intake/actions/check-import-batch.ts';
import { createImportBatchAction } from '#modules/intake/actions/create-import-batch.ts';
import type { Batch } from '#modules/intake/words/import.schema.ts';
import type { TestDatabase } from '#platform/testing/test-database.ts';
import type { Result } from '#platform/result/result.rules.ts';
import { done, finished, nothing, run, uploaded } from './run-in-space.ts';

export interface Imported {
  created: Batch;
  checked: Batch;
  applied: Batch | null;
  milliseconds: { check: number; apply: number };
}

/** A file through the same steps as on screen: upload, map as suggested (with what is said once for the file), check, apply. */
export async function importInSpace(database: TestDatabase, space: string, file: { bytes: Uint8Array; fileName: string; target: string; constants?: Record<string, string>; mapping?: (created: Batch) => (string | null)[] }): Promise<Imported> {
  const { bytes, fileName, target, constants = {} } = file;
  const finish = (step: Promise<Result<Batch>>) => finished(database, space, step);
  const created = await finish(run(database, space, async (context) => createImportBatchAction(context, { ...nothing, query: { fileName, target }, body: await uploaded(bytes) })));
  const params = { batchId: created.id };
  const mapped = await done(run(database, space, (context) => mapImportBatchAction(context, { ...nothing, params, body: { mapping: file.mapping?.(created) ?? created.mapping, constants }, ifMatch: created.version })));
  const start = performance.now();
  const checked = await finish(run(database, space, (context) => checkImportBatchAction(context, { ...nothing, params })));
  const middle = performance.now();
  const writes = checked.counts?.groups.some((group) => group.written && group.count > 0) ?? false;
  const applied = writes ? await finish(run(database, space, (context) => applyImportBatchAction(context, { ...nothing, params, ifMatch: checked.version }))) : null;
  if (mapped.id !== checked.id) throw new Error('one batch');
  return { created, checked, applied, milliseconds: { check: Math.round(middle - start), apply: Math.round(performance.now() - middle) } };
}

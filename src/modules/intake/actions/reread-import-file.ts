import type { Action } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import { changeBatch, findBatch } from '../store/batch.store.ts';
import type { rereadImportFile } from '../words/mapping.contract.ts';
import { reread } from './batch-view.ts';
import { beginStep } from './long-step.ts';
import { readKept } from './read-kept.ts';
import { standFor } from './stand.ts';
import { isSmallBatch, unwatched } from './walk/walk.ts';

/** The kept file once more, as a person says that it is to be read: another sheet, encoding or separator. Corrections to its cells go. */
export const rereadImportFileAction: Action<typeof rereadImportFile> = async (context, { params, body, ifMatch }) => {
  const standing = await standFor(context, params.batchId, 'map', ifMatch);
  if (!standing.ok) return standing;
  const { batch } = standing.value;
  const { sheet = batch.sheet, encoding = batch.encoding, delimiter = batch.delimiter } = body;
  await changeBatch(context.db, batch.id, { format: batch.format, sheet, encoding, delimiter, counts: null, state: 'read' }, context.now);
  const told = await findBatch(context.db, batch.id);
  context.audit({ event: 'importBatch.reread', subject: { kind: 'importBatch', id: batch.id }, name: { zh: batch.fileName, en: batch.fileName }, changes: { sheet: [batch.sheet, sheet], encoding: [batch.encoding, encoding], delimiter: [batch.delimiter, delimiter] } });
  if (!isSmallBatch(batch)) return ok(await beginStep(context, batch, 'reading'));
  const read = told && (await readKept(context, told, unwatched));
  return read && !read.ok ? read : ok(await reread(context, batch.id));
};

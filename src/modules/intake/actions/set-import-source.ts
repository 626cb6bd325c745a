import { findSources } from '#modules/registry/index.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { changeBatch } from '../store/batch.store.ts';
import type { setImportSource } from '../words/mapping.contract.ts';
import { reread } from './batch-view.ts';
import { standFor } from './stand.ts';
import { suggestFor } from './suggest-mapping.ts';

/** A file whose columns nobody touched yet takes over what its source taught. */
export const setImportSourceAction: Action<typeof setImportSource> = async (context, { params, body: { sourceId }, ifMatch }) => {
  const standing = await standFor(context, params.batchId, 'name', ifMatch);
  if (!standing.ok) return standing;
  const { batch, target } = standing.value;
  const source = sourceId === null ? null : ((await findSources(context, [sourceId])).get(sourceId) ?? null);
  if (sourceId !== null && !source) return fail('sourceUnknown');
  const { mapping, constants } = batch.state === 'read' ? await suggestFor(context, target, sourceId, batch.columns.map((column) => column.name)) : batch;
  await changeBatch(context.db, batch.id, { sourceId, mapping, constants }, context.now);
  context.audit({ event: 'importBatch.sourceNamed', subject: { kind: 'importBatch', id: batch.id }, name: { zh: batch.fileName, en: batch.fileName }, changes: { source: [batch.sourceId, source?.title ?? null] } });
  return ok(await reread(context, batch.id));
};

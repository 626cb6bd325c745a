import { actedName } from '#platform/auth/acted-name.ts';
import { isEmptyScope } from '#platform/auth/permission.rules.ts';
import { findSources } from '#modules/registry/index.ts';
import type { SpooledBody } from '#platform/http/route.contract.ts';
import { baseNameOf } from '#platform/files/file-name.ts';
import type { Action, Context, ImportTarget } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { createImportBatch } from '../intake.contract.ts';
import { findBatch, insertBatch, type StoredBatch } from '../store/batch.store.ts';
import { reread, targetOf } from './batch-view.ts';
import { beginStep } from './long-step.ts';
import { readInto, withTable } from './read-kept.ts';
import { isSmallFile, unwatched } from './walk/walk.ts';

/** Keeps the file and reads it, at once or, when it is long, as work for later; rows are kept word for word. */
export const createImportBatchAction: Action<typeof createImportBatch> = async (context, { query, body }) => {
  const target = targetOf(context, query.target);
  if (!target) return fail('targetUnknown', { target: query.target });
  const followed = query.followsId === undefined ? null : await batchToFollow(context, query.followsId);
  if (query.followsId !== undefined && !followed) return fail('batchUnknown');
  const sourceId = query.sourceId ?? followed?.sourceId ?? null;
  if (sourceId !== null && !(await findSources(context, [sourceId])).has(sourceId)) return fail('sourceUnknown');
  const isSmall = isSmallFile(body.size);
  const sheet = query.sheet ?? null;
  const begun = await beginBatch(context, { target, file: body, fileName: query.fileName, sourceId, followsId: followed?.id ?? null, sheet, state: isSmall ? 'read' : 'discarded' });
  if (!begun.ok) return begun;
  const batch = begun.value;
  const read = isSmall ? await withTable({ path: body.path, fileName: batch.fileName, sheet, limits: context.installation.importLimits }, async (table) => ok(await readInto(context, { id: batch.id, sourceId, isNew: true }, target, table, unwatched))) : ok(null);
  if (!read.ok) return read;
  await context.installation.files.keep(context.spaceId, body);
  context.audit({ event: 'importBatch.created', subject: { kind: 'importBatch', id: batch.id }, name: { zh: batch.fileName, en: batch.fileName }, changes: { rows: [null, read.value], bytes: [null, body.size] } });
  return ok(isSmall ? await reread(context, batch.id) : await beginStep(context, batch, 'reading'));
};

interface BatchBeginning {
  target: ImportTarget;
  file: Pick<SpooledBody, 'hash' | 'size'>;
  fileName: string;
  sourceId: string | null;
  followsId?: string | null;
  sheet?: string | null;
  /** Where it stands should reading it come to nothing. */
  state: 'read' | 'discarded';
}

/** A batch that says of its file only what is known before it is read. */
export async function beginBatch(context: Context, { target, file, fileName, sourceId, followsId = null, sheet = null, state }: BatchBeginning): Promise<Result<{ id: string; fileName: string }, 'notAllowed'>> {
  const scope = context.scope('import.create');
  if (isEmptyScope(scope)) return fail('notAllowed');
  const batch = { id: context.newId(), fileName: baseNameOf(fileName) };
  await insertBatch(context.db, context.spaceId, {
    ...batch,
    target: target.id,
    fileHash: file.hash,
    fileSize: file.size,
    sheet,
    state,
    stored: true,
    sourceId,
    followsId,
    territories: scope.everything ? [] : scope.territories,
    clusters: scope.everything ? [] : scope.clusters,
    createdBy: context.actor.personId,
    createdByName: actedName(context.actor, context.language),
    createdAt: context.now.toISOString(),
  });
  return ok(batch);
}

/** The batch whose rejects come back, if their sender may read it. */
async function batchToFollow(context: Context, batchId: string): Promise<StoredBatch | null> {
  const batch = await findBatch(context.db, batchId);
  const facts = batch && { visibility: 'internal' as const, territories: batch.territories, clusters: batch.clusters, organisations: [] };
  return facts && context.allows('import.read', facts) ? batch : null;
}

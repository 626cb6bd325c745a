import { actedName } from '#platform/auth/acted-name.ts';
import { createHash } from 'node:crypto';
import { isEmptyScope } from '#platform/auth/permission.rules.ts';
import { findSources } from '#modules/registry/index.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { createImportBatch } from '../intake.contract.ts';
import { importLimits } from '../words/import.schema.ts';
import { decodeText } from '../read/decode-text.ts';
import { readTable } from '../read/read-table.ts';
import { findBatch, insertBatch, type StoredBatch } from '../store/batch.store.ts';
import { insertRows } from '../store/row.store.ts';
import { reread, targetOf } from './batch-view.ts';
import { suggestFor } from './suggest-mapping.ts';

/** Reads a file whole or refuses it with the reason; rows are kept word for word. */
export const createImportBatchAction: Action<typeof createImportBatch> = async (context, { query, body }) => {
  const scope = context.scope('import.create');
  if (isEmptyScope(scope)) return fail('notAllowed');
  const target = targetOf(context, query.target);
  if (!target) return fail('targetUnknown', { target: query.target });
  const followed = query.followsId === undefined ? null : await batchToFollow(context, query.followsId);
  if (query.followsId !== undefined && !followed) return fail('batchUnknown');
  const sourceId = query.sourceId ?? followed?.sourceId ?? null;
  if (sourceId !== null && !(await findSources(context, [sourceId])).has(sourceId)) return fail('sourceUnknown');
  if (body.length > importLimits.bytes) return fail('fileTooLarge', { limit: importLimits.bytes / 1024 / 1024 });
  const decoded = decodeText(body);
  if (!decoded.ok) return decoded;
  const table = readTable(decoded.value.text);
  if (!table.ok) return table;

  const { columns, rows, delimiter } = table.value;
  const suggestion = await suggestFor(context, target, sourceId, columns.map((column) => column.name));
  const id = context.newId();
  await insertBatch(context.db, context.spaceId, {
    id,
    target: target.id,
    fileName: query.fileName.replace(/^.*[\\/]/u, '') || query.fileName,
    fileHash: createHash('sha256').update(body).digest('hex'),
    fileSize: body.length,
    encoding: decoded.value.encoding,
    delimiter,
    columns,
    mapping: suggestion.mapping,
    constants: suggestion.constants,
    state: 'read',
    rowCount: rows.length,
    sourceId,
    followsId: followed?.id ?? null,
    territories: scope.everything ? [] : scope.territories,
    clusters: scope.everything ? [] : scope.clusters,
    createdBy: context.actor.personId,
    createdByName: actedName(context.actor, context.language),
    createdAt: context.now.toISOString(),
  });
  await insertRows(context.db, context.spaceId, id, rows);
  context.audit({ event: 'importBatch.created', subject: { kind: 'importBatch', id }, name: { zh: query.fileName, en: query.fileName }, changes: { rows: [null, rows.length] } });
  return ok(await reread(context, id));
};

/** The batch whose rejects come back, if their sender may read it. */
async function batchToFollow(context: Context, batchId: string): Promise<StoredBatch | null> {
  const batch = await findBatch(context.db, batchId);
  const facts = batch && { visibility: 'internal' as const, territories: batch.territories, clusters: batch.clusters, organisations: [] };
  return facts && context.allows('import.read', facts) ? batch : null;
}

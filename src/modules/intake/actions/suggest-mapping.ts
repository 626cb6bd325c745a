import type { Action, Context, ImportTarget } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { findBatch, type StoredBatch } from '../store/batch.store.ts';
import { findMapping, keepMapping, rememberedMappings } from '../store/mapping.store.ts';
import type { suggestImportMapping } from '../words/mapping.contract.ts';
import { fieldsToRemember, signatureOf, suggestColumns, type Remembered, type Suggestion } from '../words/mapping.rules.ts';
import { targetOf } from './batch-view.ts';

const shownVersions = 8;

/** What the headers of a file of this source most likely mean. */
export async function suggestFor(context: Context, target: ImportTarget, sourceId: string | null, headers: readonly string[]): Promise<Suggestion> {
  return suggestColumns(headers, target.fields, await rememberedMappings(context.db, target.id, sourceId));
}

/** Remembers a mapping for the next file of the source; answers the id under which it is numbered. */
export function rememberMapping(context: Context, batch: StoredBatch, mapping: readonly (string | null)[], constants: Readonly<Record<string, string>>): Promise<string> {
  const headers = batch.columns.map((column) => column.name);
  return keepMapping(context.db, context.spaceId, {
    id: context.newId(), target: batch.target, sourceId: batch.sourceId, fields: fieldsToRemember(headers, mapping), constants, signature: signatureOf(headers), fileName: batch.fileName,
  }, context.now);
}

function recall(headers: readonly string[], target: ImportTarget, version: Remembered) {
  const unhinted = target.fields.map(({ repeats: _, ...field }) => ({ ...field, hints: [] }));
  const { mapping, constants } = suggestColumns(headers, unhinted, [version]);
  return { mapping, constants };
}

const versionOf = ({ id, number, usedAt, fileName }: Remembered) => ({ id, number, usedAt, fileName });

export const suggestImportMappingAction: Action<typeof suggestImportMapping> = async (context, { params }) => {
  const batch = await findBatch(context.db, params.batchId);
  const target = batch && targetOf(context, batch.target);
  if (!batch || !target) return fail('notFound');
  const headers = batch.columns.map((column) => column.name);
  const remembered = await rememberedMappings(context.db, target.id, batch.sourceId);
  const { mapping, by, constants, learned } = suggestColumns(headers, target.fields, remembered);
  const current = batch.mappingId === null ? null : await findMapping(context.db, batch.mappingId);
  const earlier = remembered.slice(0, shownVersions).map((each) => ({ ...versionOf(each), ...recall(headers, target, each) }));
  return ok({ mapping, by, constants, learned: learned && versionOf(learned), current: current && versionOf(current), earlier: earlier.filter((each) => each.mapping.some((field) => field !== null)) });
};

import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Failure } from '#platform/result/result.rules.ts';
import type { checkImportBatch, mapImportBatch } from '../intake.contract.ts';
import { mappingProblems } from '../words/import.rules.ts';
import { changeBatch } from '../store/batch.store.ts';
import type { Batch } from '../words/import.schema.ts';
import { reread } from './batch-view.ts';
import { beginStep } from './long-step.ts';
import { standFor, type Standing } from './stand.ts';
import { rememberMapping } from './suggest-mapping.ts';
import { isSmallBatch, unwatched } from './walk/walk.ts';
import { checkRows } from './walk/walk-rows.ts';

/** The first thing wrong with a mapping, the field named in the reader's language. */
export function misfit(context: Context, { batch, target }: Standing, mapping: readonly (string | null)[], constants: Readonly<Record<string, string>>): Failure | null {
  const [problem] = mappingProblems(mapping, batch.columns.length, target.fields, constants);
  if (!problem) return null;
  const label = target.fields.find((field) => field.key === problem.field)?.label;
  const field = label ? (context.language === 'en' ? label.en : label.zh) : (problem.field ?? '');
  return fail(problem.reason, { field, columns: batch.columns.length });
}

export const mapImportBatchAction: Action<typeof mapImportBatch> = async (context, { params, body, ifMatch }) => {
  const standing = await standFor(context, params.batchId, 'map', ifMatch);
  if (!standing.ok) return standing;
  const constants = body.constants ?? standing.value.batch.constants;
  const problem = misfit(context, standing.value, body.mapping, constants);
  if (problem) return problem;
  await changeBatch(context.db, params.batchId, { state: 'mapped', mapping: body.mapping, mappingId: await rememberMapping(context, standing.value.batch, body.mapping, constants), constants, counts: null }, context.now);
  return ok(await reread(context, params.batchId));
};

export const checkImportBatchAction: Action<typeof checkImportBatch> = async (context, { params }) => {
  const standing = await standFor(context, params.batchId, 'check');
  if (!standing.ok) return standing;
  const problem = misfit(context, standing.value, standing.value.batch.mapping, standing.value.batch.constants);
  if (problem) return problem;
  return ok(await judge(context, standing.value));
};

/** Asks the target about every row, decisions included, and keeps what it says: at once, or for a long file as work for later. */
export async function judge(context: Context, standing: Standing): Promise<Batch> {
  if (!isSmallBatch(standing.batch)) return beginStep(context, standing.batch, 'checking');
  await checkRows(context, standing, unwatched);
  return reread(context, standing.batch.id);
}

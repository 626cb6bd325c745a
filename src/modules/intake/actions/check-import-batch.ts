import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Failure } from '#platform/result/result.rules.ts';
import type { checkImportBatch, mapImportBatch } from '../intake.contract.ts';
import { mappingProblems } from '../intake.rules.ts';
import { changeBatch } from '../store/batch.store.ts';
import { allRows, saveVerdicts, totalRows } from '../store/row.store.ts';
import { countsOf, reread } from './batch-view.ts';
import { rememberMapping } from './suggest-mapping.ts';
import { importRow, newPass, ownVerdict, standFor, type Standing } from './stand.ts';

/** The first thing wrong with a mapping, the field named in the reader's language. */
function misfit(context: Context, { batch, target }: Standing, mapping: readonly (string | null)[], constants: Readonly<Record<string, string>>): Failure | null {
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
  await judge(context, standing.value);
  return ok(await reread(context, params.batchId));
};

/** Asks the target about every row, decisions included, and keeps what it says. */
export async function judge(context: Context, { batch, target }: Standing): Promise<void> {
  const rows = await allRows(context.db, batch.id);
  const own = rows.map((row) => ownVerdict(batch, row));
  const readable = rows.filter((_, index) => own[index] === null);
  const verdicts = await target.check(context, readable.map((row) => importRow(batch, row, target)), newPass(batch));
  await saveVerdicts(context.db, batch.id, [...verdicts, ...own.filter((verdict) => verdict !== null)]);
  await changeBatch(context.db, batch.id, { state: 'checked', counts: countsOf(target, await totalRows(context.db, batch.id)) }, context.now);
}

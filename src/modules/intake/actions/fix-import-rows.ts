import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { fixCells, fixWhere, replaceInColumn, skipRows } from '../store/fix.store.ts';
import type { fixImportRows, skipImportRows } from '../words/fix.contract.ts';
import type { FixInput } from '../words/fix.schema.ts';
import { judge } from './check-import-batch.ts';
import { standFor, type Standing } from './stand.ts';

const columnsOf = (input: FixInput): number[] => (input.kind === 'cells' ? input.cells.map(({ column }) => column) : [input.column]);

function write(context: Context, batchId: string, input: FixInput): Promise<number[]> {
  if (input.kind === 'cells') return fixCells(context.db, batchId, input.cells);
  if (input.kind === 'replace') return replaceInColumn(context.db, batchId, input.column, input.from, input.to);
  return fixWhere(context.db, batchId, input.reason, input.column, input.value);
}

async function rechecked(context: Context, standing: Standing, rows: readonly number[], event: string) {
  const { batch } = standing;
  const checked = await judge(context, standing);
  context.audit({ event, subject: { kind: 'importBatch', id: batch.id }, name: { zh: batch.fileName, en: batch.fileName }, changes: { rows: [null, rows.length] } });
  return ok({ batch: checked, rows: rows.length });
}

/** What a person writes over a cell stands beside it; the rows are checked again at once. */
export const fixImportRowsAction: Action<typeof fixImportRows> = async (context, { params, body }) => {
  const standing = await standFor(context, params.batchId, 'fix');
  if (!standing.ok) return standing;
  const { batch } = standing.value;
  const beyond = columnsOf(body).find((column) => column >= batch.columns.length);
  if (beyond !== undefined) return fail('columnUnknown', { column: beyond + 1, columns: batch.columns.length });
  const rows = await write(context, batch.id, body);
  const wanted = body.kind === 'cells' ? new Set(body.cells.map(({ rowNumber }) => rowNumber)).size : 1;
  if (rows.length < wanted) return fail('rowUnknown');
  return rechecked(context, standing.value, rows, 'importBatch.fixed');
};

export const skipImportRowsAction: Action<typeof skipImportRows> = async (context, { params, body }) => {
  const standing = await standFor(context, params.batchId, 'fix');
  if (!standing.ok) return standing;
  const rows = await skipRows(context.db, standing.value.batch.id, body, body.skipped);
  if (rows.length === 0 || (body.rowNumbers && rows.length < new Set(body.rowNumbers).size)) return fail('rowUnknown');
  return rechecked(context, standing.value, rows, body.skipped ? 'importBatch.rowsSkipped' : 'importBatch.rowsTakenBack');
};

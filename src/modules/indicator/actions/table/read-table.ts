import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { findCrossTable, listCrossTableRowsOfSpace, listRowsOfTable, readableTables } from '../../store/cross-table.store.ts';
import type * as routes from '../../words/cross-table.contract.ts';

export const list: Action<typeof routes.listCrossTables> = async (context, { query }) => {
  const page = await listCrossTableRowsOfSpace(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const get: Action<typeof routes.getCrossTable> = async (context, { params }) => {
  const table = await findCrossTable(context, params.crossTableId);
  return table ? ok(table) : fail('notFound');
};

export const rows: Action<typeof routes.listCrossTableRows> = async (context, { params, query }) => {
  if ((await readableTables(context, [params.crossTableId])).length === 0) return fail('notFound');
  const page = await listRowsOfTable(context, params.crossTableId, query);
  return page ? ok(page) : fail('invalidCursor');
};

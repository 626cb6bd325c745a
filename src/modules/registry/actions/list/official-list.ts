import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { findList, insertList, listListRows, updateListRow } from '../../store/list.store.ts';
import { sourceExists } from '../../store/visible-ids.ts';
import { changesBetween, changesOfNew } from '../../words/changes.rules.ts';
import type * as routes from '../../words/list.contract.ts';
import { listInputSchema, type ListSummary } from '../../words/list.schema.ts';
import { isStale } from '../cluster/cluster-content.ts';

export const list: Action<typeof routes.listLists> = async (context, { query }) => {
  const page = await listListRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export async function readList(context: Context, id: string): Promise<Result<ListSummary>> {
  const found = await findList(context, id);
  return found ? ok(found) : fail('notFound');
}

export const get: Action<typeof routes.getList> = (context, { params }) => readList(context, params.listId);

export const create: Action<typeof routes.createList> = async (context, { body }) => {
  if (!(await sourceExists(context, body.sourceId))) return fail('sourceUnknown');
  const id = await insertList(context, body, false);
  context.audit({ event: 'list.created', subject: { kind: 'list', id }, name: body.name, changes: changesOfNew(body) });
  return readList(context, id);
};

export const update: Action<typeof routes.updateList> = async (context, { params, body, ifMatch }) => {
  const before = await readList(context, params.listId);
  if (!before.ok) return before;
  const stale = isStale(before.value, ifMatch);
  if (stale) return stale;
  if (!(await sourceExists(context, body.sourceId))) return fail('sourceUnknown');
  if (body.entryKind !== before.value.entryKind && before.value.entryCount > 0) return fail('entriesOfOtherKind');
  const old = Object.fromEntries(Object.keys(listInputSchema.shape).map((field) => [field, before.value[field as keyof typeof before.value]]));
  const changes = changesBetween(old, body);
  if (Object.keys(changes).length === 0) return before;
  if (!(await updateListRow(context, params.listId, ifMatch, body))) return fail('changedMeanwhile');
  context.audit({ event: 'list.updated', subject: { kind: 'list', id: params.listId }, name: body.name, changes });
  return readList(context, params.listId);
};

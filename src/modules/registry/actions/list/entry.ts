import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { deleteEntry, findEntry, insertEntry, isListed, listEntryRows } from '../../store/list.store.ts';
import type * as routes from '../../words/list.contract.ts';
import { readableSubject } from '../record/subject-access.ts';
import { readList } from './official-list.ts';

export const listEntries: Action<typeof routes.listListEntries> = async (context, { params, query }) => {
  const page = await listEntryRows(context, params.listId, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const addEntry: Action<typeof routes.addListEntry> = async (context, { params, body }) => {
  const list = await readList(context, params.listId);
  if (!list.ok) return list;
  if (body.subjectId !== null) {
    if (!(await readableSubject(context, list.value.entryKind, body.subjectId))) return fail('subjectUnknown');
    if (await isListed(context, params.listId, body.subjectId)) return fail('alreadyListed');
  }
  const entry = await findEntry(context, params.listId, await insertEntry(context, params.listId, body));
  if (!entry) return fail('unexpected');
  context.audit({ event: 'list.entryAdded', subject: { kind: 'list', id: params.listId }, name: list.value.name, changes: { entry: [null, entry.nameAsListed] } });
  return ok(entry);
};

export const removeEntry: Action<typeof routes.removeListEntry> = async (context, { params }) => {
  const [list, entry] = [await readList(context, params.listId), await findEntry(context, params.listId, params.entryId)];
  if (!list.ok || !entry) return fail('notFound');
  await deleteEntry(context, entry.id);
  context.audit({ event: 'list.entryRemoved', subject: { kind: 'list', id: params.listId }, name: list.value.name, changes: { entry: [entry.nameAsListed, null] } });
  return ok(null);
};

import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { countViews, deleteView, findView, insertView, isViewNameTaken, updateViewRow, viewsFor, writeChoice, type ViewRow } from '../../store/view.store.ts';
import type * as routes from '../../words/view.contract.ts';
import type { SavedView } from '../../words/view.schema.ts';
import { writersOf } from '../standing.ts';

const mostViews = 200;

async function showViews(context: Context, rows: readonly ViewRow[]): Promise<SavedView[]> {
  const writer = await writersOf(context, rows.map((row) => row.ownerId));
  return rows.map(({ ownerId, ...row }) => ({ ...row, owner: writer(ownerId), isOwn: ownerId === context.actor.personId }));
}

async function showView(context: Context, id: string): Promise<SavedView> {
  const row = await findView(context.db, context.actor.personId, id);
  const [shown] = row ? await showViews(context, [row]) : [];
  if (!shown) throw new Error('a view that was just written is not there');
  return shown;
}

export const list: Action<typeof routes.listViews> = async (context, { query }) => {
  const items = await showViews(context, await viewsFor(context.db, context.actor.personId, { page: query.page, pinned: query.pinned === 'true' }));
  return ok({ items, total: items.length });
};

export const create: Action<typeof routes.createView> = async (context, { body }) => {
  const ownerId = context.actor.personId;
  if (ownerId === null) return fail('notAllowed');
  if (await isViewNameTaken(context.db, ownerId, body.page, body.name, null)) return fail('viewNameTaken', { name: body.name });
  if ((await countViews(context.db, ownerId)) >= mostViews) return fail('tooManyViews', { most: mostViews });
  const id = context.newId();
  await insertView(context.db, { ...body, id, ownerId }, context.now);
  context.audit({ event: 'savedView.created', subject: { kind: 'savedView', id } });
  return ok(await showView(context, id));
};

/** Own ones only, or one that an operator takes back from everybody; what the reader can not see is not there. */
async function ownView(context: Context, id: string): Promise<ViewRow | 'notFound' | 'notOwnView'> {
  const view = await findView(context.db, context.actor.personId, id);
  if (!view) return 'notFound';
  return view.ownerId === context.actor.personId ? view : 'notOwnView';
}

export const update: Action<typeof routes.updateView> = async (context, { params, body, ifMatch }) => {
  const view = await ownView(context, params.viewId);
  if (typeof view === 'string') return fail(view);
  const next = { query: body.query ?? view.query, name: body.name ?? view.name, shared: body.shared ?? view.shared };
  if (await isViewNameTaken(context.db, view.ownerId, view.page, next.name, view.id)) return fail('viewNameTaken', { name: next.name });
  if (!(await updateViewRow(context.db, view.id, ifMatch, next, context.now))) return fail('changedMeanwhile');
  context.audit({ event: 'savedView.updated', subject: { kind: 'savedView', id: view.id }, ...(view.shared === next.shared ? {} : { changes: { shared: [view.shared, next.shared] } }) });
  return ok(await showView(context, view.id));
};

export const remove: Action<typeof routes.removeView> = async (context, { params }) => {
  const view = await ownView(context, params.viewId);
  const isShared = view === 'notOwnView' && context.allows('comment.moderate', { visibility: 'internal', territories: [], clusters: [], organisations: [] });
  if (typeof view === 'string' && !isShared) return fail(view);
  await deleteView(context.db, params.viewId);
  context.audit({ event: 'savedView.removed', subject: { kind: 'savedView', id: params.viewId } });
  return ok(null);
};

export const choose: Action<typeof routes.chooseView> = async (context, { params, body }) => {
  const view = await findView(context.db, context.actor.personId, params.viewId);
  if (!view || context.actor.personId === null) return fail('notFound');
  await writeChoice(context.db, context.actor.personId, view, body);
  return ok(await showView(context, view.id));
};

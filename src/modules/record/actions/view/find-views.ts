import type { Holding, SearchSource } from '#platform/module/module.ts';
import { fold } from '#platform/text/folding.ts';
import { deleteView, giveView, viewsFor, viewsHeld } from '../../store/view.store.ts';

const hrefOf = (view: { page: string; query: string }): string => (view.query === '' ? view.page : `${view.page}?${view.query}`);

/** The search finds a list as somebody left it. */
export const viewSearch: SearchSource = {
  kind: 'savedView',
  search: async (context, { folded }, limit) => {
    const views = (await viewsFor(context.db, context.actor.personId, {})).filter((view) => fold(view.name).includes(folded));
    return views.slice(0, limit).map((view) => ({ kind: 'savedView', id: view.id, name: { zh: view.name, en: view.name }, detail: { zh: view.page, en: view.page }, href: hrefOf(view), rank: view.isPinned ? 2 : 1 }));
  },
};

/** Shared views go to a successor, who then keeps them for everybody; private ones end with the one who made them. */
export const viewHolding: Holding = {
  kind: 'savedView',
  label: { zh: '保存的视图', en: 'Saved views' },
  list: async (context, personIds) => {
    const views = await viewsHeld(context.db, personIds);
    return views.map((view) => ({ id: view.id, personId: view.ownerId, name: { zh: view.name }, href: hrefOf(view), passes: true }));
  },
  pass: async (context, ids, toPersonId) => {
    for (const id of ids) await (toPersonId === null ? deleteView(context.db, id) : giveView(context.db, id, toPersonId, context.now));
  },
};

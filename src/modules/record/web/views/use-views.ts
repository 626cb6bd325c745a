import { useRouterState } from '@tanstack/react-router';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { usePath } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { chooseView, createView, listViews, removeView, updateView } from '../../words/view.contract.ts';
import type { SavedView } from '../../words/view.schema.ts';

export const addressOf = (view: Pick<SavedView, 'page' | 'query'>): string => (view.query === '' ? view.page : `${view.page}?${view.query}`);

/** The part of the address that a view keeps: filters, order, columns; not the page's own passing state. */
export function useQueryText(): string {
  return useRouterState({ select: (state) => state.location.searchStr }).replace(/^\?/, '');
}

export function useViews() {
  const page = usePath();
  const may = useMay('savedView.read');
  const query = useRoute(listViews, { query: { page } }, { enabled: may, staleTime: 60_000 });
  const touches = ['search'];
  return { may, page, views: query.data?.items ?? null, create: useWrite(createView, { touches }), update: useWrite(updateView, { touches }), remove: useWrite(removeView, { touches }), choose: useWrite(chooseView) };
}

import type { ListState } from '#web/router/use-list-state.ts';
import { useSetSearch } from '#web/router/use-search.ts';

export interface SavedView<Filter extends string> {
  key: string;
  label: string;
  count?: number;
  filters?: Partial<Record<Filter, string[]>>;
  sort?: string;
}

/** Saved views are links in all but name: choosing one sets the filters and the sort in the URL. */
export function ViewTabs<Filter extends string>({ views, state, label }: { views: readonly SavedView<Filter>[]; state: ListState<Filter>; label: string }) {
  const setSearch = useSetSearch();
  const none = Object.fromEntries(Object.keys(state.filters).map((name) => [name, undefined]));
  return (
    <nav className="tabs" aria-label={label}>
      {views.map((view, index) => {
        const on = state.view === view.key || (state.view === null && index === 0);
        return (
          <button key={view.key} type="button" aria-current={on ? 'true' : undefined} onClick={() => setSearch({ ...none, ...view.filters, sort: view.sort, q: undefined, view: index === 0 ? undefined : view.key })}>
            {view.label}
            {view.count === undefined ? null : <span className="tab-count">{view.count}</span>}
          </button>
        );
      })}
    </nav>
  );
}

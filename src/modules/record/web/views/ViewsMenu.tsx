import { useEffect, useRef, useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Menu } from '#web/kit/Menu.tsx';
import type { MenuItem } from '#web/kit/Menu.tsx';
import { useGo } from '#web/router/use-search.ts';
import type { SavedView } from '../../words/view.schema.ts';
import { addressOf, useQueryText, useViews } from './use-views.ts';
import { ViewDialog } from './ViewDialog.tsx';

type Asked = { view: SavedView | null } | null;

/** Saved views of this list: own ones and those shared with the space. A default opens by itself on an address without a query. */
export function ViewsMenu({ title }: { title: string }) {
  const text = useText();
  const go = useGo();
  const query = useQueryText();
  const { may, page, views, choose, update } = useViews();
  const [asked, setAsked] = useState<Asked>(null);
  const arrived = useRef<string | null>(null);
  const standard = views?.find((view) => view.isDefault);
  useEffect(() => {
    if (views === null || arrived.current === page) return;
    arrived.current = page;
    if (standard && query === '' && standard.query !== '') go(addressOf(standard), { replace: true });
  }, [views, standard, page, query, go]);
  if (!may) return null;
  const current = views?.find((view) => view.query === query && query !== '') ?? null;
  const own = current?.isOwn ? current : null;
  const items: MenuItem[] = [
    ...(views ?? []).map((view) => ({ key: view.id, label: <ViewLabel view={view} />, on: view.id === current?.id, onSelect: () => go(addressOf(view)) })),
    { key: 'save', label: text('record.views.save'), icon: 'plus', divided: (views ?? []).length > 0, onSelect: () => setAsked({ view: null }) },
    ...(current ? [
      { key: 'default', label: text(current.isDefault ? 'record.views.noDefault' : 'record.views.makeDefault'), icon: 'check' as const, onSelect: () => choose.mutate({ params: { viewId: current.id }, body: { isDefault: !current.isDefault, isPinned: current.isPinned } }) },
      { key: 'pin', label: text(current.isPinned ? 'record.views.unpin' : 'record.views.pin'), icon: 'link' as const, onSelect: () => choose.mutate({ params: { viewId: current.id }, body: { isDefault: current.isDefault, isPinned: !current.isPinned } }) },
    ] : []),
    ...(own ? [{ key: 'edit', label: text('record.views.edit'), icon: 'edit' as const, onSelect: () => setAsked({ view: own }) }] : []),
    ...(current || !views ? [] : views.filter((view) => view.isOwn).slice(0, 5).map((view) => ({ key: `update ${view.id}`, label: text('record.views.update', { name: view.name }), icon: 'refresh' as const, onSelect: () => update.mutate({ params: { viewId: view.id }, body: { query }, ifMatch: view.version }) }))),
  ];
  return (
    <>
      <Menu label={text('record.views')} align="end" items={items} trigger={(props) => <Button {...props}>{current?.name ?? text('record.views')}<Icon name="down" size={12} /></Button>} />
      {asked ? <ViewDialog title={title} page={page} query={query} view={asked.view} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

function ViewLabel({ view }: { view: SavedView }) {
  const text = useText();
  return (
    <span>
      {view.name}
      {view.isDefault ? <span className="quiet small"> · {text('record.views.isDefault')}</span> : null}
      {view.shared ? <span className="quiet small"> · {text('record.views.shared')}</span> : null}
    </span>
  );
}

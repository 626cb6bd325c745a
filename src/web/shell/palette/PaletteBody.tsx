import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { rememberItem } from '#web/router/recent.ts';
import { useGo } from '#web/router/use-search.ts';
import { usePaletteGroups } from './use-palette-groups.ts';
import type { PaletteItem } from './use-palette-groups.ts';

export function PaletteBody({ close }: { close: () => void }) {
  const text = useText();
  const go = useGo();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const { groups, busy, failed } = usePaletteGroups(words);
  const items = groups.flatMap((group) => group.items);
  const current = items[Math.min(at, items.length - 1)];
  const open = (item: PaletteItem | undefined) => {
    if (!item) return;
    close();
    item.run?.();
    if (!item.href) return;
    if (item.kind !== 'page') rememberItem({ href: item.href, label: item.label, kind: item.kind });
    go(item.href);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length > 0) setAt((Math.min(at, items.length - 1) + step + items.length) % items.length);
    if (event.key === 'Enter') open(current);
    if (step || event.key === 'Enter') event.preventDefault();
  };
  const idOf = (item: PaletteItem) => `palette-${items.indexOf(item)}`;
  return (
    <div className="palette-body">
      <label className="palette-field">
        <Icon name="search" size={18} />
        <input
          autoFocus
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls="palette-list"
          aria-activedescendant={current ? idOf(current) : undefined}
          aria-label={text('web.search')}
          placeholder={text('web.search.hint')}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </label>
      <div id="palette-list" role="listbox" aria-label={text('web.search.results')} className="palette-list" aria-busy={busy}>
        {groups.map((group) => (
          <div key={group.key} role="group" aria-label={group.label}>
            <p className="palette-group" aria-hidden="true">{group.label}</p>
            {group.items.map((item) => (
              <div key={item.key} id={idOf(item)} role="option" aria-selected={item === current} className="palette-item" onPointerMove={() => setAt(items.indexOf(item))} onClick={() => open(item)}>
                <Icon name={item.icon} size={16} />
                <span className="palette-label">{item.label}</span>
                {item.detail ? <span className="quiet small">{item.detail}</span> : null}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className="palette-foot" role="status">
        {failed ? text('web.search.failed') : items.length === 0 && words.trim() && !busy ? text('web.search.nothing', { words: words.trim() }) : text('web.search.keys')}
      </p>
    </div>
  );
}

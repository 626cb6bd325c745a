import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useFormat } from './figure/use-format.ts';

export interface TabItem {
  key: string;
  label: string;
  count?: number | null;
}

export interface TabsProps {
  label: string;
  items: readonly TabItem[];
  value: string;
  onChange: (key: string) => void;
  /** Id stem that ties tabs to their panel: the panel has `${idStem}-panel`. */
  idStem: string;
}

export function Tabs({ label, items, value, onChange, idStem }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const format = useFormat();
  // Where the tabs are one line that scrolls sideways, the chosen one shall be seen in it.
  useEffect(() => {
    const [line, chosen] = [list.current, list.current?.querySelector<HTMLElement>('[aria-selected="true"]')];
    if (!line || !chosen) return;
    const [outer, inner] = [line.getBoundingClientRect(), chosen.getBoundingClientRect()];
    if (inner.left < outer.left || inner.right > outer.right) line.scrollLeft += inner.left - outer.left - 16;
  }, [value]);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = items.findIndex((item) => item.key === value);
    const next = step ? items[(at + step + items.length) % items.length] : event.key === 'Home' ? items[0] : event.key === 'End' ? items.at(-1) : undefined;
    if (!next) return;
    event.preventDefault();
    onChange(next.key);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          role="tab"
          id={`${idStem}-${item.key}`}
          data-tab={item.key}
          aria-selected={item.key === value}
          aria-controls={item.key === value ? `${idStem}-panel` : undefined}
          tabIndex={item.key === value ? 0 : -1}
          onClick={() => onChange(item.key)}
        >
          {item.label}
          {item.count === undefined || item.count === null ? null : <span className="tab-count">{format.count(item.count)}</span>}
        </button>
      ))}
    </div>
  );
}

import { useEffect, useRef } from 'react';
import { useGo } from '#web/router/use-search.ts';

/** True when a key press belongs to something being typed or to an open dialog. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  if (event.metaKey || event.ctrlKey || event.altKey || document.querySelector('dialog[open]')) return true;
  return Boolean(target?.closest('input:not([type=checkbox]), textarea, select, [contenteditable], [role=combobox], [role=listbox], [role=application]'));
}

/** j and k move between rows, x chooses, Enter opens: for lists worked through by keyboard. */
export function useRowKeys({ on, toggle }: { on: boolean; toggle: (key: string) => void }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const go = useGo();
  const latest = useRef(toggle);
  latest.current = toggle;
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || !body.current) return;
      const rows = [...body.current.querySelectorAll<HTMLElement>('tr[data-row]')];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const step = { j: 1, k: -1 }[event.key];
      if (step) {
        const next = rows[at === -1 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))];
        next?.focus();
        next?.scrollIntoView({ block: 'nearest' });
        event.preventDefault();
        return;
      }
      const row = rows[at];
      if (!row) return;
      if (event.key === 'x') latest.current(row.dataset['row'] ?? '');
      if (event.key === 'Enter' && document.activeElement === row && row.dataset['href']) go(row.dataset['href']);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on, go]);
  return body;
}

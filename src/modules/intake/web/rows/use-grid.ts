import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

export interface At {
  row: number;
  column: number;
}

const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** One cell of a table has the focus: arrows move it, Enter opens it, Escape closes it again. */
export function useGrid({ rows, columns, editable }: { rows: number; columns: number; editable: boolean }) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const [open, setOpen] = useState(false);
  const here: At = { row: Math.min(at.row, Math.max(0, rows - 1)), column: Math.min(at.column, Math.max(0, columns - 1)) };
  const focus = (next: At) => {
    setAt(next);
    setTimeout(() => table.current?.querySelector<HTMLElement>(`[data-at="${next.row}:${next.column}"]`)?.focus(), 0);
  };
  const close = (move: 0 | 1 = 0) => {
    setOpen(false);
    focus({ ...here, row: Math.min(rows - 1, here.row + move) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (open) return;
    if (!(event.target instanceof HTMLElement) || event.target.dataset['at'] === undefined) return;
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      focus({ row: Math.max(0, Math.min(rows - 1, here.row + step[0])), column: Math.max(0, Math.min(columns - 1, here.column + step[1])) });
    } else if ((event.key === 'Enter' || event.key === 'F2') && editable) {
      event.preventDefault();
      setOpen(true);
    }
  };
  const cell = (row: number, column: number) => ({
    'data-at': `${row}:${column}`,
    tabIndex: row === here.row && column === here.column ? 0 : -1,
    onFocus: () => (row === here.row && column === here.column ? undefined : setAt({ row, column })),
    onDoubleClick: () => {
      setAt({ row, column });
      setOpen(editable);
    },
  });
  return { table, at: here, isOpen: (row: number, column: number) => open && row === here.row && column === here.column, cell, close, onKeyDown, edit: (row: number, column: number) => {
    setAt({ row, column });
    setOpen(true);
  } };
}

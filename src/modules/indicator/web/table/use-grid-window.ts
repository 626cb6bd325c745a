import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

export const rowHeight = 32;
export const columnWidth = 128;

export interface GridWindow {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

const margin = 6;

/** Which rows and columns lie in sight of the holder, with a few around them. */
export function useGridWindow(holder: RefObject<HTMLDivElement | null>, rows: number, columns: number): GridWindow {
  const [seen, setSeen] = useState<GridWindow>({ firstRow: 0, lastRow: Math.min(rows, 30), firstColumn: 0, lastColumn: Math.min(columns, 16) });
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const look = () => {
      const firstRow = Math.max(0, Math.floor(element.scrollTop / rowHeight) - margin);
      const lastRow = Math.min(rows, firstRow + Math.ceil(element.clientHeight / rowHeight) + 2 * margin);
      const firstColumn = Math.max(0, Math.floor(element.scrollLeft / columnWidth) - 2);
      const lastColumn = Math.min(columns, firstColumn + Math.ceil(element.clientWidth / columnWidth) + 4);
      setSeen((before) => (before.firstRow === firstRow && before.lastRow === lastRow && before.firstColumn === firstColumn && before.lastColumn === lastColumn ? before : { firstRow, lastRow, firstColumn, lastColumn }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [holder, rows, columns]);
  return seen;
}

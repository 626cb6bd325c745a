import { useLayoutEffect, useRef, useState } from 'react';

/**
 * True when a table does not fit its holder. Only then does the holder scroll sideways: a scrolling holder would
 * keep the head from sticking to the top of the page.
 */
export function useTooWide() {
  const holder = useRef<HTMLDivElement>(null);
  const [tooWide, setTooWide] = useState(false);
  useLayoutEffect(() => {
    const element = holder.current;
    const table = element?.querySelector('table');
    if (!element || !table) return;
    const measure = () => setTooWide(table.offsetWidth > element.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(table);
    measure();
    return () => observer.disconnect();
  }, []);
  return [holder, tooWide] as const;
}

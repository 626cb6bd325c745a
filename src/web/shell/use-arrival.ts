import { useEffect, useRef } from 'react';

/** After a change of page the keyboard and the screen reader start at its content, not where the old link was. */
export function useArrival(path: string): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    const main = document.getElementById('main');
    main?.setAttribute('aria-label', document.title);
    main?.focus({ preventScroll: true });
  }, [path]);
}

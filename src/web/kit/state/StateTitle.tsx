import { useLayoutEffect, useSyncExternalStore, type ReactNode } from 'react';

let heads = 0;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function count(by: 1 | -1): void {
  heads += by;
  for (const notify of listeners) notify();
}

/** A page's own title says that it is there. */
export function useIsHead(): void {
  useLayoutEffect(() => {
    count(1);
    return () => count(-1);
  }, []);
}

/** Where a state stands for the whole page it is the page's heading; inside a page it is only a line. */
export function StateTitle({ children }: { children: ReactNode }) {
  const isWholePage = useSyncExternalStore(subscribe, () => heads === 0);
  return isWholePage ? <h1 className="state-title">{children}</h1> : <p className="state-title">{children}</p>;
}

import { useEffect, useRef } from 'react';

/** On a phone a menu is one line that scrolls sideways: the page one is on shall be seen in it. */
export function useCurrentInView(path: string, isDrawn: boolean) {
  const menu = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = menu.current?.querySelector<HTMLElement>('[aria-current]');
    if (menu.current && current) menu.current.scrollLeft = current.offsetLeft - menu.current.offsetLeft - 16;
  }, [path, isDrawn]);
  return menu;
}

import { useState } from 'react';

const place = 'clusterloom.rail';

export interface RailState {
  narrow: boolean;
  toggle: () => void;
  drawer: boolean;
  openDrawer: () => void;
  closeDrawer: () => void;
}

/** Wide or narrow is remembered; on the phone the rail is a drawer. */
export function useRail(): RailState {
  const [narrow, setNarrow] = useState(() => localStorage.getItem(place) === 'narrow');
  const [drawer, setDrawer] = useState(false);
  return {
    narrow,
    toggle: () => {
      localStorage.setItem(place, narrow ? 'wide' : 'narrow');
      setNarrow(!narrow);
    },
    drawer,
    openDrawer: () => setDrawer(true),
    closeDrawer: () => setDrawer(false),
  };
}

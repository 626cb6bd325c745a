import { useState } from 'react';
import type { Density } from './DataTable.tsx';

/** Row height, remembered for each table on this device. */
export function useDensity(table: string): [Density, (density: Density) => void] {
  const place = `clusterloom.density.${table}`;
  const [density, setDensity] = useState<Density>(() => {
    const kept = localStorage.getItem(place);
    return kept === 'compact' || kept === 'relaxed' ? kept : 'default';
  });
  const keep = (next: Density) => {
    localStorage.setItem(place, next);
    setDensity(next);
  };
  return [density, keep];
}

import { useMemo } from 'react';
import { useText } from '#web/i18n/use-text.ts';

/** Metres in the unit that reads best, three figures at most: 850 m, 4.9 km, 120 km. */
export function distanceParts(metres: number): { number: string; unit: 'm' | 'km' } {
  if (metres < 1000) return { number: String(Math.round(metres)), unit: 'm' };
  const kilometres = metres / 1000;
  return { number: kilometres < 10 ? String(Math.round(kilometres * 10) / 10) : String(Math.round(kilometres)), unit: 'km' };
}

export function useDistance(): (metres: number) => string {
  const text = useText();
  return useMemo(() => (metres) => {
    const { number, unit } = distanceParts(metres);
    return unit === 'm' ? text('observatory.map.metres', { number }) : text('observatory.map.kilometres', { number });
  }, [text]);
}

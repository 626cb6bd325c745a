import { useMemo } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import type { MapPoint, PointGroup } from '#web/map/map-data.ts';
import type { MapClusters } from '../../words/territory.schema.ts';
import { spread } from './spread.ts';

const looks = { listed: { colour: 'var(--cat-4)', shape: 'circle' }, other: { colour: 'var(--cat-3)', shape: 'triangle' }, sample: { colour: 'var(--cat-8)', shape: 'diamond' } } as const;
/** Degrees between two clusters of one city, far enough apart to be told apart at the map's own scale. */
const steps = { provinces: 0.42, prefectures: 0.05 } as const;

export function useClusterPoints(found: MapClusters | undefined, level: keyof typeof steps): { points: MapPoint[]; groups: PointGroup[] } {
  const text = useText();
  const name = useName();
  return useMemo(() => {
    if (!found) return { points: [], groups: [] };
    const points = found.ids.map((id, at) => ({
      id,
      name: `${name(found.names[at])} · ${name(found.territories[at])}`,
      longitude: found.longitudes[at] ?? 0,
      latitude: found.latitudes[at] ?? 0,
      group: found.groups[at] ?? 'other',
      href: `/clusters/${id}`,
    }));
    const clustersOf = (key: string) => new Set(found.ids.filter((_, at) => found.groups[at] === key)).size;
    const groups = (['listed', 'other', 'sample'] as const).filter((key) => found.groups.includes(key)).map((key) => ({ key, label: text(`registry.map.group.${key}`), count: clustersOf(key), ...looks[key] }));
    return { points: spread(points, steps[level]), groups };
  }, [found, level, name, text]);
}

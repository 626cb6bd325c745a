import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { z } from 'zod';
import { getMapGeometry } from '#modules/registry/words/territory.contract.ts';
import type { MapLevel } from '#modules/registry/words/territory.schema.ts';
import { useRoute } from '#web/api/use-route.ts';
import type { PointScene } from '#web/map/draw-points.ts';
import { featureSchema } from '#web/map/map-data.ts';
import { mostOf, project, projectAll, unwrapped } from '#web/map/point-view.ts';
import { seaIslands } from '#web/map/sea-islands.ts';
import { readToken } from '#web/theme/read-token.ts';
import { useScheme } from '#web/theme/scheme.ts';
import type { DensityMap } from '../../words/map.schema.ts';
import type { MapState } from './use-cluster-map.ts';

/** Trades with a colour of their own; the rest share one. */
export const colouredTrades = 6;
export const otherToken = '--cat-8';
export const unknownToken = '--border-control';
export const tokenOf = (trade: number): string => (trade < 0 ? unknownToken : trade < colouredTrades ? `--cat-${trade + 1}` : otherToken);

type Ring = readonly (readonly number[])[];
const ringOf = (ring: Ring): Float64Array => projectAll(unwrapped(ring.map(([longitude = 0]) => longitude)), ring.map(([, latitude = 0]) => latitude));

/** Land to draw under the points: China's provinces where all of them are there, its prefectures under a province, else the world. */
function groundOf({ points }: DensityMap, territoryId: string | undefined): { level: MapLevel; province?: string } {
  const province = /^cn:(\d{2})\d{4}$/.exec(territoryId ?? '')?.[1];
  if (province) return { level: 'prefectures', province: `cn:${province}0000` };
  const inChina = points.longitudes.length > 0 && points.longitudes.every((longitude, at) => longitude > 73 && longitude < 135.2 && (points.latitudes[at] ?? 0) > 3 && (points.latitudes[at] ?? 0) < 53.7);
  return { level: inChina ? 'provinces' : 'world' };
}

const none = new Float64Array();

/** The map as it is drawn, and the land below it. */
export function useScene(data: DensityMap | undefined, state: MapState, hidden: ReadonlySet<number>): { scene: PointScene; places: Float64Array; home: Float64Array } | null {
  const scheme = useScheme();
  const ground = data ? groundOf(data, state.value('territoryId')) : { level: 'world' as const };
  const geometry = useRoute(getMapGeometry, { params: { level: ground.level }, query: 'province' in ground && ground.province ? { province: ground.province } : {} }, { staleTime: Infinity, enabled: data !== undefined });
  const features = useMemo(() => (geometry.data ? z.array(featureSchema).parse(geometry.data.collection.features) : []), [geometry.data]);
  const islands = useQuery({ queryKey: ['seaIslands'], queryFn: () => seaIslands(features), enabled: ground.level === 'provinces' && features.length > 0, staleTime: Infinity }).data;
  const regions = useMemo(() => {
    const land = features.map(({ geometry: { type, coordinates } }) => (type === 'Polygon' ? coordinates : coordinates.flat()).map(ringOf));
    return ground.level === 'provinces' && islands ? [...land, islands.map(ringOf)] : land;
  }, [features, islands, ground.level]);
  const places = useMemo(() => (data ? projectAll(data.points.longitudes, data.points.latitudes) : none), [data]);
  const outlines = useMemo(
    () => (data?.clusters ?? []).map(({ number, boundary, longitude, latitude }) => ({ key: number, rings: boundary.flat().map(ringOf), middle: project(longitude, latitude), label: String(number) })),
    [data],
  );
  const byDensity = state.value('colour') === 'density';
  const layers = useMemo(() => (data && scheme ? layersOf(data, places, byDensity, hidden) : []), [data, places, byDensity, hidden, scheme]);
  const marked = useMemo(() => (data ? picked(places, data.points.members.flatMap((member, at) => (member ? [at] : []))) : none), [data, places]);
  // A country is shown whole; elsewhere the picture opens on its points, without those far off from all others.
  const home = useMemo(() => (ground.level === 'provinces' && regions.length > 0 ? cornersOf(regions, places) : mostOf(places)), [ground.level, regions, places]);
  const squares = useMemo(() => (data && state.value('places') !== 'off' ? projectAll(data.places.longitudes, data.places.latitudes) : none), [data, state]);
  const [borders, drawn] = [state.value('borders') !== 'off', state.value('outlines') !== 'off'];
  return useMemo(() => {
    if (!data || !scheme) return null;
    const colours = { land: readToken('--neutral-bg'), border: readToken('--border-control'), outline: readToken('--brand-solid'), surface: readToken('--bg-surface'), text: readToken('--text-primary'), focus: readToken('--focus-ring'), mark: readToken('--text-primary') };
    return { scene: { regions, outlines: drawn ? outlines : [], layers, squares, marked, current: state.current, colours, borders }, places, home };
  }, [data, scheme, regions, outlines, drawn, layers, squares, marked, state.current, borders, places, home]);
}

function cornersOf(regions: PointScene['regions'], places: Float64Array): Float64Array {
  let [west, east, north, south] = [1, 0, 1, 0];
  for (const ring of [...regions.flat(), places]) {
    for (let at = 0; at < ring.length; at += 2) {
      west = Math.min(west, ring[at] ?? west);
      east = Math.max(east, ring[at] ?? east);
      north = Math.min(north, ring[at + 1] ?? north);
      south = Math.max(south, ring[at + 1] ?? south);
    }
  }
  return Float64Array.from([west, north, east, south]);
}

function picked(places: Float64Array, indices: readonly number[]): Float64Array {
  const taken = new Float64Array(2 * indices.length);
  for (const [at, index] of indices.entries()) taken.set([places[2 * index] ?? 0, places[2 * index + 1] ?? 0], 2 * at);
  return taken;
}

/** The many at the bottom, the few above them. */
function layersOf({ points }: DensityMap, places: Float64Array, byDensity: boolean, hidden: ReadonlySet<number>): PointScene['layers'] {
  const groups = new Map<string, number[]>();
  for (const [at, trade] of points.trades.entries()) {
    if (hidden.has(groupOf(trade))) continue;
    const token = byDensity ? ((points.labels[at] ?? 0) > 0 ? '--brand-solid' : '--border-control') : tokenOf(trade);
    const group = groups.get(token);
    if (group) group.push(at);
    else groups.set(token, [at]);
  }
  return [...groups].sort(([, one], [, other]) => other.length - one.length).map(([token, indices]) => ({ colour: readToken(token), places: picked(places, indices) }));
}

/** The legend's line of a trade: its own place, the others together, or nobody said. */
export const groupOf = (trade: number): number => (trade < 0 ? -1 : Math.min(trade, colouredTrades));

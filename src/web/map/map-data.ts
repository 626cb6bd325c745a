import { z } from 'zod';

/** One territory on the map. Suppressed and unknown are not zero. */
export interface RegionValue {
  id: string;
  value: number | null;
  /** The value exists but may not be shown. */
  suppressed?: boolean;
}

export interface MapPoint {
  id: string;
  name: string;
  longitude: number;
  latitude: number;
  /** Which group of the legend it belongs to. */
  group: string;
  href?: string;
}

export interface PointGroup {
  key: string;
  label: string;
  /** A colour role: `var(--cat-1)`. */
  colour: string;
  shape: 'circle' | 'rect' | 'triangle' | 'diamond' | 'hexagon';
  /** How many there are, where a thing may have several points. */
  count?: number;
}

const position = z.array(z.number());
const ring = z.array(position);
export const featureSchema = z.object({
  id: z.string(),
  properties: z.object({ name: z.string(), zh: z.string(), en: z.string(), centre: z.tuple([z.number(), z.number()]).nullable() }),
  geometry: z.union([z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }), z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) })]),
});
export type MapFeature = z.infer<typeof featureSchema>;

/** Centre and magnification that bring these regions forward among their neighbours; null where the map has none of them. */
export function focusOn(features: readonly MapFeature[], ids: readonly string[]): { center: [number, number]; zoom: number } | null {
  const whole = boundsOf(features);
  const near = boundsOf(features.filter((feature) => ids.includes(feature.id)));
  if (!whole || !near) return null;
  const zoom = Math.min((whole.east - whole.west) / (near.east - near.west), (whole.north - whole.south) / (near.north - near.south)) * 0.5;
  return { center: [(near.west + near.east) / 2, (near.south + near.north) / 2], zoom: Math.min(6, Math.max(1, zoom)) };
}

/** Regions to name on the picture: each that has a value where regions are few, else the `most` with the highest. */
export function labelledOf(features: readonly MapFeature[], values: readonly RegionValue[], most: number): ReadonlySet<string> {
  const told = values.filter((each) => each.value !== null);
  if (features.length <= 25) return new Set(told.map(({ id }) => id));
  const highest = told.filter((each) => (each.value ?? 0) > 0).toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0));
  return new Set(highest.slice(0, most).map(({ id }) => id));
}

function boundsOf(features: readonly MapFeature[]): { west: number; east: number; south: number; north: number } | null {
  if (features.length === 0) return null;
  const bounds = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const { geometry } of features)
    for (const [longitude = 0, latitude = 0] of geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2)) {
      bounds.west = Math.min(bounds.west, longitude);
      bounds.east = Math.max(bounds.east, longitude);
      bounds.south = Math.min(bounds.south, latitude);
      bounds.north = Math.max(bounds.north, latitude);
    }
  return bounds;
}

export interface MapClass {
  /** Both limits belong to the class. */
  from: number;
  to: number;
  colour: string;
}

/** Limits such that classes hold about equally many regions, at most `most` of them and never an empty one. */
export function classLimits(values: readonly number[], most = 6): { from: number; to: number }[] {
  const sorted = [...new Set(values)].toSorted((one, other) => one - other);
  const count = Math.min(most, sorted.length);
  return Array.from({ length: count }, (_, index) => {
    const first = sorted[Math.round((index * sorted.length) / count)] ?? 0;
    const last = sorted[Math.round(((index + 1) * sorted.length) / count) - 1] ?? first;
    return { from: first, to: last };
  });
}

export function classOf(classes: readonly MapClass[], value: number): MapClass | undefined {
  return classes.find((each) => value >= each.from && value <= each.to);
}

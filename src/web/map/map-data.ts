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

import { fault } from '../method/fields.ts';
import { earthRadius } from './haversine.ts';

export const metrics = ['euclidean', 'sphere'] as const;
export type Metric = (typeof metrics)[number];

/**
 * Points in a form in which distances are straight lines: the plane (or a space of any dimension) as it is, the sphere as
 * unit vectors. Straight distances keep the order of the metric, so searches run on them and only results are converted.
 */
export interface Positions {
  metric: Metric;
  count: number;
  dimensions: number;
  /** Row by row; on the sphere three numbers per point. */
  at: Float64Array;
}

const radians = Math.PI / 180;

/** Points of a space with straight distances, row by row as they are: nothing is copied. */
export const planePositions = (at: Float64Array, dimensions = 2): Positions => ({ metric: 'euclidean', count: at.length / dimensions, dimensions, at });

/** Points on the sphere from degrees. Distances come out in metres (R₁, see haversine). Cost O(n). Faults on degrees off the globe. */
export function spherePositions(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): Positions {
  const count = longitudes.length;
  const at = new Float64Array(3 * count);
  for (let one = 0; one < count; one += 1) {
    const longitude = longitudes[one] as number;
    const latitude = latitudes[one] as number;
    if (Math.abs(longitude) > 360 || Math.abs(latitude) > 90) fault(`point ${one + 1} is not on the globe: degrees, longitude first`);
    const ring = Math.cos(latitude * radians);
    at[3 * one] = ring * Math.cos(longitude * radians);
    at[3 * one + 1] = ring * Math.sin(longitude * radians);
    at[3 * one + 2] = Math.sin(latitude * radians);
  }
  return { metric: 'sphere', count, dimensions: 3, at };
}

/** The straight (stored) length of a distance of the metric. */
export function straightOf(metric: Metric, distance: number): number {
  if (metric === 'euclidean') return distance;
  return distance >= Math.PI * earthRadius ? 2 : 2 * Math.sin(distance / (2 * earthRadius));
}

/** The distance of the metric (on the sphere metres along the great circle) of a straight (stored) length. */
export const distanceOf = (metric: Metric, straight: number): number => (metric === 'euclidean' ? straight : 2 * earthRadius * Math.asin(Math.min(1, straight / 2)));

/** 0, 1, … count − 1. */
export function places(count: number): Uint32Array {
  const all = new Uint32Array(count);
  for (let one = 0; one < count; one += 1) all[one] = one;
  return all;
}

/** Square of the straight distance of two points. Cost O(d). */
export function squaredBetween({ at, dimensions }: Positions, a: number, b: number): number {
  let sum = 0;
  for (let axis = 0; axis < dimensions; axis += 1) {
    const step = (at[a * dimensions + axis] as number) - (at[b * dimensions + axis] as number);
    sum += step * step;
  }
  return sum;
}

/** Distance of two points in the unit of the metric. */
export const between = (positions: Positions, a: number, b: number): number => distanceOf(positions.metric, Math.sqrt(squaredBetween(positions, a, b)));

/** Some of the points, copied, in the order given. */
export function positionsAt({ metric, dimensions, at }: Positions, indices: ArrayLike<number>): Positions {
  const taken = new Float64Array(indices.length * dimensions);
  for (let one = 0; one < indices.length; one += 1) {
    for (let axis = 0; axis < dimensions; axis += 1) taken[one * dimensions + axis] = at[(indices[one] as number) * dimensions + axis] as number;
  }
  return { metric, count: indices.length, dimensions, at: taken };
}

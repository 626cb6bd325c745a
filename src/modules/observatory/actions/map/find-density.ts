import { fault } from '#kernel/method/fields.ts';
import { dbscanSphere } from '#kernel/space/dbscan.ts';
import { hdbscan } from '#kernel/space/hdbscan.ts';
import { kdTree, kthNearest } from '#kernel/space/kd-tree.ts';
import { outlineOf, type Outline } from '#kernel/space/outline.ts';
import { distanceOf, spherePositions } from '#kernel/space/positions.ts';
import { simplifyLine } from '#kernel/space/simplify.ts';
import { spatialClusteringMethod } from '#kernel/space/spatial-clustering.method.ts';
import { suggestEps, type SuggestedEps } from '#kernel/space/suggest-eps.ts';
import type { DensityMapQuery } from '../../words/map.schema.ts';

export interface Found {
  /** By point; 0 = in no cluster. */
  labels: Int32Array;
  clusters: number;
  /** By label − 1; null of DBSCAN. */
  stability: Float64Array | null;
  eps: number | null;
  suggested: SuggestedEps;
  /** Metres from the nearest point to a boundary. */
  radius: number;
  version: string;
}

/** Where nothing can be suggested, points lie on one another or there are hardly any. */
const fallbackEps = 1000;

/** Density clusters of points on the globe, by the method and the numbers asked for. */
export function findDensity(longitudes: readonly number[], latitudes: readonly number[], { method, eps: asked, minPts }: Pick<DensityMapQuery, 'method' | 'eps' | 'minPts'>): Found {
  if (longitudes.length !== latitudes.length) fault('as many longitudes as latitudes');
  const positions = spherePositions(longitudes, latitudes);
  const neighbours = new Float64Array(positions.count);
  kthNearest(kdTree(positions), minPts - 1, neighbours);
  const suggested = suggestEps(neighbours.map((straight) => (Number.isFinite(straight) ? distanceOf('sphere', straight) : Infinity)));
  const base = { suggested, version: spatialClusteringMethod.version };
  const eps = asked ?? Math.max(10, suggested.eps || fallbackEps);
  if (method === 'dbscan' || positions.count < minPts) {
    const { labels, clusters } = dbscanSphere(longitudes, latitudes, { eps, minPts });
    // Half the reach and a little more: core points within reach of each other then share one piece of boundary.
    return { ...base, labels, clusters, stability: null, eps: method === 'dbscan' ? eps : null, radius: eps * 0.55 };
  }
  const { labels, clusters, stability, coreDistance } = hdbscan(positions, minPts);
  const inside = coreDistance.filter((_, point) => labels[point] !== 0).sort();
  return { ...base, labels, clusters, stability, eps: null, radius: Math.max(50, (inside[inside.length >> 1] ?? fallbackEps) * 0.55) };
}

/** From here on a coarser grid draws the boundary: nobody sees the difference among so many points. */
const manySites = 4000;

/** The boundary drawn from the points, with as few corners as its scale bears. */
export function boundaryOf(longitudes: readonly number[], latitudes: readonly number[], radius: number): Outline {
  const tolerance = radius / 111_195 / 12;
  return outlineOf(longitudes, latitudes, { radius, steps: longitudes.length > manySites ? 3 : 5 }).map((polygon) =>
    polygon.map((ring) => simplifyLine(ring, tolerance).map(([longitude, latitude]) => [round5(longitude), round5(latitude)] as const)));
}

const round5 = (value: number): number => Math.round(value * 1e5) / 1e5;

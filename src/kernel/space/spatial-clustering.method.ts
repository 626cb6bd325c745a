import { fault, type Fields } from '../method/fields.ts';
import type { Computed, Method } from '../method/method.ts';
import { columnOf, type Matrix } from '../stats/matrix.ts';
import { dbscanAnywhere, dbscanPlane, dbscanSphere, type Dbscan } from './dbscan.ts';
import { hdbscan } from './hdbscan.ts';
import { kdTree, kthNearest } from './kd-tree.ts';
import { distanceOf, planePositions, spherePositions, type Metric, type Positions } from './positions.ts';

function readMetric(params: Fields): Metric {
  return params.choice('metric', ['euclidean', 'sphere', 'haversine'], 'euclidean') === 'euclidean' ? 'euclidean' : 'sphere';
}

function readPoints(input: Fields, params: Fields): { points: Matrix; metric: Metric } {
  const points = input.matrix('points');
  const metric = readMetric(params);
  if (metric === 'sphere' && points.columns !== 2) fault('input.points must be [longitude, latitude] in degrees on the sphere');
  return { points, metric };
}

function positionsOf({ points, metric }: { points: Matrix; metric: Metric }): Positions {
  return metric === 'sphere' ? spherePositions(columnOf(points, 0), columnOf(points, 1)) : planePositions(points.cells, points.columns);
}

function density(input: Fields, params: Fields): Computed {
  const { points, metric } = readPoints(input, params);
  const options = { eps: params.number('eps'), minPts: params.whole('minPts', 1, 5) };
  if (!(options.eps > 0)) fault('params.eps must be positive');
  const found = ((): Dbscan => {
    if (points.columns !== 2) return dbscanAnywhere(positionsOf({ points, metric }), options);
    return (metric === 'sphere' ? dbscanSphere : dbscanPlane)(columnOf(points, 0), columnOf(points, 1), options);
  })();
  return { value: { labels: found.labels, core: Array.from(found.core, (one) => one === 1), nClusters: found.clusters, noise: found.noise } };
}

function hierarchy(input: Fields, params: Fields): Computed {
  const positions = positionsOf(readPoints(input, params));
  const minPts = params.whole('minPts', 2, 5);
  if (minPts > positions.count) fault(`params.minPts must be at most the number of points: ${positions.count}`);
  const { labels, probability, outlier, clusters, stability, coreDistance, coincident } = hdbscan(positions, minPts);
  return {
    value: { labels, probability, outlier, nClusters: clusters, stability, coredist: coreDistance },
    warnings: coincident ? ['some points lie on one another: a length of 0 counts as the shortest length above 0'] : [],
  };
}

function neighbours(input: Fields, params: Fields): Computed {
  const positions = positionsOf(readPoints(input, params));
  const k = params.whole('k', 1);
  if (k >= positions.count) fault(`params.k must be less than the number of points: ${positions.count}`);
  const straight = new Float64Array(positions.count);
  kthNearest(kdTree(positions), k, straight);
  return { value: straight.map((one) => distanceOf(positions.metric, one)) };
}

const points = { points: 'n rows of coordinates; with metric sphere [longitude, latitude] in degrees' };
const metric = 'euclidean (default), or sphere (haversine): distances in metres on R₁ = 6 371 008.8 m';

/** Clusters of points by density. */
export const spatialClusteringMethod: Method = {
  id: 'spatial-clustering',
  version: '1.0.0',
  title: 'Clusters of points by density: DBSCAN and HDBSCAN, in the plane and on the sphere',
  operations: {
    dbscan: {
      summary: 'Clusters of points each of whose core points has at least minPts points within eps.',
      input: points,
      params: { eps: 'radius of the neighbourhood, itself included, in the unit of the metric', minPts: 'how many points make a core, the point itself counted; default 5', metric },
      output: '{labels, core, nClusters, noise}: labels 0 = noise, else from 1 by the first core point in the order of the input',
      source: 'Ester, Kriegel, Sander and Xu (1996), KDD, 226–231',
      compute: density,
    },
    hdbscan: {
      summary: 'Clusters of varying density, by excess of mass in the hierarchy of mutual reachability.',
      input: points,
      params: { minPts: 'neighbours of the core distance, the point itself counted, and least size of a cluster; default 5', metric },
      output: '{labels, probability, outlier, nClusters, stability, coredist}: labels 0 = noise; outlier = GLOSH; stability by label',
      source: 'Campello, Moulavi and Sander (2013), PAKDD, 160–172; Campello et al. (2015), ACM TKDD 10(1):5',
      compute: hierarchy,
    },
    'knn-distance': {
      summary: 'Distance from each point to its k-th nearest other point.',
      input: points,
      params: { k: 'which neighbour, from 1', metric },
      output: 'n distances in the unit of the metric',
      source: 'Bentley (1975), Communications of the ACM 18:509–517',
      compute: neighbours,
    },
  },
};

import { matrixOf, type Matrix } from '../../stats/matrix.ts';
import { rngFrom } from '../../stats/rng.ts';
import { kMeans } from './k-means.ts';
import { agglomerate, cut, type Linkage } from './linkage.ts';
import { coagglomeration, columnCorrelation, meanOf, rowCorrelation, standardisedBeside, strongestFlow } from './similarity.ts';
import { validate, type Validation } from './validation.ts';

export interface IndustryTables {
  /** Jobs and establishments: regions × industries. */
  employment: Matrix;
  establishments: Matrix;
  /** Share of an industry's purchases from another, and of its sales to another: industries × industries. */
  input: Matrix;
  output: Matrix;
  /** Occupations of each industry: industries × occupations. */
  occupation: Matrix;
}

export interface Similarities {
  lcEmp: Matrix;
  lcEst: Matrix;
  coi: Matrix;
  io: Matrix;
  occ: Matrix;
}

/** The five relatedness matrices of Delgado, Porter and Stern (2016), industries × industries. Cost O(regions · industries²). */
export const similarities = (tables: IndustryTables): Similarities => ({
  lcEmp: columnCorrelation(tables.employment),
  lcEst: columnCorrelation(tables.establishments),
  coi: coagglomeration(tables.employment),
  io: strongestFlow(tables.input, tables.output),
  occ: rowCorrelation(tables.occupation),
});

/**
 * The similarity that clusters are made from: mean of LC (itself the mean of jobs and establishments), IO and Occ, each
 * standardised beside the diagonal; NaN on the diagonal. A matrix that does not vary counts as unknown. Null when all do.
 */
export function jointSimilarity({ lcEmp, lcEst, io, occ }: Similarities): Matrix | null {
  const known = (matrices: readonly (Matrix | null)[]): Matrix | null => {
    const varying = matrices.filter((one) => one !== null);
    return varying.length > 0 ? meanOf(varying) : null;
  };
  const joint = known([known([standardisedBeside(lcEmp), standardisedBeside(lcEst)]), standardisedBeside(io), standardisedBeside(occ)]);
  for (let at = 0; joint && at < joint.rows; at += 1) joint.cells[at * (joint.rows + 1)] = NaN;
  return joint;
}

export const distanceRules = ['max(S)-S', '1-S'] as const;
export type DistanceRule = (typeof distanceRules)[number];

/** Dissimilarity of every two industries, 0 on the diagonal; an unknown similarity counts as the smallest known one. Cost O(n²). */
export function distancesOf({ rows, cells }: Matrix, rule: DistanceRule): Matrix {
  let most = -Infinity;
  let least = Infinity;
  for (const cell of cells) if (!Number.isNaN(cell)) [most, least] = [Math.max(most, cell), Math.min(least, cell)];
  const top = rule === '1-S' ? 1 : most;
  const result = matrixOf(rows, rows);
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] as number;
    if (at % (rows + 1) !== 0) result.cells[at] = top - (Number.isNaN(cell) ? least : cell);
  }
  return result;
}

export interface ClusterChoice {
  groups: number;
  linkage: Linkage;
  distance: DistanceRule;
}

export const clusterDefaults: Omit<ClusterChoice, 'groups'> = { linkage: 'ward.D2', distance: 'max(S)-S' };

export interface Clusters {
  labels: Int32Array;
  mergeHeights: Float64Array;
}

/** Clusters by joining the nearest; heights in the order of the merges, as the linkage measures them. */
export function joinIndustries(similarity: Matrix, { groups, linkage, distance }: ClusterChoice): Clusters {
  const merges = agglomerate(distancesOf(similarity, distance), linkage);
  return { labels: cut(merges, groups), mergeHeights: Float64Array.from(merges, ({ height }) => height) };
}

/** Clusters by k-means on the rows of the similarity, the largest one on the diagonal. The same seed gives the same clusters. */
export function partIndustries(similarity: Matrix, groups: number, seed: number): { labels: Int32Array; converged: boolean } {
  const rows = distancesOf(similarity, 'max(S)-S');
  const { value, converged } = kMeans(rows, groups, rngFrom(seed));
  return { labels: value.labels, converged };
}

export interface Scores {
  scores: Record<'LCemp' | 'LCest' | 'COI' | 'IO' | 'OCC', Validation>;
  vsAll: number;
}

/** Validation of one set of clusters on all five matrices, and the mean of their scores. */
export function scoresOf(found: Similarities, labels: Int32Array): Scores {
  const scores = { LCemp: validate(found.lcEmp, labels), LCest: validate(found.lcEst, labels), COI: validate(found.coi, labels), IO: validate(found.io, labels), OCC: validate(found.occ, labels) };
  const all = Object.values(scores).map(({ vs }) => vs);
  return { scores, vsAll: all.reduce((sum, one) => sum + one, 0) / all.length };
}

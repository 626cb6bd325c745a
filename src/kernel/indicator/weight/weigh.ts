import type { Matrix } from '../../stats/matrix.ts';
import type { Doubt } from '../workspace.ts';
import { critic } from './critic.ts';
import { entropy } from './entropy.ts';
import { oecdFactors } from './factors.ts';
import { budget, equal, standardDeviation } from './plain.ts';
import { firstComponent } from './principal.ts';
import type { Weighed, Weigher, Weighting, WeightingMethod } from './weighting.ts';

/** One line per method: a new one is added here and nowhere else. */
const weighers: { readonly [Method in WeightingMethod]: Weigher<Extract<Weighting, { method: Method }>> } = {
  equal,
  budget,
  std: standardDeviation,
  entropy,
  critic,
  pca1: firstComponent,
  'pca-oecd': oecdFactors,
};

/**
 * One weight per column, ≥ 0 and with sum 1, from units × indicators on one scale. Missing cells are left out (principal
 * components: rows with a missing cell are left out). Source: OECD/JRC Handbook (2008), step 6 and §6.
 */
export function weigh(matrix: Matrix, weighting: Weighting, doubts?: Doubt[]): Weighed {
  const weigher = weighers[weighting.method] as Weigher<Weighting>;
  return weigher(weighting, matrix, doubts);
}

import { matrixOf } from '../../stats/matrix.ts';
import type { Matrix } from '../../stats/matrix.ts';
import type { Doubt } from '../workspace.ts';
import { principalComponents } from './principal.ts';
import { varimax } from './varimax.ts';
import { summedToOne, type Weighed, type Weigher, type Weighting } from './weighting.ts';

export interface FactorWeights extends Weighed {
  factors: number;
  /** Variance that each rotated factor explains: the sum of its squared loadings. */
  explained: Float64Array;
}

/**
 * Weights from factors: loadings √λ · v of the factors kept, rotated; squared loadings scaled to sum 1 per factor; of each
 * indicator the largest counts, times the factor's share of what all explain; then sum 1.
 * Source: OECD/JRC Handbook (2008) §6.1; Nicoletti, Scarpetta and Boylaud (2000).
 */
export function factorWeights(matrix: Matrix, { keep, rotation }: Extract<Weighting, { method: 'pca-oecd' }>, doubts?: Doubt[]): FactorWeights {
  const size = matrix.columns;
  const found = principalComponents(matrix, doubts);
  if (!found) return { weights: new Float64Array(size).fill(NaN), factors: 0, explained: new Float64Array(0) };
  const above = 'factors' in keep ? keep.factors : found.values.filter((value) => value > keep.eigenvalueAbove).length;
  const factors = Math.min(Math.max(above, 1), size);
  const loadings = matrixOf(size, factors);
  for (let factor = 0; factor < factors; factor += 1) {
    const root = Math.sqrt(Math.max(found.values[factor] as number, 0));
    for (let at = 0; at < size; at += 1) loadings.cells[at * factors + factor] = (found.vectors.cells[factor * size + at] as number) * root;
  }
  const rotated = rotation === 'none' ? { value: loadings, converged: true } : varimax(loadings, { kaiser: rotation === 'varimax-kaiser' });
  const squares = rotated.value.cells.map((one) => one * one);
  const explained = new Float64Array(factors);
  for (let at = 0; at < squares.length; at += 1) explained[at % factors] = (explained[at % factors] as number) + (squares[at] as number);
  const whole = explained.reduce((sum, one) => sum + one, 0);
  const weights = new Float64Array(size);
  for (let at = 0; at < size; at += 1) {
    let best = 0;
    for (let factor = 1; factor < factors; factor += 1) if (scaled(at, factor) > scaled(at, best)) best = factor;
    weights[at] = (scaled(at, best) * (explained[best] as number)) / whole;
  }
  return { weights: summedToOne(weights), factors, explained, converged: found.converged && rotated.converged };

  function scaled(at: number, factor: number): number {
    return (squares[at * factors + factor] as number) / (explained[factor] as number);
  }
}

export const oecdFactors: Weigher<Extract<Weighting, { method: 'pca-oecd' }>> = (settings, matrix, doubts) => factorWeights(matrix, settings, doubts);

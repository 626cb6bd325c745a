import { fault } from '../../method/fields.ts';
import type { Matrix } from '../../stats/matrix.ts';
import { summedToOne } from './weighting.ts';

/** Mean consistency index of random matrices of 1, 2, 3 … rows: Saaty (1980). Packages differ, so it is part of the input. */
export const saatyRandomIndex: readonly number[] = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

export interface PairwiseWeights {
  /** Principal right eigenvector, sum 1. */
  weights: Float64Array;
  lambdaMax: number;
  /** (λmax − n) ÷ (n − 1). */
  ci: number;
  /** CI ÷ RI; 0 for one or two rows, which cannot contradict themselves; NaN where the table has no RI for n. Above 0.1 the judgements contradict each other too much. */
  cr: number;
  /** Geometric means of the rows, sum 1. */
  geometricMeanWeights: Float64Array;
  converged: boolean;
  iterations: number;
  residual: number;
}

/** Power iteration: an all-positive matrix has one largest eigenvalue with a positive vector (Perron). */
function principalVector({ rows: size, cells }: Matrix, tolerance: number, limit: number): { vector: Float64Array; iterations: number; residual: number } {
  let vector: Float64Array = new Float64Array(size).fill(1 / size);
  let iterations = 0;
  let residual = Infinity;
  while (iterations < limit && residual > tolerance) {
    const next = new Float64Array(size);
    for (let row = 0; row < size; row += 1) {
      let sum = 0;
      for (let column = 0; column < size; column += 1) sum += (cells[row * size + column] as number) * (vector[column] as number);
      next[row] = sum;
    }
    const turned = summedToOne(next);
    residual = 0;
    for (let at = 0; at < size; at += 1) residual = Math.max(residual, Math.abs((turned[at] as number) - (vector[at] as number)));
    vector = turned;
    iterations += 1;
  }
  return { vector, iterations, residual };
}

/**
 * Analytic hierarchy process: weights from how many times more one indicator matters than another (a_ij > 0, a_ji = 1 ÷ a_ij).
 * Refuses a matrix that is not square or not positive. Cost O(iterations · n²). Source: Saaty (1980).
 */
export function pairwiseWeights(matrix: Matrix, randomIndex: readonly number[] | Float64Array = saatyRandomIndex): PairwiseWeights {
  const { rows: size, columns, cells } = matrix;
  if (size !== columns) fault('a pairwise comparison needs as many rows as columns');
  if (cells.some((cell) => !(cell > 0))) fault('a pairwise comparison needs positive numbers');
  const { vector, iterations, residual } = principalVector(matrix, 1e-15, 100_000);
  let lambdaMax = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) lambdaMax += (cells[row * size + column] as number) * (vector[column] as number);
  }
  const means = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let logs = 0;
    for (let column = 0; column < size; column += 1) logs += Math.log(cells[row * size + column] as number);
    means[row] = Math.exp(logs / size);
  }
  const ci = size > 1 ? (lambdaMax - size) / (size - 1) : 0;
  const ri = randomIndex[size - 1];
  const cr = size <= 2 ? 0 : ri === undefined || !(ri > 0) ? NaN : ci / ri;
  return { weights: vector, lambdaMax, ci, cr, geometricMeanWeights: summedToOne(means), converged: residual <= 1e-13, iterations, residual };
}

/** Largest |a_ij · a_ji − 1|: 0 where every judgement is the inverse of its opposite. */
export function reciprocityGap({ rows: size, cells }: Matrix): number {
  let most = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = row; column < size; column += 1) most = Math.max(most, Math.abs((cells[row * size + column] as number) * (cells[column * size + row] as number) - 1));
  }
  return most;
}

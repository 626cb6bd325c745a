import { matrixOf, transposed, type Matrix } from '../../stats/matrix.ts';
import { symmetricEigen } from '../../stats/symmetric-eigen.ts';

export interface Rotated {
  /** Loadings after the rotation: variables × factors. */
  value: Matrix;
  converged: boolean;
  iterations: number;
  /** Relative growth of the criterion in the last step. */
  residual: number;
}

function product(one: Matrix, other: Matrix): Matrix {
  const out = matrixOf(one.rows, other.columns);
  for (let i = 0; i < one.rows; i += 1) {
    for (let k = 0; k < one.columns; k += 1) {
      const factor = one.cells[i * one.columns + k] as number;
      for (let j = 0; j < other.columns; j += 1) out.cells[i * other.columns + j] = (out.cells[i * other.columns + j] as number) + factor * (other.cells[k * other.columns + j] as number);
    }
  }
  return out;
}

/** The orthogonal matrix nearest to B, B (BᵀB)^−½, and the sum of the singular values of B. */
function nearestRotation(b: Matrix): { turn: Matrix; sum: number } {
  const { values, vectors } = symmetricEigen(product(transposed(b), b));
  const scaled = matrixOf(vectors.rows, vectors.columns);
  for (let row = 0; row < vectors.rows; row += 1) {
    const root = Math.sqrt(Math.max(values[row] as number, 1e-300));
    for (let column = 0; column < vectors.columns; column += 1) scaled.cells[row * vectors.columns + column] = (vectors.cells[row * vectors.columns + column] as number) / root;
  }
  return { turn: product(b, product(transposed(vectors), scaled)), sum: values.reduce((sum, value) => sum + Math.sqrt(Math.max(value, 0)), 0) };
}

/**
 * Varimax rotation of loadings (variables × factors): the rotation T that makes the variance of the squared loadings largest,
 * by T ← nearest rotation to Lᵀ(Λ³ − Λ diag(Σ Λ²) ÷ p), Λ = L T, from T = I. With `kaiser` each variable is scaled to length 1
 * while rotating. Stops when the sum of the singular values grows by less than `tolerance` of itself; 10⁻⁵ is what published
 * factor weights are made with, a smaller one goes on to the top. Cost O(iterations · p · k²). Source: Kaiser (1958); Horst (1965).
 */
export function varimax(loadings: Matrix, { kaiser = true, tolerance = 1e-5, limit = 1000 }: { kaiser?: boolean; tolerance?: number; limit?: number } = {}): Rotated {
  const { rows: p, columns: k } = loadings;
  if (k < 2) return { value: { ...loadings, cells: loadings.cells.slice() }, converged: true, iterations: 0, residual: 0 };
  const lengths = new Float64Array(p).fill(1);
  const scaled = matrixOf(p, k);
  for (let row = 0; row < p; row += 1) {
    const own = loadings.cells.subarray(row * k, (row + 1) * k);
    const length = kaiser ? Math.sqrt(own.reduce((sum, one) => sum + one * one, 0)) : 1;
    lengths[row] = length > 0 ? length : 1;
    for (let column = 0; column < k; column += 1) scaled.cells[row * k + column] = (own[column] as number) / (lengths[row] as number);
  }
  let turn = matrixOf(k, k);
  for (let at = 0; at < k; at += 1) turn.cells[at * k + at] = 1;
  const back = transposed(scaled);
  let iterations = 0;
  let residual = Infinity;
  let reached = 0;
  while (iterations < limit && residual >= tolerance) {
    const turned = product(scaled, turn);
    const target = matrixOf(p, k);
    for (let column = 0; column < k; column += 1) {
      let squares = 0;
      for (let row = 0; row < p; row += 1) squares += (turned.cells[row * k + column] as number) ** 2;
      for (let row = 0; row < p; row += 1) {
        const one = turned.cells[row * k + column] as number;
        target.cells[row * k + column] = one ** 3 - (one * squares) / p;
      }
    }
    const next = nearestRotation(product(back, target));
    turn = next.turn;
    residual = reached > 0 ? next.sum / reached - 1 : Infinity;
    reached = next.sum;
    iterations += 1;
  }
  const value = product(scaled, turn);
  for (let row = 0; row < p; row += 1) for (let column = 0; column < k; column += 1) value.cells[row * k + column] = (value.cells[row * k + column] as number) * (lengths[row] as number);
  return { value, converged: residual < tolerance, iterations, residual };
}

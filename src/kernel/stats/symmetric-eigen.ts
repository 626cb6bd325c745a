import { matrixOf, type Matrix } from './matrix.ts';

export interface SymmetricEigen {
  /** Eigenvalues, largest first. */
  values: Float64Array;
  /** Eigenvectors of length 1, one per row, in the order of the values; the sign is such that the sum is positive (the first non-zero entry where the sum is 0). */
  vectors: Matrix;
  converged: boolean;
  /** Sweeps over all pairs. */
  iterations: number;
  /** Largest off-diagonal entry that is left, relative to the matrix. */
  residual: number;
}

/**
 * Eigenvalues and -vectors of a symmetric matrix by cyclic Jacobi rotations: accurate to the last bits, also for close or zero
 * eigenvalues. Only for matrices of some hundred rows: cost O(n³) per sweep, some ten sweeps.
 * Source: Golub and Van Loan, Matrix Computations, §8.5. Throws RangeError unless the matrix is square.
 */
export function symmetricEigen(matrix: Matrix, { sweeps = 60 }: { sweeps?: number } = {}): SymmetricEigen {
  const size = matrix.rows;
  if (size !== matrix.columns) throw new RangeError('the matrix must be square');
  const a = matrix.cells.slice();
  const v = matrixOf(size, size).cells;
  for (let at = 0; at < size; at += 1) v[at * size + at] = 1;
  let scale = 0;
  for (const cell of a) scale = Math.max(scale, Math.abs(cell));
  let iterations = 0;
  let off = largestOff(a, size);
  while (off > 1e-16 * scale && iterations < sweeps) {
    for (let p = 0; p < size - 1; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, v, size, p, q);
    iterations += 1;
    off = largestOff(a, size);
  }
  const order = Array.from({ length: size }, (_, at) => at).sort((one, other) => (a[other * size + other] as number) - (a[one * size + one] as number));
  const values = new Float64Array(size);
  const vectors = matrixOf(size, size);
  for (const [to, from] of order.entries()) {
    values[to] = a[from * size + from] as number;
    vectors.cells.set(v.subarray(from * size, (from + 1) * size), to * size);
    pointUp(vectors.cells.subarray(to * size, (to + 1) * size));
  }
  const residual = scale > 0 ? off / scale : 0;
  return { values, vectors, converged: residual <= 1e-14, iterations, residual };
}

function largestOff(a: Float64Array, size: number): number {
  let most = 0;
  for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) most = Math.max(most, Math.abs(a[p * size + q] as number));
  return most;
}

/** One rotation that makes a[p,q] zero; the rows of `v` gather the eigenvectors. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q] as number;
  if (apq === 0) return;
  const theta = ((a[q * size + q] as number) - (a[p * size + p] as number)) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < size; k += 1) {
    const akp = a[k * size + p] as number;
    const akq = a[k * size + q] as number;
    a[k * size + p] = c * akp - s * akq;
    a[k * size + q] = s * akp + c * akq;
  }
  for (let k = 0; k < size; k += 1) {
    const apk = a[p * size + k] as number;
    const aqk = a[q * size + k] as number;
    a[p * size + k] = c * apk - s * aqk;
    a[q * size + k] = s * apk + c * aqk;
    const vpk = v[p * size + k] as number;
    const vqk = v[q * size + k] as number;
    v[p * size + k] = c * vpk - s * vqk;
    v[q * size + k] = s * vpk + c * vqk;
  }
  a[p * size + q] = 0;
  a[q * size + p] = 0;
}

function pointUp(vector: Float64Array): void {
  let sum = 0;
  for (const one of vector) sum += one;
  const sign = Math.abs(sum) > 1e-12 ? sum : (vector.find((one) => Math.abs(one) > 1e-12) ?? 1);
  if (sign < 0) for (let at = 0; at < vector.length; at += 1) vector[at] = -(vector[at] as number);
}

/** Nonlinear least squares for curves with a handful of parameters. */

/** Writes the values of a curve at the points of a series, and its derivatives parameter by parameter (row after row of `slopes`). */
export type Curve = (parameters: Float64Array, values: Float64Array, slopes: Float64Array) => void;

export interface LeastSquaresOptions {
  maxIterations: number;
  /** Rest: the part of the residual that the parameters could still explain, in units of what they can't. */
  offset: number;
  /** Given up as running away: a parameter beyond this size. */
  bound: number;
}

export const leastSquaresDefaults: LeastSquaresOptions = { maxIterations: 300, offset: 1e-8, bound: 1e7 };

export interface LeastSquaresFit {
  value: Float64Array;
  /** Residual sum of squares. */
  residual: number;
  converged: boolean;
  iterations: number;
  /** (JᵀJ)⁻¹, row by row; null where J has not full rank. */
  inverse: Float64Array | null;
}

/** Inverse of a symmetric positive definite matrix of `size`, row by row; null when it is not one to working precision. Cost O(size³). */
function invertSymmetric(matrix: Float64Array, size: number): Float64Array | null {
  const scale = Float64Array.from({ length: size }, (_, at) => Math.sqrt(matrix[at * size + at] as number));
  if (scale.some((one) => !(one > 0) || !Number.isFinite(one))) return null;
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = (matrix[row * size + column] as number) / ((scale[row] as number) * (scale[column] as number));
      for (let at = 0; at < column; at += 1) sum -= (lower[row * size + at] as number) * (lower[column * size + at] as number);
      if (row === column && !(sum > 1e-14)) return null;
      lower[row * size + column] = row === column ? Math.sqrt(sum) : sum / (lower[column * size + column] as number);
    }
  }
  const inverse = new Float64Array(size * size);
  for (let unit = 0; unit < size; unit += 1) {
    const solved = new Float64Array(size);
    for (let row = 0; row < size; row += 1) {
      let sum = row === unit ? 1 : 0;
      for (let at = 0; at < row; at += 1) sum -= (lower[row * size + at] as number) * (solved[at] as number);
      solved[row] = sum / (lower[row * size + row] as number);
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let sum = solved[row] as number;
      for (let at = row + 1; at < size; at += 1) sum -= (lower[at * size + row] as number) * (solved[at] as number);
      solved[row] = sum / (lower[row * size + row] as number);
    }
    for (let row = 0; row < size; row += 1) inverse[row * size + unit] = (solved[row] as number) / ((scale[row] as number) * (scale[unit] as number));
  }
  return inverse;
}

/**
 * Least Σ(y − f(t; p))² by damped Gauss–Newton steps (Levenberg 1944, Marquardt 1963): (JᵀJ + λ·diag JᵀJ) δ = Jᵀe, λ ÷ 10 after
 * a step that helps and × 10 after one that does not. At rest by the relative offset of Bates and Watts (1981):
 * √(eᵀJ(JᵀJ)⁻¹Jᵀe / p) ÷ √(rss / (n − p)) ≤ offset; a fit without residual counts as at rest. Never throws: a curve that runs
 * away or whose parameters can't be told apart comes back with `converged: false`. Cost O(iterations · n · p²).
 */
export function fitLeastSquares(curve: Curve, y: Float64Array, start: Float64Array, options: LeastSquaresOptions = leastSquaresDefaults): LeastSquaresFit {
  const size = start.length;
  const slopes = new Float64Array(size * y.length);
  const values = new Float64Array(y.length);
  const spare = new Float64Array(size * y.length);
  const total = y.reduce((sum, one) => sum + one * one, 0);
  const read = (parameters: Float64Array, into: Float64Array): number => {
    curve(parameters, values, into);
    return values.reduce((sum, one, at) => sum + ((y[at] as number) - one) ** 2, 0);
  };
  let value = Float64Array.from(start);
  let residual = read(value, slopes);
  let damping = 1e-3;
  let converged = false;
  let iterations = 0;
  let inverse: Float64Array | null = null;
  while (Number.isFinite(residual) && iterations < options.maxIterations) {
    const { normal, pull } = normalEquations(slopes, values, y, size);
    inverse = invertSymmetric(normal, size);
    converged = residual <= 1e-26 * total || (inverse !== null && offsetOf(inverse, pull, residual, y.length - size) <= options.offset);
    if (converged || value.some((one) => Math.abs(one) > options.bound)) break;
    let moved = false;
    while (!moved && damping < 1e16) {
      iterations += 1;
      const damped = Float64Array.from(normal, (cell, at) => (at % (size + 1) === 0 ? cell * (1 + damping) : cell));
      const step = invertSymmetric(damped, size);
      if (step) {
        const tried = value.map((one, row) => one + pull.reduce((sum, force, column) => sum + (step[row * size + column] as number) * force, 0));
        const reached = read(tried, spare);
        if (reached < residual) {
          moved = true;
          value = tried;
          residual = reached;
          slopes.set(spare);
        }
      }
      damping = moved ? Math.max(damping / 10, 1e-12) : damping * 10;
    }
    if (!moved) {
      // No step helps any more: rounding is all that is left, or the surface is flat.
      read(value, slopes);
      converged = inverse !== null && offsetOf(inverse, pull, residual, y.length - size) <= 1e-4;
      break;
    }
  }
  return { value, residual, converged: converged && value.every((one) => Math.abs(one) <= options.bound), iterations, inverse };
}

function normalEquations(slopes: Float64Array, values: Float64Array, y: Float64Array, size: number): { normal: Float64Array; pull: Float64Array } {
  const normal = new Float64Array(size * size);
  const pull = new Float64Array(size);
  const many = y.length;
  for (let row = 0; row < size; row += 1) {
    for (let at = 0; at < many; at += 1) pull[row] = (pull[row] as number) + (slopes[row * many + at] as number) * ((y[at] as number) - (values[at] as number));
    for (let column = 0; column < size; column += 1) {
      let sum = 0;
      for (let at = 0; at < many; at += 1) sum += (slopes[row * many + at] as number) * (slopes[column * many + at] as number);
      normal[row * size + column] = sum;
    }
  }
  return { normal, pull };
}

function offsetOf(inverse: Float64Array, pull: Float64Array, residual: number, freedom: number): number {
  const size = pull.length;
  let explained = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) explained += (pull[row] as number) * (inverse[row * size + column] as number) * (pull[column] as number);
  }
  return Math.sqrt(Math.max(explained, 0) / size) / Math.sqrt(residual / Math.max(freedom, 1));
}

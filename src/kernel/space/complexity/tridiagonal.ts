export interface TridiagonalTop {
  value: number;
  /** The second largest eigenvalue; NaN for one row. */
  next: number;
  /** Unit eigenvector of the largest. */
  vector: Float64Array;
}

/**
 * Largest two eigenvalues of a symmetric tridiagonal matrix by bisection on the Sturm count, and the vector of the largest
 * by inverse iteration (Parlett 1998, ch. 3 and 4). `beside` holds the size − 1 entries beside the diagonal. Cost O(60 · size).
 */
export function topOfTridiagonal(diagonal: readonly number[], beside: readonly number[]): TridiagonalTop {
  const size = diagonal.length;
  let low = Infinity;
  let high = -Infinity;
  for (let at = 0; at < size; at += 1) {
    const reach = Math.abs(beside[at - 1] ?? 0) + (at < size - 1 ? Math.abs(beside[at] ?? 0) : 0);
    low = Math.min(low, (diagonal[at] as number) - reach);
    high = Math.max(high, (diagonal[at] as number) + reach);
  }
  const value = bisect(diagonal, beside, size - 1, low, high);
  const next = size > 1 ? bisect(diagonal, beside, size - 2, low, high) : NaN;
  return { value, next, vector: inverse(diagonal, beside, value + Math.max(Math.abs(value), high - low) * 4e-16) };
}

/** The eigenvalue with `below` others under it. */
function bisect(diagonal: readonly number[], beside: readonly number[], below: number, low: number, high: number): number {
  let from = low;
  let until = high;
  for (let round = 0; round < 200; round += 1) {
    const middle = (from + until) / 2;
    if (middle <= from || middle >= until) break;
    if (countUnder(diagonal, beside, middle) > below) until = middle;
    else from = middle;
  }
  return (from + until) / 2;
}

/** How many eigenvalues lie under x: the negative pivots of T − x. */
function countUnder(diagonal: readonly number[], beside: readonly number[], x: number): number {
  let count = 0;
  let pivot = 1;
  for (let at = 0; at < diagonal.length; at += 1) {
    const link = at > 0 ? (beside[at - 1] as number) : 0;
    pivot = (diagonal[at] as number) - x - (link * link) / pivot;
    if (pivot === 0) pivot = 1e-300;
    if (pivot < 0) count += 1;
  }
  return count;
}

/** Two steps of inverse iteration: Gaussian elimination with row exchanges on T − shift. */
function inverse(diagonal: readonly number[], beside: readonly number[], shift: number): Float64Array {
  const size = diagonal.length;
  const vector = new Float64Array(size).fill(1 / Math.sqrt(size));
  for (let round = 0; round < 3; round += 1) {
    const main = Float64Array.from(diagonal, (one) => one - shift);
    const upper = Float64Array.from({ length: size }, (_, at) => beside[at] ?? 0);
    upper[size - 1] = 0;
    const second = new Float64Array(size);
    for (let at = 0; at < size - 1; at += 1) {
      const under = beside[at] as number;
      if (Math.abs(under) > Math.abs(main[at] as number)) {
        const factor = (main[at] as number) / under;
        const [oldUpper, oldValue] = [upper[at] as number, vector[at] as number];
        main[at] = under;
        upper[at] = main[at + 1] as number;
        second[at] = upper[at + 1] as number;
        main[at + 1] = oldUpper - factor * (upper[at] as number);
        upper[at + 1] = -factor * (second[at] as number);
        vector[at] = vector[at + 1] as number;
        vector[at + 1] = oldValue - factor * (vector[at] as number);
      } else {
        const factor = main[at] === 0 ? 0 : under / (main[at] as number);
        main[at + 1] = (main[at + 1] as number) - factor * (upper[at] as number);
        vector[at + 1] = (vector[at + 1] as number) - factor * (vector[at] as number);
      }
    }
    let sum = 0;
    for (let at = size - 1; at >= 0; at -= 1) {
      const after = (upper[at] as number) * (vector[at + 1] ?? 0) + (second[at] as number) * (vector[at + 2] ?? 0);
      const pivot = main[at] === 0 ? 1e-300 : (main[at] as number);
      vector[at] = ((vector[at] as number) - after) / pivot;
    }
    for (const one of vector) sum = Math.max(sum, Math.abs(one));
    for (let at = 0; at < size; at += 1) vector[at] = (vector[at] as number) / sum;
    const length = Math.sqrt(vector.reduce((total, one) => total + one * one, 0));
    for (let at = 0; at < size; at += 1) vector[at] = (vector[at] as number) / length;
  }
  return vector;
}

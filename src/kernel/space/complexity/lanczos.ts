import { rngFrom } from '../../stats/rng.ts';
import { topOfTridiagonal } from './tridiagonal.ts';

export interface LanczosOptions {
  /** Stops when the residual of the Ritz pair falls below this share of the eigenvalue. */
  tolerance: number;
  /** Most steps; never more than the size of the operator. */
  steps: number;
  /** Of the start vector. */
  seed: number;
}

export const lanczosDefaults: LanczosOptions = { tolerance: 1e-12, steps: 1500, seed: 1 };

/** What an iterative method says about itself. */
export interface TopPair {
  value: { eigenvalue: number; vector: Float64Array; /** The next Ritz value below; NaN in a space of one dimension. */ next: number };
  converged: boolean;
  iterations: number;
  residual: number;
}

/**
 * Largest eigenpair of a symmetric operator among the vectors orthogonal to `known`, a unit eigenvector of it: Lanczos with
 * full reorthogonalisation (Golub, Van Loan 2013, §10.3). `apply(v, out)` writes A·v. Unit vector out, its sign left open.
 * Cost O(steps · (apply + steps · size)), memory O(steps · size). One copy only of a multiple eigenvalue is seen.
 */
export function topBelow(known: Float64Array, apply: (vector: Float64Array, out: Float64Array) => void, options: LanczosOptions = lanczosDefaults): TopPair {
  const size = known.length;
  const rng = rngFrom(options.seed);
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let current = Float64Array.from({ length: size }, () => rng.unit() - 0.5);
  takeAway(current, known);
  scale(current, 1 / norm(current));
  const image = new Float64Array(size);
  const most = Math.min(options.steps, size - 1);
  for (;;) {
    basis.push(current);
    apply(current, image);
    diagonal.push(dot(current, image));
    for (let round = 0; round < 2; round += 1) {
      takeAway(image, known);
      for (const one of basis) takeAway(image, one);
    }
    const left = norm(image);
    const step = basis.length;
    const last = step >= most || left < 1e-14;
    if (last || step % 10 === 0) {
      const { value, next, vector } = topOfTridiagonal(diagonal, beside);
      const residual = left * Math.abs(vector[step - 1] as number);
      const converged = residual <= options.tolerance * Math.max(Math.abs(value), 1e-300) || left < 1e-14 || step >= size - 1;
      if (converged || last) return { value: { eigenvalue: value, vector: combine(basis, vector), next }, converged, iterations: step, residual };
    }
    beside.push(left);
    current = image.slice();
    scale(current, 1 / left);
  }
}

function combine(basis: readonly Float64Array[], shares: Float64Array): Float64Array {
  const sum = new Float64Array((basis[0] as Float64Array).length);
  for (const [step, one] of basis.entries()) {
    const share = shares[step] as number;
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] as number) + share * (one[at] as number);
  }
  scale(sum, 1 / norm(sum));
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

const norm = (vector: Float64Array): number => Math.sqrt(dot(vector, vector));

function scale(vector: Float64Array, factor: number): void {
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] as number) * factor;
}

function takeAway(vector: Float64Array, unit: Float64Array): void {
  const share = dot(vector, unit);
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] as number) - share * (unit[at] as number);
}

import { matrixOf, type Matrix } from '../../stats/matrix.ts';
import type { Rng } from '../../stats/rng.ts';

/** Variance-based sensitivity: which input moves the output. */
export const sobolMethod = { id: 'sobol', version: '1' } as const;

export interface SobolIndices {
  /** Variance of the output over the two base samples, n − 1. */
  variance: number;
  /** First order: share of the variance that goes when the input is known. Small samples give negative values; they are shown as they are. */
  first: Float64Array;
  /** Total order: share that is left when all others are known. */
  total: Float64Array;
}

/**
 * First-order and total-order indices of the outputs at the points of `saltelliDesign`, in its order: A, B, AB₁ … AB_d.
 * V = var(y_A, y_B) with n − 1; Sᵢ = mean(y_B (y_ABᵢ − y_A)) ÷ V (Saltelli et al. 2010, table 2 b);
 * STᵢ = Σ (y_A − y_ABᵢ)² ÷ (2 N V) (Jansen 1999). NaN in both when V is 0: nothing moves the output.
 * `outputs`: N · (d + 2) numbers, none missing. Throws RangeError for another length. Cost O(N · d).
 */
export function sobolIndices(outputs: Float64Array, points: number, inputs: number): SobolIndices {
  if (outputs.length !== points * (inputs + 2)) throw new RangeError(`${points} points and ${inputs} inputs need ${points * (inputs + 2)} outputs, not ${outputs.length}`);
  const base = outputs.subarray(0, 2 * points);
  const mean = base.reduce((sum, one) => sum + one, 0) / base.length;
  const variance = base.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (base.length - 1);
  const first = new Float64Array(inputs);
  const total = new Float64Array(inputs);
  for (let input = 0; input < inputs; input += 1) {
    let product = 0;
    let square = 0;
    for (let at = 0; at < points; at += 1) {
      const change = (outputs[(input + 2) * points + at] as number) - (outputs[at] as number);
      product += (outputs[points + at] as number) * change;
      square += change * change;
    }
    first[input] = variance > 0 ? product / points / variance : NaN;
    total[input] = variance > 0 ? square / (2 * points * variance) : NaN;
  }
  return { variance, first, total };
}

/**
 * The points at which the outputs are wanted: two independent samples A and B of N points in [0, 1)ᵈ, then for each input i
 * the sample A with column i taken from B. Rows N · (d + 2). Throws RangeError unless N ≥ 2 and d ≥ 1.
 */
export function saltelliDesign(points: number, inputs: number, rng: Rng): Matrix {
  if (!(Number.isInteger(points) && points >= 2 && Number.isInteger(inputs) && inputs >= 1)) throw new RangeError('a design needs at least 2 points and 1 input');
  const design = matrixOf(points * (inputs + 2), inputs);
  const { cells } = design;
  for (let at = 0; at < 2 * points * inputs; at += 1) cells[at] = rng.unit();
  for (let input = 0; input < inputs; input += 1) {
    const block = (input + 2) * points * inputs;
    cells.copyWithin(block, 0, points * inputs);
    for (let row = 0; row < points; row += 1) cells[block + row * inputs + input] = cells[(points + row) * inputs + input] as number;
  }
  return design;
}

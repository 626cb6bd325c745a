import { matrixOf, type Matrix } from '../../stats/matrix.ts';

export const relatednessMeasures = ['prob', 'association', 'cosine', 'jaccard'] as const;
export type RelatednessMeasure = (typeof relatednessMeasures)[number];

/** What an entry of two different industries is made of: how often together, and each one's sum without itself. */
type Formula = (together: number, a: number, b: number, all: number) => number;

const formulas: Readonly<Record<RelatednessMeasure, Formula>> = {
  prob: (together, a, b, all) => together / (((a / all) * (b / (all - a)) + (b / all) * (a / (all - b))) * (all / 2)),
  association: (together, a, b, all) => (together * all) / (a * b),
  cosine: (together, a, b) => together / Math.sqrt(a * b),
  jaccard: (together, a, b) => together / (a + b - together),
};

/**
 * Relatedness of industries from how often they occur together, the diagonal set to 0 first so that the sums s exclude it
 * (van Eck, Waltman 2009; Steijn 2021 for `prob`): with t = Σ s,
 * prob c ÷ ((s_a/t · s_b/(t − s_a) + s_b/t · s_a/(t − s_b)) · t/2), association c·t ÷ (s_a s_b), cosine c ÷ √(s_a s_b),
 * jaccard c ÷ (s_a + s_b − c). 0/0 is 0. The table must be square; only c_ab and the row sums are read, so an unsymmetric one
 * gives an unsymmetric result. Throws RangeError unless square. Cost O(n²).
 */
export function relatedness(counts: Matrix, measure: RelatednessMeasure): Matrix {
  const size = counts.rows;
  if (counts.columns !== size) throw new RangeError('the table of common occurrences must be square');
  const sums = new Float64Array(size);
  let all = 0;
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) if (a !== b) sums[a] = (sums[a] as number) + (counts.cells[a * size + b] as number);
    all += sums[a] as number;
  }
  const formula = formulas[measure];
  const result = matrixOf(size, size);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      const together = counts.cells[a * size + b] as number;
      if (a !== b && together !== 0) result.cells[a * size + b] = formula(together, sums[a] as number, sums[b] as number, all);
    }
  }
  return result;
}

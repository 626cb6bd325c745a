import type { Matrix } from '../stats/matrix.ts';
import { sumOf, totalsOf, type Totals } from './shares.ts';

export const concentrationMethod = { id: 'specialisation', version: '1.0.0' } as const;

/** Shares of the industries in all employment. */
const overall = ({ industry, all }: Totals): Float64Array => industry.map((sum) => sum / all);

/** One number per region from its shares and the overall shares; NaN for a region without employment. Missing cells are left out of the sum. */
function perRegion(employment: Matrix, totals: Totals, term: (share: number, reference: number) => number): Float64Array {
  const { rows, columns, cells } = employment;
  const reference = overall(totals);
  const found = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const all = totals.region[row] as number;
    let sum = all > 0 ? 0 : NaN;
    for (let column = 0; column < columns; column += 1) {
      const cell = cells[row * columns + column] as number;
      if (cell === cell) sum += term(cell / all, reference[column] as number);
    }
    found[row] = sum;
  }
  return found;
}

/** Krugman's index K_r = Σ_i |s_ri − s_i|, 0 … 2; the reference includes the region itself. O(regions · industries). Krugman 1991. */
export const krugmanIndices = (employment: Matrix, totals = totalsOf(employment)): Float64Array => perRegion(employment, totals, (share, reference) => Math.abs(share - reference));

/** Hachman's index 1 / Σ_i LQ_ri s_ri, 0 … 1; 1 is the structure of the whole. Industries without employment anywhere are left out. */
export const hachmanIndices = (employment: Matrix, totals = totalsOf(employment)): Float64Array =>
  perRegion(employment, totals, (share, reference) => (reference > 0 ? (share * share) / reference : 0)).map((sum) => 1 / sum);

/** Herfindahl–Hirschman index Σ_i s_ri², 1/n … 1. */
export const herfindahls = (employment: Matrix, totals = totalsOf(employment)): Float64Array => perRegion(employment, totals, (share) => share * share);

/** Shannon entropy −Σ_i s_ri log s_ri, to the base `base`; 0 log 0 = 0. */
export function entropies(employment: Matrix, base = 2, totals = totalsOf(employment)): Float64Array {
  const unit = Math.log(base);
  // + 0 turns the −0 of a region with one industry into 0
  return perRegion(employment, totals, (share) => (share > 0 ? share * Math.log(share) : 0)).map((sum) => -sum / unit + 0);
}

/** Relative diversity 1 / Σ_i |s_ri − s_i|; infinite for a region with the structure of the whole. Duranton, Puga 2000. */
export const relativeDiversities = (employment: Matrix, totals = totalsOf(employment)): Float64Array => krugmanIndices(employment, totals).map((value) => 1 / value);

/** Krugman's index between two regions, Σ_i |s_ai − s_bi|. An industry missing in one of them is left out. */
export function krugmanPair({ columns, cells }: Matrix, a: number, b: number): number {
  const left = cells.subarray(a * columns, (a + 1) * columns);
  const right = cells.subarray(b * columns, (b + 1) * columns);
  const [leftAll, rightAll] = [sumOf(left), sumOf(right)];
  let sum = leftAll > 0 && rightAll > 0 ? 0 : NaN;
  for (let column = 0; column < columns; column += 1) {
    const gap = Math.abs((left[column] as number) / leftAll - (right[column] as number) / rightAll);
    if (gap === gap) sum += gap;
  }
  return sum;
}

/** Hoover's index ½ Σ |x/X − ref/Ref|, 0 … 1; pairs with a missing side are left out before the sums. Hoover 1936. */
export function hooverIndex(x: Float64Array, reference: Float64Array): number {
  let all = 0;
  let whole = 0;
  for (let at = 0; at < x.length; at += 1) {
    const [one, other] = [x[at] as number, reference[at] as number];
    if (one !== one || other !== other) continue;
    all += one;
    whole += other;
  }
  if (!(all > 0) || !(whole > 0)) return NaN;
  let sum = 0;
  for (let at = 0; at < x.length; at += 1) {
    const gap = Math.abs((x[at] as number) / all - (reference[at] as number) / whole);
    if (gap === gap) sum += gap;
  }
  return sum / 2;
}

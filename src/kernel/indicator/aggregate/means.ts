import type { Aggregation, Aggregator, Frame } from './aggregation.ts';

type Of<Method extends Aggregation['method']> = Extract<Aggregation, { method: Method }>;

/** Mean of f(x) over what is there, weights rescaled, then the inverse of f. A value outside f's domain makes the score missing. */
function meanThrough(frame: Frame, through: (value: number) => number, back: (mean: number) => number, positive: boolean): void {
  const { cells, rows, width, columns, count, weights, out, doubts } = frame;
  for (let row = 0; row < rows; row += 1) {
    if (out[row] !== 0) continue;
    let sum = 0;
    let whole = 0;
    for (let at = 0; at < count; at += 1) {
      const value = cells[row * width + (columns ? (columns[at] as number) : at)] as number;
      if (Number.isNaN(value)) continue;
      const weight = weights[at] as number;
      if (positive && !(value > 0) && weight > 0) {
        sum = NaN;
        doubts?.push({ at: row, why: 'notPositive' });
        break;
      }
      if (weight === 0) continue;
      sum += weight * through(value);
      whole += weight;
    }
    out[row] = whole > 0 ? back(sum / whole) : NaN;
  }
}

const same = (value: number): number => value;
const inverse = (value: number): number => 1 / value;

/** Σ w x ÷ Σ w. */
export const arithmetic: Aggregator<Of<'arithmetic'>> = (_, frame) => meanThrough(frame, same, same, false);
/** exp(Σ w ln x ÷ Σ w), for x > 0. */
export const geometric: Aggregator<Of<'geometric'>> = (_, frame) => meanThrough(frame, Math.log, Math.exp, true);
/** Σ w ÷ Σ (w ÷ x), for x > 0. */
export const harmonic: Aggregator<Of<'harmonic'>> = (_, frame) => meanThrough(frame, inverse, inverse, true);
/** (Σ w x^p ÷ Σ w)^(1 ÷ p); p = 0 is the geometric mean, its limit. */
export const power: Aggregator<Of<'power'>> = ({ p }, frame) => {
  if (p === 0) return meanThrough(frame, Math.log, Math.exp, true);
  meanThrough(frame, (value) => value ** p, (mean) => mean ** (1 / p), p !== 1);
};

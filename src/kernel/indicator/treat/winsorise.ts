import { momentsOf, passes, type Moments } from './moments.ts';
import type { Shape } from './treatment.ts';

/** How many values were moved at each end, and whether the column passes now. */
export interface Winsorised {
  low: number;
  high: number;
  steps: number;
  passed: boolean;
}

const moments: Moments = { skew: NaN, kurt: NaN };

/** Moves every value at the extreme to the next one inside it; returns how many stand there now. 0 where there is no next one. */
function pull(values: Float64Array, top: boolean): number {
  const sign = top ? 1 : -1;
  let most = -Infinity;
  let next = -Infinity;
  for (let at = 0; at < values.length; at += 1) {
    const value = sign * (values[at] as number);
    if (value > most) {
      next = most;
      most = value;
    } else if (value > next && value < most) next = value;
  }
  if (next === -Infinity) return 0;
  let moved = 0;
  for (let at = 0; at < values.length; at += 1) {
    if (sign * (values[at] as number) !== most) continue;
    values[at] = sign * next;
    moved += 1;
  }
  return moved;
}

/**
 * Winsorises one column in place until it passes or `winmax` steps are done: the largest value goes down to the next one
 * where skew ≥ 0, else the smallest goes up; equal values move together. Cost O(winmax · n).
 */
export function winsorise(values: Float64Array, winmax: number, shape: Shape, into: Winsorised = { low: 0, high: 0, steps: 0, passed: false }): Winsorised {
  into.low = 0;
  into.high = 0;
  into.steps = 0;
  momentsOf(values, moments);
  into.passed = passes(moments, shape);
  while (!into.passed && into.steps < winmax) {
    const top = moments.skew >= 0;
    const moved = pull(values, top);
    if (moved === 0) break;
    if (top) into.high = moved;
    else into.low = moved;
    into.steps += 1;
    momentsOf(values, moments);
    into.passed = passes(moments, shape);
  }
  return into;
}

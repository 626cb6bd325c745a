import type { Matrix } from '../../stats/matrix.ts';
import { VertexWalker } from './vertex-walk.ts';

/** Benefit of the doubt: each unit is judged with the weights that suit it best (Melyn and Moesen 1991; Cherchye et al. 2007). */
export const benefitOfDoubtMethod = { id: 'composite-bod', version: '1' } as const;

/** Bounds on the share of each indicator in the score of the unit that is judged, between 0 and 1; without them weights are free. */
export interface ShareBounds {
  lower: Float64Array;
  upper: Float64Array;
}

export interface BenefitOfDoubt {
  /** One score in [0, 1] for each unit judged; 0 where the unit is 0 in every indicator that must count. */
  scores: Float64Array;
  /** wⱼ Iⱼ ÷ score: what each indicator gives to the unit's own score. Not the only solution where a unit is on the frontier. */
  shares: Matrix;
  converged: boolean;
  iterations: number;
  /** Largest violation of a constraint over all programmes. */
  residual: number;
}

/** The same bounds for each of `columns` indicators. */
export const equalShares = (columns: number, lower: number, upper: number): ShareBounds => ({ lower: new Float64Array(columns).fill(lower), upper: new Float64Array(columns).fill(upper) });

/** Whether shares within the bounds can add up to one. */
export function boundsCanMeet({ lower, upper }: ShareBounds): boolean {
  let least = 0;
  let most = 0;
  for (let at = 0; at < lower.length; at += 1) {
    if (!((lower[at] as number) >= 0 && (upper[at] as number) >= (lower[at] as number))) return false;
    least += lower[at] as number;
    most += Math.min(1, upper[at] as number);
  }
  return least <= 1 + 1e-12 && most >= 1 - 1e-12;
}

/**
 * Benefit of the doubt, the envelopment without inputs: for each unit c
 * max Σⱼ wⱼ I_cj subject to Σⱼ wⱼ I_ij ≤ 1 for all i, w ≥ 0, and with bounds lowerⱼ ≤ wⱼ I_cj ÷ Σₖ wₖ I_ck ≤ upperⱼ.
 *
 * In the variables vⱼ = wⱼ I_cj the rows are I_ij ÷ I_cj, so the bounds are linear and an indicator in which c is 0 falls
 * out (its share is 0; where a lower bound asks for more, the score is 0).
 * `values`: units × indicators, each ≥ 0, higher is better, no missing cell. Judges the units from `from` until before `to`.
 * Throws RangeError for a negative or missing cell or bounds that cannot meet. Cost O((to − from) · steps · units · indicators),
 * 10 to 40 steps. References: Cherchye, Moesen, Rogge, Van Puyenbroeck, Soc Indic Res 82 (2007); Wong, Beasley, J Oper Res Soc 41 (1990) for shares.
 */
export function benefitOfDoubt(values: Matrix, { bounds, from = 0, to = values.rows }: { bounds?: ShareBounds; from?: number; to?: number } = {}): BenefitOfDoubt {
  const { rows: units, columns } = values;
  if (values.cells.some((cell) => !(cell >= 0) || cell === Infinity)) throw new RangeError('benefit of the doubt needs every value, each 0 or more');
  if (bounds && !boundsCanMeet(bounds)) throw new RangeError('the bounds on shares cannot add up to one');
  const walker = new VertexWalker(units + 2 * columns, columns);
  const result: BenefitOfDoubt = {
    scores: new Float64Array(to - from),
    shares: { rows: to - from, columns, cells: new Float64Array((to - from) * columns) },
    converged: true,
    iterations: 0,
    residual: 0,
  };
  const used = new Int32Array(columns);
  for (let unit = from; unit < to; unit += 1) {
    const width = indicatorsThatCount(values, unit, bounds, used);
    if (width === 0) continue;
    fillRatios(values, unit, used, width, walker);
    const height = bounds ? startWithinBounds(walker, units, used, width, bounds) : startOnAxis(walker, units, width);
    const walk = walker.maximise(height, width);
    result.converged &&= walk.converged;
    result.iterations += walk.iterations;
    result.residual = Math.max(result.residual, walk.residual);
    // No unit can do better than the frontier it is part of; what lies above 1 is rounding.
    result.scores[unit - from] = Math.min(1, walk.value);
    for (let at = 0; at < width; at += 1) result.shares.cells[(unit - from) * columns + (used[at] as number)] = (walker.point[at] as number) / walk.value;
  }
  return result;
}

/** Columns in which the unit is above 0; none when a bound asks for a share of one in which it is 0, or cannot be met without it. */
function indicatorsThatCount({ cells, columns }: Matrix, unit: number, bounds: ShareBounds | undefined, used: Int32Array): number {
  let width = 0;
  let most = 0;
  for (let column = 0; column < columns; column += 1) {
    if ((cells[unit * columns + column] as number) > 0) {
      used[width] = column;
      width += 1;
      most += bounds ? Math.min(1, bounds.upper[column] as number) : 1;
    } else if (bounds && (bounds.lower[column] as number) > 0) return 0;
  }
  return most >= 1 - 1e-12 ? width : 0;
}

/** Rows I_ij ÷ I_cj ≤ 1, each divided by its largest coefficient. */
function fillRatios({ cells, rows: units, columns }: Matrix, unit: number, used: Int32Array, width: number, walker: VertexWalker): void {
  for (let row = 0; row < units; row += 1) {
    let largest = 0;
    for (let at = 0; at < width; at += 1) {
      const column = used[at] as number;
      const ratio = (cells[row * columns + column] as number) / (cells[unit * columns + column] as number);
      walker.rows[row * width + at] = ratio;
      if (ratio > largest) largest = ratio;
    }
    const scale = largest > 0 ? 1 / largest : 1;
    for (let at = 0; at < width; at += 1) walker.rows[row * width + at] = (walker.rows[row * width + at] as number) * scale;
    walker.bounds[row] = scale;
  }
}

/** Free weights: rows −vⱼ ≤ 0, and the vertex on the axis of the indicator in which the unit is nearest to the best. */
function startOnAxis(walker: VertexWalker, units: number, width: number): number {
  let best = 0;
  let reach = -1;
  let stop = 0;
  for (let axis = 0; axis < width; axis += 1) {
    const row = firstStop(walker, units, width, axis);
    const length = (walker.bounds[row] as number) / (walker.rows[row * width + axis] as number);
    if (length <= reach) continue;
    [best, reach, stop] = [axis, length, row];
  }
  walker.rows.fill(0, units * width, (units + width) * width);
  for (let at = 0; at < width; at += 1) {
    walker.rows[(units + at) * width + at] = -1;
    walker.bounds[units + at] = 0;
    walker.active[at] = at === best ? stop : units + at;
  }
  return units + width;
}

/** The row that ends a walk from 0 along one axis. */
function firstStop({ rows, bounds }: VertexWalker, units: number, width: number, axis: number): number {
  let stop = 0;
  let most = -1;
  for (let row = 0; row < units; row += 1) {
    const steepness = (rows[row * width + axis] as number) / (bounds[row] as number);
    if (steepness > most) [most, stop] = [steepness, row];
  }
  return stop;
}

/**
 * Bounded shares: rows lowerⱼ Σv − vⱼ ≤ 0 and vⱼ − upperⱼ Σv ≤ 0, and the vertex on the ray that gives as much as allowed
 * to the indicators in which the unit stands best: all shares at a bound but one.
 */
function startWithinBounds(walker: VertexWalker, units: number, used: Int32Array, width: number, { lower, upper }: ShareBounds): number {
  const { rows, bounds, active } = walker;
  const share = new Float64Array(width);
  let left = 1;
  for (let at = 0; at < width; at += 1) {
    const [low, up] = [lower[used[at] as number] as number, Math.min(1, upper[used[at] as number] as number)];
    for (let column = 0; column < width; column += 1) {
      rows[(units + at) * width + column] = low - (column === at ? 1 : 0);
      rows[(units + width + at) * width + column] = (column === at ? 1 : 0) - up;
    }
    bounds[units + at] = 0;
    bounds[units + width + at] = 0;
    active[at] = units + at;
    share[at] = low;
    left -= low;
  }
  const order = Array.from(share.keys()).sort((one, other) => worstRatio(walker, units, width, one) - worstRatio(walker, units, width, other) || one - other);
  let between = order[0] as number;
  for (const at of order) {
    between = at;
    const room = Math.min(1, upper[used[at] as number] as number) - (share[at] as number);
    if (room >= left) {
      share[at] = (share[at] as number) + Math.max(0, left);
      break;
    }
    share[at] = (share[at] as number) + room;
    left -= room;
    active[at] = units + width + at;
  }
  active[between] = stopOnRay(walker, units, width, share);
  return units + 2 * width;
}

const worstRatio = (walker: VertexWalker, units: number, width: number, axis: number): number => {
  const row = firstStop(walker, units, width, axis);
  return (walker.rows[row * width + axis] as number) / (walker.bounds[row] as number);
};

function stopOnRay({ rows, bounds }: VertexWalker, units: number, width: number, share: Float64Array): number {
  let stop = 0;
  let most = -1;
  for (let row = 0; row < units; row += 1) {
    let sum = 0;
    for (let at = 0; at < width; at += 1) sum += (rows[row * width + at] as number) * (share[at] as number);
    const steepness = sum / (bounds[row] as number);
    if (steepness > most) [most, stop] = [steepness, row];
  }
  return stop;
}

/**
 * Linear programmes with few variables and many constraints: maximise Σⱼ xⱼ subject to A x ≤ b, from a vertex that is
 * given. The simplex method written for vertices (equivalent to the revised simplex on the dual, whose basis has only as
 * many rows as there are variables): the vertex is the set of `width` constraints that hold with equality.
 *
 * Degenerate vertices: the ratio test lets the constraint with the steepest slope leave among those that block within a
 * hair (Harris 1973); after a run of steps of no length Bland's rule (1977) takes over until the walk moves again, so it
 * cannot cycle. The inverse is renewed from the rows themselves every 16 steps and at the end, so that rounding does not
 * gather. Cost of a step O(rows · width + width²).
 */
export interface VertexWalk {
  /** Sum of the variables at the vertex reached. */
  value: number;
  /** False when the limit of steps was hit or no constraint stopped the walk: then the value is no optimum. */
  converged: boolean;
  iterations: number;
  /** Largest violation of a constraint at the vertex, after each row has been scaled to a largest coefficient of 1. */
  residual: number;
}

const renewEvery = 16;
const slack = 1e-11;
const flat = 1e-10;
const optimal = 1e-10;

/** Buffers for programmes of up to `rows` constraints in up to `width` variables, used again for each one. */
export class VertexWalker {
  /** Coefficients, row by row, `width` to a row: fill the first `height` rows, largest absolute coefficient about 1. */
  readonly rows: Float64Array;
  readonly bounds: Float64Array;
  /** The constraints that hold with equality at the first vertex; then at the last. */
  readonly active: Int32Array;
  /** The variables at the last vertex. */
  readonly point: Float64Array;
  readonly #inverse: Float64Array;
  readonly #work: Float64Array;
  readonly #direction: Float64Array;
  readonly #across: Float64Array;
  readonly #slacks: Float64Array;
  readonly #slopes: Float64Array;
  readonly #held: Uint8Array;

  constructor(rows: number, width: number) {
    this.rows = new Float64Array(rows * width);
    this.bounds = new Float64Array(rows);
    this.active = new Int32Array(width);
    this.point = new Float64Array(width);
    this.#inverse = new Float64Array(width * width);
    this.#work = new Float64Array(width * width);
    this.#direction = new Float64Array(width);
    this.#across = new Float64Array(width);
    this.#slacks = new Float64Array(rows);
    this.#slopes = new Float64Array(rows);
    this.#held = new Uint8Array(rows);
  }

  /** Walks from the vertex in `active` to the best one. `height` constraints in `width` variables are in use. */
  maximise(height: number, width: number): VertexWalk {
    const held = this.#held.fill(0, 0, height);
    for (let at = 0; at < width; at += 1) held[this.active[at] as number] = 1;
    if (!this.#renew(height, width)) return { value: NaN, converged: false, iterations: 0, residual: NaN };
    const limit = 200 + 50 * width;
    let stalled = 0;
    let fresh = true;
    for (let iteration = 0; iteration < limit; iteration += 1) {
      const leaving = this.#leaving(width, stalled > 2 * width);
      if (leaving < 0) {
        if (fresh) return { value: this.#sum(width), converged: true, iterations: iteration, residual: this.#violation(height) };
        fresh = this.#renew(height, width);
        if (!fresh) break;
        continue;
      }
      const entering = this.#entering(height, width, leaving, stalled > 2 * width);
      if (entering < 0) break;
      const step = Math.max(0, (this.#slacks[entering] as number) / (this.#slopes[entering] as number));
      stalled = step > slack ? 0 : stalled + 1;
      this.#move(height, width, leaving, entering, step);
      fresh = iteration % renewEvery === renewEvery - 1;
      if (fresh && !this.#renew(height, width)) break;
    }
    return { value: this.#sum(width), converged: false, iterations: limit, residual: this.#violation(height) };
  }

  /** The active constraint to let go: the worst price, or the first bad one in the order of constraints (Bland). */
  #leaving(width: number, cautious: boolean): number {
    const inverse = this.#inverse;
    let chosen = -1;
    let worst = -optimal;
    for (let at = 0; at < width; at += 1) {
      let price = 0;
      for (let row = 0; row < width; row += 1) price += inverse[row * width + at] as number;
      if (cautious ? price < -optimal && (chosen < 0 || (this.active[at] as number) < (this.active[chosen] as number)) : price < worst) {
        worst = price;
        chosen = at;
      }
    }
    return chosen;
  }

  /** The constraint that stops the walk along the edge that lets `leaving` go; −1 when none does. */
  #entering(height: number, width: number, leaving: number, cautious: boolean): number {
    const direction = this.#direction;
    const { rows } = this;
    const slacks = this.#slacks;
    const slopes = this.#slopes;
    const held = this.#held;
    let size = 0;
    for (let row = 0; row < width; row += 1) size = Math.max(size, Math.abs(this.#inverse[row * width + leaving] as number));
    for (let row = 0; row < width; row += 1) direction[row] = -(this.#inverse[row * width + leaving] as number) / size;
    let reach = Infinity;
    for (let at = 0, from = 0; at < height; at += 1, from += width) {
      let slope = 0;
      for (let column = 0; column < width; column += 1) slope += (rows[from + column] as number) * (direction[column] as number);
      slopes[at] = slope;
      if (slope > flat && held[at] === 0) {
        const distance = ((slacks[at] as number) + slack) / slope;
        if (distance < reach) reach = distance;
      }
    }
    let chosen = -1;
    for (let at = 0; at < height; at += 1) {
      const slope = slopes[at] as number;
      if (slope <= flat || held[at] === 1 || (slacks[at] as number) > reach * slope) continue;
      if (chosen < 0 || (!cautious && slope > (slopes[chosen] as number))) chosen = at;
    }
    return chosen;
  }

  #move(height: number, width: number, leaving: number, entering: number, step: number): void {
    const inverse = this.#inverse;
    const direction = this.#direction;
    const across = this.#across;
    const pivot = this.#slopes[entering] as number;
    for (let column = 0; column < width; column += 1) {
      let sum = column === leaving ? -1 : 0;
      for (let row = 0; row < width; row += 1) sum += (this.rows[entering * width + row] as number) * (inverse[row * width + column] as number);
      across[column] = sum;
    }
    // Sherman–Morrison for one row exchanged.
    for (let row = 0; row < width; row += 1) {
      const share = (direction[row] as number) / pivot;
      for (let column = 0; column < width; column += 1) inverse[row * width + column] = (inverse[row * width + column] as number) - share * (across[column] as number);
    }
    for (let column = 0; column < width; column += 1) this.point[column] = (this.point[column] as number) + step * (direction[column] as number);
    for (let at = 0; at < height; at += 1) this.#slacks[at] = (this.#slacks[at] as number) - step * (this.#slopes[at] as number);
    this.#held[this.active[leaving] as number] = 0;
    this.#held[entering] = 1;
    this.active[leaving] = entering;
  }

  /** Inverse, point and slacks from the active rows themselves (Gauss–Jordan with row pivots). False when they are dependent. */
  #renew(height: number, width: number): boolean {
    const work = this.#work;
    const inverse = this.#inverse.fill(0, 0, width * width);
    for (let row = 0; row < width; row += 1) {
      const from = (this.active[row] as number) * width;
      for (let column = 0; column < width; column += 1) work[row * width + column] = this.rows[from + column] as number;
      inverse[row * width + row] = 1;
    }
    for (let column = 0; column < width; column += 1) {
      if (!eliminate(work, inverse, width, column)) return false;
    }
    for (let row = 0; row < width; row += 1) {
      let sum = 0;
      for (let column = 0; column < width; column += 1) sum += (inverse[row * width + column] as number) * (this.bounds[this.active[column] as number] as number);
      this.point[row] = sum;
    }
    for (let at = 0; at < height; at += 1) {
      let sum = this.bounds[at] as number;
      for (let column = 0; column < width; column += 1) sum -= (this.rows[at * width + column] as number) * (this.point[column] as number);
      this.#slacks[at] = sum;
    }
    return true;
  }

  #sum(width: number): number {
    let sum = 0;
    for (let at = 0; at < width; at += 1) sum += this.point[at] as number;
    return sum;
  }

  #violation(height: number): number {
    let worst = 0;
    for (let at = 0; at < height; at += 1) worst = Math.max(worst, -(this.#slacks[at] as number));
    return worst;
  }
}

/** One column of Gauss–Jordan on `work`, with the same steps on `inverse`. False when no pivot is left. */
function eliminate(work: Float64Array, inverse: Float64Array, width: number, column: number): boolean {
  let best = column;
  for (let row = column + 1; row < width; row += 1) {
    if (Math.abs(work[row * width + column] as number) > Math.abs(work[best * width + column] as number)) best = row;
  }
  const pivot = work[best * width + column] as number;
  if (!(Math.abs(pivot) > 1e-14)) return false;
  for (let at = 0; at < width; at += 1) {
    const up = column * width + at;
    const down = best * width + at;
    [work[up], work[down]] = [(work[down] as number) / pivot, best === column ? (work[down] as number) / pivot : (work[up] as number)];
    [inverse[up], inverse[down]] = [(inverse[down] as number) / pivot, best === column ? (inverse[down] as number) / pivot : (inverse[up] as number)];
  }
  for (let row = 0; row < width; row += 1) {
    const factor = work[row * width + column] as number;
    if (row === column || factor === 0) continue;
    for (let at = 0; at < width; at += 1) {
      work[row * width + at] = (work[row * width + at] as number) - factor * (work[column * width + at] as number);
      inverse[row * width + at] = (inverse[row * width + at] as number) - factor * (inverse[column * width + at] as number);
    }
  }
  return true;
}

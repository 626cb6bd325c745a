import { planeStrips, sphereStrips, type CellStrips, type ColumnWindow } from './cell-strips.ts';
import { earthRadius } from './haversine.ts';
import { kdTree, withinOf } from './kd-tree.ts';
import { places, planePositions, spherePositions, straightOf, type Positions } from './positions.ts';

export interface Dbscan {
  /** 0 = noise; clusters from 1 on, by their first core point in the order of the input. A border point goes to the first cluster that has a core point within eps of it. */
  labels: Int32Array;
  /** 1 where at least minPts points, the point itself counted, lie within eps. */
  core: Uint8Array;
  clusters: number;
  noise: number;
}

export interface DbscanOptions {
  /** In the unit of the metric: a neighbour lies at most this far. */
  eps: number;
  /** The point itself counts. */
  minPts: number;
}

/**
 * Density clusters in the plane. Cells of side eps/√2: a cell with minPts points is all core, counting stops at minPts,
 * and two cells are joined by the first close pair. About O(n) for cells of bounded neighbourhoods, memory O(n).
 * References: Ester, Kriegel, Sander, Xu (1996), KDD, 226–231; Gunawan (2013), TU Eindhoven.
 */
export function dbscanPlane(x: Float64Array, y: Float64Array, options: DbscanOptions): Dbscan {
  const at = new Float64Array(2 * x.length);
  for (let one = 0; one < x.length; one += 1) {
    at[2 * one] = x[one] as number;
    at[2 * one + 1] = y[one] as number;
  }
  return cluster(planeStrips(x, y, options.eps), planePositions(at), options);
}

/** The same on the sphere: degrees, eps in metres (below a quarter of the globe; beyond that the k-d tree is asked). Exact across ±180° and at the poles. */
export function dbscanSphere(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>, options: DbscanOptions): Dbscan {
  const positions = spherePositions(longitudes, latitudes);
  const angle = options.eps / earthRadius;
  return angle < Math.PI / 4 ? cluster(sphereStrips(longitudes, latitudes, angle), positions, options) : dbscanAnywhere(positions, options);
}

function cluster(strips: CellStrips, positions: Positions, { eps, minPts }: DbscanOptions): Dbscan {
  const work = new Cells(strips, positions, straightOf(positions.metric, eps), minPts);
  work.findCore();
  work.join();
  return work.label();
}

/** Whole work on one set of points; coordinates lie in the order of the cells. */
class Cells {
  readonly #strips: CellStrips;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #z: Float64Array | undefined;
  readonly #square: number;
  readonly #minPts: number;
  readonly #core: Uint8Array;
  readonly #coreCells: Uint8Array;
  readonly #parent: Uint32Array;
  /** Cells of each strip: first and end. */
  readonly #stripFrom = new Map<number, number>();
  readonly #stripTo = new Map<number, number>();
  readonly #near = new Uint32Array(4096);
  #more: number[] = [];
  /** Where the window began in each of the five strips, for the last cell looked at. */
  readonly #began = new Int32Array(5);
  #windows: ColumnWindow[] = [];
  readonly #first = new Int32Array(5);
  readonly #end = new Int32Array(5);
  #lastStrip = NaN;

  constructor(strips: CellStrips, { at, dimensions }: Positions, reach: number, minPts: number) {
    const { order } = strips;
    this.#strips = strips;
    const axisOf = (axis: number): Float64Array => {
      const values = new Float64Array(order.length);
      for (let place = 0; place < order.length; place += 1) values[place] = at[(order[place] as number) * dimensions + axis] as number;
      return values;
    };
    this.#x = axisOf(0);
    this.#y = axisOf(1);
    this.#z = dimensions === 3 ? axisOf(2) : undefined;
    this.#square = reach * reach;
    this.#minPts = minPts;
    this.#core = new Uint8Array(order.length);
    this.#coreCells = new Uint8Array(strips.cells);
    this.#parent = places(strips.cells);
    for (let cell = 0; cell < strips.cells; cell += 1) {
      const strip = strips.strip[cell] as number;
      if (!this.#stripFrom.has(strip)) this.#stripFrom.set(strip, cell);
      this.#stripTo.set(strip, cell + 1);
    }
  }

  /** Every point of a full cell is core; of the others those with enough neighbours. */
  findCore(): void {
    const { from, cells } = this.#strips;
    for (let cell = 0; cell < cells; cell += 1) {
      const start = from[cell] as number;
      const end = from[cell + 1] as number;
      if (end - start >= this.#minPts) {
        this.#core.fill(1, start, end);
        this.#coreCells[cell] = 1;
        continue;
      }
      const near = this.#neighbours(cell);
      for (let place = start; place < end; place += 1) {
        if (!this.#enough(place, end - start, near)) continue;
        this.#core[place] = 1;
        this.#coreCells[cell] = 1;
      }
    }
  }

  #enough(place: number, own: number, near: number): boolean {
    const { from } = this.#strips;
    let found = own;
    for (let at = 0; at < near && found < this.#minPts; at += 1) {
      const cell = this.#cellAt(at);
      const end = from[cell + 1] as number;
      for (let other = from[cell] as number; other < end; other += 1) if (this.#close(place, other)) found += 1;
    }
    return found >= this.#minPts;
  }

  /** Cells with core points within eps of each other become one cluster. */
  join(): void {
    for (let cell = 0; cell < this.#strips.cells; cell += 1) {
      if (this.#coreCells[cell] === 0) continue;
      const near = this.#neighbours(cell);
      for (let at = 0; at < near; at += 1) {
        const other = this.#cellAt(at);
        if (other < cell || this.#coreCells[other] === 0) continue;
        const one = this.#rootOf(cell);
        const two = this.#rootOf(other);
        if (one !== two && this.#touch(cell, other)) this.#parent[one] = two;
      }
    }
  }

  #touch(cell: number, other: number): boolean {
    const { from } = this.#strips;
    for (let a = from[cell] as number; a < (from[cell + 1] as number); a += 1) {
      if (this.#core[a] === 0) continue;
      for (let b = from[other] as number; b < (from[other + 1] as number); b += 1) if (this.#core[b] === 1 && this.#close(a, b)) return true;
    }
    return false;
  }

  label(): Dbscan {
    const { order, from, cells } = this.#strips;
    const count = order.length;
    const cellOf = new Uint32Array(count);
    const core = new Uint8Array(count);
    for (let cell = 0; cell < cells; cell += 1) {
      for (let place = from[cell] as number; place < (from[cell + 1] as number); place += 1) {
        const point = order[place] as number;
        cellOf[point] = cell;
        core[point] = this.#core[place] as number;
      }
    }
    const labelOfRoot = new Int32Array(cells);
    const labels = new Int32Array(count);
    let clusters = 0;
    for (let point = 0; point < count; point += 1) {
      if (core[point] === 0) continue;
      const root = this.#rootOf(cellOf[point] as number);
      if (labelOfRoot[root] === 0) labelOfRoot[root] = clusters += 1;
      labels[point] = labelOfRoot[root] as number;
    }
    let noise = 0;
    for (let cell = 0; cell < cells; cell += 1) {
      let near = -1;
      for (let place = from[cell] as number; place < (from[cell + 1] as number); place += 1) {
        if (this.#core[place] === 1) continue;
        if (near < 0) near = this.#neighbours(cell);
        const label = this.#border(place, cell, near, labelOfRoot);
        labels[order[place] as number] = label;
        if (label === 0) noise += 1;
      }
    }
    return { labels, core, clusters, noise };
  }

  #border(place: number, own: number, near: number, labelOfRoot: Int32Array): number {
    const { from } = this.#strips;
    let least = 0;
    for (let at = -1; at < near; at += 1) {
      const cell = at < 0 ? own : this.#cellAt(at);
      if (this.#coreCells[cell] === 0) continue;
      const label = labelOfRoot[this.#rootOf(cell)] as number;
      if (least > 0 && label >= least) continue;
      const end = from[cell + 1] as number;
      for (let other = from[cell] as number; other < end; other += 1) {
        if (this.#core[other] === 0 || (at >= 0 && !this.#close(place, other))) continue;
        least = label;
        break;
      }
    }
    return least;
  }

  #close(a: number, b: number): boolean {
    const dx = (this.#x[a] as number) - (this.#x[b] as number);
    const dy = (this.#y[a] as number) - (this.#y[b] as number);
    if (!this.#z) return dx * dx + dy * dy <= this.#square;
    const dz = (this.#z[a] as number) - (this.#z[b] as number);
    return dx * dx + dy * dy + dz * dz <= this.#square;
  }

  #rootOf(one: number): number {
    let at = one;
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at] as number] as number;
      at = this.#parent[at] as number;
    }
    return at;
  }

  #cellAt(at: number): number {
    return at < this.#near.length ? (this.#near[at] as number) : (this.#more[at - this.#near.length] as number);
  }

  /** Finds the other cells that may hold a neighbour of a cell's points, and answers how many there are: see #cellAt. */
  #neighbours(cell: number): number {
    const { strip, column } = this.#strips;
    if ((strip[cell] as number) !== this.#lastStrip) this.#enter(strip[cell] as number);
    const own = column[cell] as number;
    let found = 0;
    if (this.#more.length > 0) this.#more = [];
    for (let step = 0; step < 5; step += 1) {
      const from = this.#first[step] as number;
      const end = this.#end[step] as number;
      if (from === end) continue;
      const { scale, before, after, turn } = this.#windows[step] as ColumnWindow;
      const low = Math.floor(own * scale - before);
      const high = Math.floor((own + 1) * scale + after);
      // The window only moves east while cells of one strip are taken in order; what lies beyond the seam is looked up.
      let first = this.#began[step] as number;
      while (first > from && (column[first - 1] as number) >= low) first -= 1;
      while (first < end && (column[first] as number) < low) first += 1;
      this.#began[step] = first;
      let next = first;
      for (; next < end && (column[next] as number) <= high; next += 1) if (next !== cell) found = this.#note(next, found);
      if (low < 0 && turn < Infinity) {
        for (let east = Math.max(next, firstAtLeast(column, from, end, Math.floor(low + turn))); east < end; east += 1) if (east !== cell) found = this.#note(east, found);
      }
      if (high >= Math.floor(turn)) {
        for (let west = from; west < first && (column[west] as number) <= high - turn + 1; west += 1) if (west !== cell) found = this.#note(west, found);
      }
    }
    return found;
  }

  #note(cell: number, found: number): number {
    if (found < this.#near.length) this.#near[found] = cell;
    else this.#more.push(cell);
    return found + 1;
  }

  #enter(strip: number): void {
    this.#lastStrip = strip;
    this.#windows = [];
    for (let step = 0; step < 5; step += 1) {
      const other = strip + step - 2;
      this.#first[step] = this.#stripFrom.get(other) ?? 0;
      this.#end[step] = this.#stripTo.get(other) ?? 0;
      this.#began[step] = this.#first[step] as number;
      this.#windows.push(this.#strips.window(strip, Math.max(0, other)));
    }
  }
}

function firstAtLeast(values: Float64Array, from: number, to: number, bound: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) >= bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The same definition in any number of dimensions, over a k-d tree. Cost O(n · (log n + neighbours)). */
export function dbscanAnywhere(positions: Positions, { eps, minPts }: DbscanOptions): Dbscan {
  const tree = kdTree(positions);
  const reach = straightOf(positions.metric, eps);
  const placeOf = new Uint32Array(positions.count);
  for (const [place, index] of tree.order.entries()) placeOf[index] = place;
  const core = new Uint8Array(positions.count);
  for (let place = 0; place < positions.count; place += 1) {
    let found = 0;
    withinOf(tree, place, reach, () => (found += 1) < minPts);
    core[tree.order[place] as number] = found >= minPts ? 1 : 0;
  }
  const labels = new Int32Array(positions.count);
  let clusters = 0;
  for (let start = 0; start < positions.count; start += 1) {
    if (core[start] === 0 || labels[start] !== 0) continue;
    clusters += 1;
    labels[start] = clusters;
    const waiting = [start];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      withinOf(tree, placeOf[next] as number, reach, (other) => {
        if (labels[other] !== 0) return true;
        labels[other] = clusters;
        if (core[other] === 1) waiting.push(other);
        return true;
      });
    }
  }
  return { labels, core, clusters, noise: labels.reduce((sum, label) => sum + (label === 0 ? 1 : 0), 0) };
}

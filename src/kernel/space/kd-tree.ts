import { places, type Positions } from './positions.ts';

/** Points in boxes within boxes. Points lie in the order of the tree: `order[place]` is the index of the point at a place. */
export interface KdTree {
  count: number;
  dimensions: number;
  order: Uint32Array;
  /** Coordinates by place. */
  at: Float64Array;
  /** Node k holds the places from ≤ place < to; its children are `left[k]` and `right[k]`, −1 in a leaf. Children come after their parent. */
  from: Uint32Array;
  to: Uint32Array;
  left: Int32Array;
  right: Int32Array;
  /** Box of node k: dimensions numbers each. */
  low: Float64Array;
  high: Float64Array;
  nodes: number;
}

const leafSize = 12;

/** Splits at the median of the widest side until at most 12 points are left. Cost O(n log n), memory O(n). Reference: Bentley (1975), CACM 18:509–517. */
export function kdTree({ at, count, dimensions }: Positions): KdTree {
  const order = places(count);
  const most = Math.max(1, 4 * Math.ceil(count / leafSize) + 4);
  const tree: KdTree = {
    count,
    dimensions,
    order,
    at: new Float64Array(at.length),
    from: new Uint32Array(most),
    to: new Uint32Array(most),
    left: new Int32Array(most).fill(-1),
    right: new Int32Array(most).fill(-1),
    low: new Float64Array(most * dimensions).fill(Infinity),
    high: new Float64Array(most * dimensions).fill(-Infinity),
    nodes: 0,
  };
  const build = (from: number, to: number): number => {
    const node = tree.nodes;
    tree.nodes += 1;
    tree.from[node] = from;
    tree.to[node] = to;
    const axis = bound(tree, at, node);
    const wide = (tree.high[node * dimensions + axis] as number) - (tree.low[node * dimensions + axis] as number);
    if (to - from <= leafSize || !(wide > 0)) return node;
    const middle = (from + to) >> 1;
    select(order, from, to - 1, middle, (one) => at[one * dimensions + axis] as number);
    tree.left[node] = build(from, middle);
    tree.right[node] = build(middle, to);
    return node;
  };
  build(0, count);
  for (let place = 0; place < count; place += 1) {
    const point = (order[place] as number) * dimensions;
    for (let axis = 0; axis < dimensions; axis += 1) tree.at[place * dimensions + axis] = at[point + axis] as number;
  }
  return tree;
}

/** Sets the box of a node and answers its widest axis. */
function bound({ order, from, to, low, high, dimensions }: KdTree, at: Float64Array, node: number): number {
  let widest = 0;
  let width = -1;
  for (let axis = 0; axis < dimensions; axis += 1) {
    let least = Infinity;
    let most = -Infinity;
    for (let place = from[node] as number; place < (to[node] as number); place += 1) {
      const value = at[(order[place] as number) * dimensions + axis] as number;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    low[node * dimensions + axis] = least;
    high[node * dimensions + axis] = most;
    if (most - least > width) {
      width = most - least;
      widest = axis;
    }
  }
  return widest;
}

/** Hoare's selection: afterwards nothing before `wanted` is greater and nothing after it is less. */
function select(order: Uint32Array, from: number, to: number, wanted: number, key: (index: number) => number): void {
  let low = from;
  let high = to;
  while (low < high) {
    const pivot = key(order[(low + high) >> 1] as number);
    let left = low;
    let right = high;
    while (left <= right) {
      while (key(order[left] as number) < pivot) left += 1;
      while (key(order[right] as number) > pivot) right -= 1;
      if (left > right) break;
      const held = order[left] as number;
      order[left] = order[right] as number;
      order[right] = held;
      left += 1;
      right -= 1;
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else return;
  }
}

/** Square of the least straight distance from a place's point to the box of a node; 0 inside. */
export function squaredToBox({ at, dimensions, low, high }: KdTree, place: number, node: number): number {
  let sum = 0;
  for (let axis = 0; axis < dimensions; axis += 1) {
    const value = at[place * dimensions + axis] as number;
    const under = (low[node * dimensions + axis] as number) - value;
    const over = value - (high[node * dimensions + axis] as number);
    const off = under > 0 ? under : over;
    if (off > 0) sum += off * off;
  }
  return sum;
}

/** Square of the straight distance of the points at two places. */
export function squaredOf({ at, dimensions }: KdTree, a: number, b: number): number {
  let sum = 0;
  for (let axis = 0; axis < dimensions; axis += 1) {
    const step = (at[a * dimensions + axis] as number) - (at[b * dimensions + axis] as number);
    sum += step * step;
  }
  return sum;
}

/**
 * Straight distance from each point to its k-th nearest other one, by index of the point, for places from ≤ place < to:
 * ranges can be shared among workers. Infinity where there are not so many. Cost about O(k log n) a point.
 */
export function kthNearest(tree: KdTree, k: number, out: Float64Array, from = 0, to = tree.count): void {
  const nearest = new Float64Array(k);
  for (let place = from; place < to; place += 1) {
    nearest.fill(Infinity);
    const visit = (node: number): void => {
      const left = tree.left[node] as number;
      if (left < 0) {
        for (let other = tree.from[node] as number; other < (tree.to[node] as number); other += 1) if (other !== place) keep(nearest, squaredOf(tree, place, other));
        return;
      }
      const right = tree.right[node] as number;
      const toLeft = squaredToBox(tree, place, left);
      const toRight = squaredToBox(tree, place, right);
      const [first, second, near, far] = toLeft <= toRight ? [left, right, toLeft, toRight] : [right, left, toRight, toLeft];
      if (near < (nearest[k - 1] as number)) visit(first);
      if (far < (nearest[k - 1] as number)) visit(second);
    };
    if (k > 0) visit(0);
    out[tree.order[place] as number] = k > 0 ? Math.sqrt(nearest[k - 1] as number) : 0;
  }
}

/** Puts a value in its place among the smallest, which stay in ascending order. */
function keep(smallest: Float64Array, value: number): void {
  let at = smallest.length - 1;
  if (value >= (smallest[at] as number)) return;
  for (; at > 0 && (smallest[at - 1] as number) > value; at -= 1) smallest[at] = smallest[at - 1] as number;
  smallest[at] = value;
}

/** Calls `visit` with the index of every point within a straight distance of the point at a place, itself too, until it answers false. */
export function withinOf(tree: KdTree, place: number, reach: number, visit: (index: number) => boolean): void {
  const square = reach * reach;
  const stack = [0];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (squaredToBox(tree, place, node) > square) continue;
    const left = tree.left[node] as number;
    if (left >= 0) {
      stack.push(left, tree.right[node] as number);
      continue;
    }
    for (let other = tree.from[node] as number; other < (tree.to[node] as number); other += 1) {
      if (squaredOf(tree, place, other) <= square && !visit(tree.order[other] as number)) return;
    }
  }
}

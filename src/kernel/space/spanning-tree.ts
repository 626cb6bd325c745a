import { kdTree, squaredOf, squaredToBox, type KdTree } from './kd-tree.ts';
import { places, type Positions } from './positions.ts';

/** Edges of a tree over points, in ascending order of length. */
export interface SpanningTree {
  a: Uint32Array;
  b: Uint32Array;
  /** Straight length: see positions. */
  length: Float64Array;
}

/** Parents of disjoint sets, halving paths as they are walked. */
function rootOf(parent: Uint32Array, one: number): number {
  let at = one;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at] as number] as number;
    at = parent[at] as number;
  }
  return at;
}

/**
 * Shortest spanning tree over mutual reachability max(core(a), core(b), d(a, b)): Borůvka's rounds, each over a k-d tree.
 * A point looks only where something nearer than the best of its group and outside its group can lie; what it could not
 * undercut stays a lower bound for later rounds. Memory O(n), never the n² distances. Lengths are straight ones.
 * References: Campello, Moulavi, Sander (2013), PAKDD, 160–172; Borůvka (1926); March, Ram, Gray (2010), KDD, 603–612.
 */
export function reachabilityTree(positions: Positions, core: Float64Array, tree: KdTree = kdTree(positions)): SpanningTree {
  const search = new Search(tree, core);
  const count = positions.count;
  const edges = { a: new Uint32Array(Math.max(0, count - 1)), b: new Uint32Array(Math.max(0, count - 1)), length: new Float64Array(Math.max(0, count - 1)) };
  let found = 0;
  while (found < count - 1) {
    search.round();
    for (let group = 0; group < count; group += 1) {
      const from = search.bestFrom[group] as number;
      if (from < 0) continue;
      const to = search.bestTo[group] as number;
      const [one, other] = [rootOf(search.parent, from), rootOf(search.parent, to)];
      if (one === other) continue;
      search.parent[one] = other;
      edges.a[found] = tree.order[from] as number;
      edges.b[found] = tree.order[to] as number;
      edges.length[found] = search.best[group] as number;
      found += 1;
    }
  }
  const sorted = Uint32Array.from({ length: found }, (_, edge) => edge).sort((x, y) => (edges.length[x] as number) - (edges.length[y] as number));
  return { a: sorted.map((edge) => edges.a[edge] as number), b: sorted.map((edge) => edges.b[edge] as number), length: Float64Array.from(sorted, (edge) => edges.length[edge] as number) };
}

class Search {
  readonly parent: Uint32Array;
  /** Group of each place in this round. */
  readonly group: Uint32Array;
  /** Group of a node all of whose points are in one, else −1. */
  readonly groupOfNode: Int32Array;
  readonly best: Float64Array;
  readonly bestFrom: Int32Array;
  readonly bestTo: Int32Array;
  readonly #tree: KdTree;
  readonly #core: Float64Array;
  readonly #leastCore: Float64Array;
  readonly #atLeast: Float64Array;

  constructor(tree: KdTree, core: Float64Array) {
    this.#tree = tree;
    this.#core = Float64Array.from(tree.order, (index) => core[index] as number);
    this.#leastCore = new Float64Array(tree.nodes);
    for (let node = tree.nodes - 1; node >= 0; node -= 1) {
      const left = tree.left[node] as number;
      this.#leastCore[node] = left < 0
        ? this.#core.subarray(tree.from[node], tree.to[node]).reduce((least, one) => Math.min(least, one), Infinity)
        : Math.min(this.#leastCore[left] as number, this.#leastCore[tree.right[node] as number] as number);
    }
    this.#atLeast = this.#core.slice();
    this.parent = places(tree.count);
    this.group = new Uint32Array(tree.count);
    this.groupOfNode = new Int32Array(tree.nodes);
    this.best = new Float64Array(tree.count);
    this.bestFrom = new Int32Array(tree.count);
    this.bestTo = new Int32Array(tree.count);
  }

  /** Finds the shortest edge out of every group. */
  round(): void {
    const { count, nodes, left, right, from, to } = this.#tree;
    for (let place = 0; place < count; place += 1) this.group[place] = rootOf(this.parent, place);
    for (let node = nodes - 1; node >= 0; node -= 1) {
      const child = left[node] as number;
      const group = child < 0 ? (this.group[from[node] as number] as number) : (this.groupOfNode[child] as number);
      const one = child < 0 ? this.group.subarray(from[node], to[node]).every((each) => each === group) : group === this.groupOfNode[right[node] as number];
      this.groupOfNode[node] = one ? group : -1;
    }
    this.best.fill(Infinity);
    this.bestFrom.fill(-1);
    for (let place = 0; place < count; place += 1) {
      const group = this.group[place] as number;
      if ((this.#atLeast[place] as number) >= (this.best[group] as number)) continue;
      const held = this.best[group] as number;
      this.#visit(place, group, 0);
      // Either the best has become this point's own, or nothing of it undercuts the best: a bound for later rounds both ways.
      this.#atLeast[place] = Math.max(this.#atLeast[place] as number, Math.min(held, this.best[group] as number));
    }
  }

  #visit(place: number, group: number, node: number): void {
    const tree = this.#tree;
    const left = tree.left[node] as number;
    if (left < 0) {
      for (let other = tree.from[node] as number; other < (tree.to[node] as number); other += 1) if (this.group[other] !== group) this.#offer(place, group, other);
      return;
    }
    const right = tree.right[node] as number;
    const toLeft = this.#leastTo(place, group, left);
    const toRight = this.#leastTo(place, group, right);
    const leftFirst = toLeft <= toRight;
    if ((leftFirst ? toLeft : toRight) < (this.best[group] as number)) this.#visit(place, group, leftFirst ? left : right);
    if ((leftFirst ? toRight : toLeft) < (this.best[group] as number)) this.#visit(place, group, leftFirst ? right : left);
  }

  #leastTo(place: number, group: number, node: number): number {
    if (this.groupOfNode[node] === group) return Infinity;
    return Math.max(Math.sqrt(squaredToBox(this.#tree, place, node)), this.#core[place] as number, this.#leastCore[node] as number);
  }

  #offer(place: number, group: number, other: number): void {
    const reach = Math.max(this.#core[place] as number, this.#core[other] as number);
    if (reach >= (this.best[group] as number)) return;
    const length = Math.max(reach, Math.sqrt(squaredOf(this.#tree, place, other)));
    if (length >= (this.best[group] as number)) return;
    this.best[group] = length;
    this.bestFrom[group] = place;
    this.bestTo[group] = other;
  }
}

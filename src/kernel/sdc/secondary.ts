import { isTotal, type CellSet, type MarginTable } from './margin-table.ts';
import type { Primary } from './primary.ts';
import { arcOf, closeCell, movable, networkOf, nodeCount, openCell, push, roomOf, type Direction, type Move, type Network, type Step } from './room.ts';

export interface SecondaryOptions {
  /** What suppressing a total costs, in inner cells. */
  totalCost: number;
  /** Most checks spent on giving cells back at the end; 0 leaves that out. */
  tidying: number;
}

export const secondaryDefaults: SecondaryOptions = { totalCost: 50, tidying: 20_000 };

/** What must hold of a network: how much room each sensitive cell needs, and who knows what. */
export interface Demand extends Pick<Primary, 'required' | 'insiders'> {
  cells: readonly number[];
  /** The values themselves: below 0 nothing can fall, so of a small one no more room is asked. */
  values: Float64Array;
}

export interface Secondary {
  /** All that is suppressed, sensitive or for another's sake. */
  suppressed: CellSet;
  /** Sensitive cells for which no pattern leaves enough room. */
  unprotected: number[];
}

/** The sensitive cells, those in greatest need first. What is out already (`out`) cannot be called back and asks for nothing. */
export const demandOf = ({ values }: MarginTable, { sensitive, required, insiders }: Primary, out?: CellSet): Demand => {
  const cells = [...sensitive.keys()].filter((at) => sensitive[at] === 1 && out?.[at] !== 1);
  return { cells: cells.sort((a, b) => (required[b] as number) - (required[a] as number) || a - b), values, required, insiders };
};

/**
 * Complementary suppression of a table with totals: for each sensitive cell, largest demand first, the cheapest further cells
 * that let it rise and fall by what it needs (shortest paths, in the way of Kelly, Golden, Assad 1992 and Castro 2002), for
 * outsiders and for every insider who knows a cell of his own. Zeros are never used: everybody may know them. At the end cells that are not needed
 * are given back. `never` are cells that protect nothing, as they are known. Cost per sensitive cell O(paths · cells · log).
 */
export function secondary(table: MarginTable, first: Primary, options: SecondaryOptions = secondaryDefaults, never: CellSet = new Uint8Array(table.values.length)): Secondary {
  const network = networkOf(table, table.values, first.sensitive.map((one, at) => (one === 1 && never[at] === 0 ? 1 : 0)));
  const demand = demandOf(table, first, never);
  const unprotected = protect(network, demand, never, options);
  const added = [...network.open.keys()].filter((at) => network.open[at] === 1 && first.sensitive[at] === 0);
  if (added.length * demand.cells.length <= options.tidying) giveBack(network, { ...demand, cells: demand.cells.filter((at) => !unprotected.includes(at)) }, added);
  return { suppressed: network.open.map((one, at) => (one === 1 || first.sensitive[at] === 1 ? 1 : 0)), unprotected };
}

/** Opens what is needed; answers the cells for which nothing helps. */
export function protect(network: Network, demand: Demand, never: CellSet, { totalCost }: SecondaryOptions = secondaryDefaults): number[] {
  const price = pricesOf(network, never, totalCost);
  const meet = (cell: number, direction: Direction, known: ReadonlySet<number>): boolean => {
    const wanted = wantedOf(demand, cell, direction);
    let move = movable(network, cell, direction, wanted, known);
    while (!enough(move.amount, wanted)) {
      const steps = cheapest(network, price, cell, direction, wanted - move.amount, known, move) ?? cheapest(network, price, cell, direction, 0, known, move);
      if (!steps) return false;
      for (const step of steps) openCell(network, step.cell);
      const room = Math.min(...steps.map(({ cell: one, rises }) => roomOf(network, move.shift, one, rises)));
      push(move, steps, Math.min(room, wanted - move.amount));
      move = movable(network, cell, direction, wanted, known, move);
    }
    return known.size > 0 || usedBy(demand, cell, move).every((own) => meet(cell, direction, new Set(own)));
  };
  return demand.cells.filter((cell) => network.open[cell] === 0 || !(meet(cell, 'up', new Set()) && meet(cell, 'down', new Set())));
}

/** Whether every cell has the room it needs, against outsiders and insiders. */
export const isProtected = (network: Network, demand: Demand, cell: number): boolean => network.open[cell] === 1 && (['up', 'down'] as const).every((direction) => {
  const wanted = wantedOf(demand, cell, direction);
  const move = movable(network, cell, direction, wanted);
  if (!enough(move.amount, wanted)) return false;
  return usedBy(demand, cell, move).every((own) => enough(movable(network, cell, direction, wanted, new Set(own)).amount, wanted));
});

function wantedOf({ required, values }: Demand, cell: number, direction: Direction): number {
  return direction === 'up' ? (required[cell] as number) : Math.min(required[cell] as number, values[cell] as number);
}

const holders = new WeakMap<Demand['insiders'], Map<number, number[][]>>();

/** Insiders whose own cells a move goes through, the cell's own one left out: they see through it. */
function usedBy({ insiders }: Demand, cell: number, { shift }: Move): number[][] {
  let at = holders.get(insiders);
  if (!at) {
    at = new Map<number, number[][]>();
    for (const own of insiders) for (const one of own) at.set(one, [...(at.get(one) ?? []), own]);
    holders.set(insiders, at);
  }
  const used = new Set<number[]>();
  for (const [one, amount] of shift) if (amount !== 0) for (const own of at.get(one) ?? []) if (!own.includes(cell)) used.add(own);
  return [...used];
}

const enough = (amount: number, wanted: number): boolean => amount >= wanted * (1 - 1e-9);

function giveBack(network: Network, demand: Demand, added: readonly number[]): void {
  for (const cell of [...added].sort((a, b) => (network.fall[b] as number) - (network.fall[a] as number) || a - b)) {
    closeCell(network, cell);
    if (!demand.cells.every((one) => isProtected(network, demand, one))) openCell(network, cell);
  }
}

/** What opening a cell costs: one, a little more the more it says, much more for a total; Infinity for a zero and for what is known. */
function pricesOf(network: Network, never: CellSet, totalCost: number): Float64Array {
  let most = 0;
  for (const value of network.fall) if (value > most) most = value;
  return network.fall.map((value, at) => (never[at] === 1 || !(value > 0) ? Infinity : (isTotal(network, at) ? totalCost : 1) * (1 + Math.log1p(value) / (1 + Math.log1p(most)))));
}

/** The cheapest way by which the cell moves on by `least`, opening cells on it (Dijkstra 1959). */
function cheapest(network: Network, price: Float64Array, cell: number, direction: Direction, least: number, known: ReadonlySet<number>, { shift }: Move): Step[] | null {
  const [tail, head] = arcOf(network, cell);
  const [source, sink] = direction === 'up' ? [head, tail] : [tail, head];
  const nodes = nodeCount(network);
  const cost = new Float64Array(nodes).fill(Infinity);
  const done = new Uint8Array(nodes);
  const came: ({ from: number; step: Step } | undefined)[] = [];
  cost[source] = 0;
  const floor = Math.max(network.fall[cell] as number, 1) * 1e-12;
  for (;;) {
    let from = -1;
    for (let node = 0; node < nodes; node += 1) if (done[node] === 0 && (cost[node] as number) < (from < 0 ? Infinity : (cost[from] as number))) from = node;
    if (from < 0) return null;
    if (from === sink) break;
    done[from] = 1;
    for (const [one, to, rises] of aroundOf(network, from)) {
      if (done[to] === 1 || one === cell || known.has(one)) continue;
      const room = roomOf(network, shift, one, rises);
      if (!(room > floor && room >= least)) continue;
      const through = (cost[from] as number) + (network.open[one] === 1 ? 1e-6 : (price[one] as number));
      if (through >= (cost[to] as number)) continue;
      cost[to] = through;
      came[to] = { from, step: { cell: one, rises } };
    }
  }
  const steps: Step[] = [];
  for (let at = sink; at !== source; ) {
    const last = came[at] as { from: number; step: Step };
    steps.push(last.step);
    at = last.from;
  }
  return steps;
}

/** Every cell at a node, where it leads and whether it rises on the way. */
function* aroundOf({ rows, columns }: Network, node: number): Generator<[cell: number, to: number, rises: boolean]> {
  const isRow = node <= rows;
  const count = isRow ? columns + 1 : rows + 1;
  for (let other = 0; other < count; other += 1) {
    const cell = isRow ? node * (columns + 1) + other : other * (columns + 1) + (node - rows - 1);
    const [tail, head] = arcOf({ rows, columns }, cell);
    yield node === tail ? [cell, head, true] : [cell, tail, false];
  }
}

import { placeOf, type CellSet, type MarginTable } from './margin-table.ts';

/**
 * What can be moved in a table without any published cell or total changing. Every cell is an arc of a network whose nodes are
 * the rows, the columns and the two lines of totals: an inner cell and the grand total run from row to column, a total the other
 * way, and what adds up is what flows in flowing out again. A cell can rise by δ exactly when δ can flow back from its head to its
 * tail through the other open cells, each falling by no more than its value. The greatest flow is thus the exact bound of the
 * linear programme (total unimodularity: Ahuja, Magnanti, Orlin 1993, ch. 6 and 11).
 */
export interface Network {
  rows: number;
  columns: number;
  /** How far each cell can fall: its value, or the least of its values over several editions. */
  fall: Float64Array;
  /** Cells whose value is not known outside. */
  open: CellSet;
  /** The open cells at each node. */
  at: number[][];
}

export const nodeCount = ({ rows, columns }: Pick<MarginTable, 'rows' | 'columns'>): number => rows + columns + 2;

/** From which node a cell's arc runs to which. */
export function arcOf(table: Pick<MarginTable, 'rows' | 'columns'>, at: number): [tail: number, head: number] {
  const [row, column] = placeOf(table, at);
  const columnNode = table.rows + 1 + column;
  return (row === table.rows) === (column === table.columns) ? [row, columnNode] : [columnNode, row];
}

export function networkOf(table: Pick<MarginTable, 'rows' | 'columns'>, fall: Float64Array, open: CellSet): Network {
  const network: Network = { rows: table.rows, columns: table.columns, fall, open: new Uint8Array(open.length), at: Array.from({ length: nodeCount(table) }, () => []) };
  for (let at = 0; at < open.length; at += 1) if (open[at] === 1) openCell(network, at);
  return network;
}

/** Opens one more cell; a missing one stays out, since nobody may rely on it. */
export function openCell(network: Network, at: number): void {
  if (network.open[at] === 1 || Number.isNaN(network.fall[at])) return;
  network.open[at] = 1;
  for (const node of arcOf(network, at)) (network.at[node] as number[]).push(at);
}

export function closeCell(network: Network, at: number): void {
  if (network.open[at] === 0) return;
  network.open[at] = 0;
  for (const node of arcOf(network, at)) network.at[node] = (network.at[node] as number[]).filter((one) => one !== at);
}

export interface Move {
  amount: number;
  /** How far each cell has moved from its value, the moved one itself left out. */
  shift: Map<number, number>;
}

export type Direction = 'up' | 'down';

/**
 * How far the cell can rise or fall, up to `wanted`: shortest augmenting paths (Edmonds, Karp 1972). `known` are cells that
 * stay where they are because somebody knows them. Infinity where nothing holds it. Cost O(paths · open cells).
 */
export function movable(network: Network, cell: number, direction: Direction, wanted: number, known: ReadonlySet<number> = new Set(), begun?: Move): Move {
  const [tail, head] = arcOf(network, cell);
  const [source, sink] = direction === 'up' ? [head, tail] : [tail, head];
  const most = direction === 'up' ? wanted : Math.min(wanted, network.fall[cell] as number);
  const move = begun ?? { amount: 0, shift: new Map<number, number>() };
  const floor = Math.max(network.fall[cell] as number, 1) * 1e-12;
  while (move.amount < most) {
    const path = shortest(network, source, sink, cell, known, move.shift, floor);
    if (!path) break;
    const pushed = Math.min(most - move.amount, path.room);
    if (pushed === Infinity) return { amount: Infinity, shift: move.shift };
    push(move, path.steps, pushed);
  }
  return move;
}

export interface Step {
  cell: number;
  /** Whether the cell rises on the way. */
  rises: boolean;
}

export function push(move: Move, steps: readonly Step[], amount: number): void {
  for (const { cell, rises } of steps) move.shift.set(cell, (move.shift.get(cell) ?? 0) + (rises ? amount : -amount));
  move.amount += amount;
}

/** How far a cell can go on in a direction after what it has moved already: rising has no end, falling ends at 0. */
export const roomOf = ({ fall }: Network, shift: ReadonlyMap<number, number>, cell: number, rises: boolean): number => (rises ? Infinity : (fall[cell] as number) + (shift.get(cell) ?? 0));

function shortest(network: Network, source: number, sink: number, without: number, known: ReadonlySet<number>, shift: ReadonlyMap<number, number>, floor: number): { steps: Step[]; room: number } | null {
  const came = new Map<number, { from: number; step: Step; room: number }>();
  const queue = [source];
  for (let next = 0; next < queue.length && !came.has(sink); next += 1) {
    const from = queue[next] as number;
    for (const cell of network.at[from] as number[]) {
      if (cell === without || known.has(cell)) continue;
      const [tail, head] = arcOf(network, cell);
      const rises = from === tail;
      const to = rises ? head : tail;
      const room = roomOf(network, shift, cell, rises);
      if (room <= floor || to === source || came.has(to)) continue;
      came.set(to, { from, step: { cell, rises }, room });
      queue.push(to);
    }
  }
  if (!came.has(sink)) return null;
  const steps: Step[] = [];
  let room = Infinity;
  for (let at = sink; at !== source; ) {
    const last = came.get(at) as { from: number; step: Step; room: number };
    steps.push(last.step);
    room = Math.min(room, last.room);
    at = last.from;
  }
  return { steps, room };
}

export interface Interval {
  lower: number;
  upper: number;
}

/** What can be told of one suppressed cell from everything that is published: exact, Infinity where nothing bounds it. */
export function intervalOf(network: Network, cell: number): Interval {
  const value = network.fall[cell] as number;
  return { lower: value - movable(network, cell, 'down', Infinity).amount, upper: value + movable(network, cell, 'up', Infinity).amount };
}

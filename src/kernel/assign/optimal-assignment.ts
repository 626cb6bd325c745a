export const assignmentMethod = { id: 'shortestAugmentingPath', version: '1' } as const;

export interface Assignment {
  /** Column of each row; −1 where a row stays without one (more rows than columns). */
  columns: number[];
  /** Sum of the costs of the chosen cells, in the unit of the costs. */
  total: number;
}

/**
 * Optimal assignment: each row at most one column, each column at most one row, as many pairs as fit, the least total
 * cost (or the greatest with `maximise`). Shortest augmenting paths with potentials (Jonker, Volgenant 1987; Crouse
 * 2016), exact up to rounding. `costs` is rectangular, finite; RangeError otherwise. Cost O(min² · max).
 */
export function assignOptimally(costs: readonly (readonly number[])[], { maximise = false } = {}): Assignment {
  const height = costs.length;
  const breadth = costs[0]?.length ?? 0;
  if (costs.some((row) => row.length !== breadth || row.some((cost) => !Number.isFinite(cost)))) throw new RangeError('costs must be a finite rectangle');
  const turned = height > breadth;
  const [rows, columns] = turned ? [breadth, height] : [height, breadth];
  const sign = maximise ? -1 : 1;
  const costOf = (row: number, column: number): number => sign * ((turned ? costs[column]?.[row] : costs[row]?.[column]) ?? 0);
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  // Rows and columns are counted from 1 here; 0 stands for none.
  const rowOf = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const reached = new Uint8Array(columns + 1);
    let column = 0;
    rowOf[0] = row;
    do {
      reached[column] = 1;
      const from = rowOf[column] as number;
      let least = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let to = 1; to <= columns; to += 1) {
        if (reached[to]) continue;
        const reduced = costOf(from - 1, to - 1) - (rowPrice[from] as number) - (columnPrice[to] as number);
        if (reduced < (slack[to] as number)) {
          slack[to] = reduced;
          cameFrom[to] = column;
        }
        if ((slack[to] as number) < least) {
          least = slack[to] as number;
          next = to;
        }
      }
      for (let to = 0; to <= columns; to += 1) {
        if (reached[to]) {
          rowPrice[rowOf[to] as number] = (rowPrice[rowOf[to] as number] as number) + least;
          columnPrice[to] = (columnPrice[to] as number) - least;
        } else slack[to] = (slack[to] as number) - least;
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = cameFrom[column] as number) rowOf[column] = rowOf[cameFrom[column] as number] as number;
  }
  const chosen = Array.from({ length: height }, () => -1);
  for (let column = 1; column <= columns; column += 1) {
    const row = rowOf[column] as number;
    if (row > 0) chosen[turned ? column - 1 : row - 1] = turned ? row - 1 : column - 1;
  }
  return { columns: chosen, total: chosen.reduce((sum, column, row) => sum + (column < 0 ? 0 : (costs[row]?.[column] ?? 0)), 0) };
}

import { linearBounds, type Equation } from './linear-bounds.ts';
import type { Interval } from './room.ts';

/** What a reader holds of one edition: every cell and total, NaN where it is not published. */
export interface PublishedTable {
  rows: number;
  columns: number;
  values: Float64Array;
}

export interface Recovered extends Interval {
  edition: number;
  cell: number;
}

export interface AttackOptions {
  /** Whether the reader takes a cell to be the same in two editions; by default nothing is. Only asked of cells that one of the two holds back. */
  same: (cell: number, edition: number, other: number) => boolean;
  /** Values that the reader knows from elsewhere: his own. */
  known: ReadonlyMap<number, number>;
}

/**
 * Tries to compute back what is not published: everything that adds up in every edition, cells that are the same in two editions,
 * nothing below 0, as one linear system, and the least and greatest value of each unknown under it. Null where that
 * contradicts itself, because not all is the same that was taken to be. All editions have one shape. Cost as `linearBounds`.
 */
export function attack(editions: readonly PublishedTable[], options: Partial<AttackOptions> = {}): Recovered[] | null {
  const { same = () => false, known = new Map<number, number>() } = options;
  const unknowns: { edition: number; cell: number; variable: number }[] = [];
  const variableOf = editions.map(() => new Map<number, number>());
  const learnt = editions.map(({ values }) => values.slice());
  let variables = 0;
  for (const [edition, { values }] of editions.entries()) {
    for (const cell of values.keys()) {
      if (!Number.isNaN(values[cell])) continue;
      const elsewhere = editions.findIndex((one, other) => other !== edition && !Number.isNaN(one.values[cell]) && same(cell, edition, other));
      const fromThere = editions[elsewhere]?.values[cell] ?? known.get(cell);
      if (fromThere !== undefined) (learnt[edition] as Float64Array)[cell] = fromThere;
      const before = editions.findIndex((_, other) => other < edition && variableOf[other]?.has(cell) === true && same(cell, edition, other));
      const variable = variableOf[before]?.get(cell) ?? variables;
      if (fromThere === undefined && variable === variables) variables += 1;
      if (fromThere === undefined) variableOf[edition]?.set(cell, variable);
      unknowns.push({ edition, cell, variable: fromThere === undefined ? variable : -1 });
    }
  }
  const equations = editions.flatMap((table, edition) => equationsOf(table, learnt[edition] as Float64Array, variableOf[edition] as Map<number, number>));
  const bounds = linearBounds(variables, equations);
  if (!bounds) return null;
  return unknowns.map(({ edition, cell, variable }) => {
    const value = learnt[edition]?.[cell] ?? NaN;
    return { edition, cell, lower: variable < 0 ? value : (bounds.lower[variable] as number), upper: variable < 0 ? value : (bounds.upper[variable] as number) };
  });
}

/** One equation for every row and column, the totals among them: the parts less the total is 0. */
function equationsOf({ rows, columns }: PublishedTable, values: Float64Array, variableOf: ReadonlyMap<number, number>): Equation[] {
  const width = columns + 1;
  const lines = [
    ...Array.from({ length: rows + 1 }, (_, row) => Array.from({ length: width }, (_one, column) => row * width + column)),
    ...Array.from({ length: width }, (_, column) => Array.from({ length: rows + 1 }, (_one, row) => row * width + column)),
  ];
  const equations: Equation[] = [];
  for (const line of lines) {
    const terms: [number, number][] = [];
    let right = 0;
    for (const [place, cell] of line.entries()) {
      const sign = place === line.length - 1 ? -1 : 1;
      const variable = variableOf.get(cell);
      if (variable !== undefined) terms.push([variable, sign]);
      else right -= sign * (values[cell] as number);
    }
    if (terms.length > 0) equations.push({ terms, right });
  }
  return equations;
}

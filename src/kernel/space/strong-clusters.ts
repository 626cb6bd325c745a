import type { Matrix } from '../stats/matrix.ts';
import { selectQuantile } from '../stats/quantile-select.ts';

export const strongClusterMethod = { id: 'strong-clusters', version: '1.0.0' } as const;

/** The four clauses of the rule of the US Cluster Mapping Project, whose values these are. */
export interface StrongRule {
  /** Quantile of the industry's quotients over regions that a strong cluster reaches (≥). */
  quotientQuantile: number;
  /** Quotient that it reaches (≥). */
  quotientAtLeast: number;
  /** Quantile of the industry's employment over regions that it exceeds (>). */
  sizeQuantile: number;
  /** Quantile of the industry's establishments over regions that it exceeds (>). */
  establishmentQuantile: number;
}

export const strongRuleDefault: StrongRule = { quotientQuantile: 0.75, quotientAtLeast: 1, sizeQuantile: 0.25, establishmentQuantile: 0.25 };

/** Thresholds of one industry; NaN where no region has a positive number (or there is no such table). */
export interface StrongThresholds {
  quotient: Float64Array;
  size: Float64Array;
  establishments: Float64Array;
}

/** Bits of a flag: which clauses hold, and which cannot be judged because a number is missing. */
export const clause = { quotientQuantile: 1, quotientAtLeast: 2, size: 4, establishments: 8 } as const;

/** Bits of a cell that meets all clauses that are judged. */
export const allClauses = (hasEstablishments: boolean): number => (hasEstablishments ? 15 : 7);

export interface StrongFlags {
  thresholds: StrongThresholds;
  /** Regions × industries: which clauses hold, see `clause`. */
  held: Uint8Array;
  /** Regions × industries: which clauses cannot be judged. */
  unknown: Uint8Array;
}

const block = 64;

/**
 * Per column the quantile of `values` over the rows where `sizes` is positive. 64 columns at a time, so that each line of memory is read once,
 * and without branches, because which cells are positive cannot be foreseen by the processor.
 */
function columnQuantiles({ rows, columns, cells: values }: Matrix, { cells: sizes }: Matrix, p: number): Float64Array {
  const found = new Float64Array(columns);
  const gathered = new Float64Array(block * (rows + 1));
  const next = new Int32Array(block);
  for (let from = 0; from < columns; from += block) {
    const width = Math.min(block, columns - from);
    for (let at = 0; at < width; at += 1) next[at] = at * (rows + 1);
    for (let row = 0; row < rows; row += 1) {
      const start = row * columns + from;
      for (let at = 0; at < width; at += 1) {
        const value = values[start + at] as number;
        const place = next[at] as number;
        gathered[place] = value;
        next[at] = place + (Number((sizes[start + at] as number) > 0) & Number(value >= 0));
      }
    }
    for (let at = 0; at < width; at += 1) {
      const first = at * (rows + 1);
      found[from + at] = selectQuantile(gathered.subarray(first, first + rows), p, (next[at] as number) - first);
    }
  }
  return found;
}

/**
 * Strong clusters: quotient ≥ its `quotientQuantile` over regions and ≥ `quotientAtLeast`, employment > its `sizeQuantile`, establishments >
 * their `establishmentQuantile`. Quantiles are of type 7, per industry, over regions where the industry has employment. A missing number makes its
 * clauses unknown; a zero makes them fail. Without a table of establishments that clause is not judged, neither held nor unknown.
 * All three tables are regions × industries. Expected cost O(regions · industries). Delgado, Porter, Stern 2016.
 */
export function strongClusters(employment: Matrix, lq: Matrix, establishments: Matrix | null, rule: StrongRule = strongRuleDefault): StrongFlags {
  const { rows, columns } = employment;
  const thresholds: StrongThresholds = {
    quotient: columnQuantiles(lq, employment, rule.quotientQuantile),
    size: columnQuantiles(employment, employment, rule.sizeQuantile),
    establishments: establishments ? columnQuantiles(establishments, employment, rule.establishmentQuantile) : new Float64Array(columns).fill(NaN),
  };
  const held = new Uint8Array(rows * columns);
  const unknown = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const start = row * columns;
    for (let column = 0; column < columns; column += 1) {
      const size = employment.cells[start + column] as number;
      const quotient = lq.cells[start + column] as number;
      // numbers instead of branches; a comparison with a missing number is false
      const isThere = Number(size > 0);
      held[start + column] =
        (Number(quotient >= (thresholds.quotient[column] as number)) | (Number(quotient >= rule.quotientAtLeast) << 1) | (Number(size > (thresholds.size[column] as number)) << 2)) * isThere;
      unknown[start + column] = Number(size !== size) * 7;
    }
  }
  if (establishments) {
    for (let at = 0; at < held.length; at += 1) {
      const firms = establishments.cells[at] as number;
      const isOver = firms > (thresholds.establishments[at % columns] as number) && (employment.cells[at] as number) > 0;
      held[at] = (held[at] as number) | (isOver ? clause.establishments : 0);
      unknown[at] = (unknown[at] as number) | (Number.isNaN(firms) ? clause.establishments : 0);
    }
  }
  return { thresholds, held, unknown };
}

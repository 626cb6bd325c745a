import { isTotal, placeOf, type CellSet, type MarginTable } from './margin-table.ts';

/** Rules by which a cell would tell of one contributor. A rule that is null is not applied. */
export interface SensitivityRule {
  /** Fewest contributors, holdings of one group counted as one. */
  minimumFrequency: number | null;
  /** The n largest must not make up more than k percent. */
  dominance: { n: number; k: number } | null;
  /** Nobody may be able to tell the largest within p percent, not even the second largest. */
  p: number | null;
  /** Least room on either side of a suppressed value, percent of it. */
  range: number;
}

/** What the product starts with: at least three contributors, (2, 85) and 10 %, each with at least 10 % of room. */
export const productRule: SensitivityRule = { minimumFrequency: 3, dominance: { n: 2, k: 85 }, p: 10, range: 10 };

/** Who is behind one cell. */
export interface Contributors {
  count: number;
  /** Amounts from the largest down, as many as the rules look at; null where only the number is known. */
  largest: readonly number[] | null;
  /** The one contributor, where there is only one: who knows the cell anyway. */
  only?: string | null;
}

export type SensitiveBy = 'frequency' | 'dominance' | 'p';

export interface Primary {
  sensitive: CellSet;
  /** Room that must be left on either side of the value, in its unit. */
  required: Float64Array;
  by: (SensitiveBy | null)[];
  /** Cells and totals with one contributor, together by contributor: what each knows. */
  insiders: number[][];
}

/**
 * Primary suppression (Hundepool et al. 2012, ch. 4). With x₁ ≥ x₂ ≥ … the contributions to X: frequency 0 < count < n; dominance
 * Σ_n x > k X/100; p: X − x₁ − x₂ < p x₁/100. Required room: the greatest of (100/k) Σ_n x − X, p x₁/100 − (X − x₁ − x₂) and
 * range X/100. Totals are judged like cells. A cell of 0 without contributors is open. Cost O(cells).
 */
export function primary(table: MarginTable, contributors: (at: number) => Contributors | null, rule: SensitivityRule = productRule): Primary {
  const size = table.values.length;
  const result: Primary = { sensitive: new Uint8Array(size), required: new Float64Array(size), by: Array.from({ length: size }, () => null), insiders: [] };
  const alone = new Map<string, number[]>();
  for (let at = 0; at < size; at += 1) {
    const value = table.values[at] as number;
    const behind = contributors(at);
    if (Number.isNaN(value) || !behind || behind.count === 0) continue;
    const found = judge(value, behind, rule);
    if (found.by !== null) {
      result.sensitive[at] = 1;
      result.by[at] = found.by;
      result.required[at] = found.required;
    }
    if (behind.count === 1) {
      const who = behind.only ?? `cell ${isTotal(table, at) ? onlyCellOf(table, at, contributors) : at}`;
      alone.set(who, [...(alone.get(who) ?? []), at]);
    }
  }
  result.insiders = [...alone.values()];
  return result;
}

/** The cell that a total with one contributor is made of. */
function onlyCellOf(table: MarginTable, total: number, contributors: (at: number) => Contributors | null): number {
  const { rows, columns } = table;
  const [row, column] = placeOf(table, total);
  for (let r = row === rows ? 0 : row; r < (row === rows ? rows : row + 1); r += 1) {
    for (let c = column === columns ? 0 : column; c < (column === columns ? columns : column + 1); c += 1) {
      const at = r * (columns + 1) + c;
      if ((contributors(at)?.count ?? 0) > 0) return at;
    }
  }
  return total;
}

function judge(value: number, { count, largest }: Contributors, rule: SensitivityRule): { by: SensitiveBy | null; required: number } {
  let by: SensitiveBy | null = rule.minimumFrequency !== null && count < rule.minimumFrequency ? 'frequency' : null;
  let required = (value * rule.range) / 100;
  if (largest && rule.dominance) {
    const most = largest.slice(0, rule.dominance.n).reduce((sum, one) => sum + one, 0);
    const room = (100 / rule.dominance.k) * most - value;
    if (room > value * 1e-12) by ??= 'dominance';
    required = Math.max(required, room);
  }
  if (largest && rule.p !== null) {
    const [first = 0, second = 0] = largest;
    const room = (rule.p / 100) * first - Math.max(0, value - first - second);
    if (room > value * 1e-12) by ??= 'p';
    required = Math.max(required, room);
  }
  return { by, required };
}

/** One contribution to one cell. */
export interface Contribution {
  row: number;
  column: number;
  value: number;
  /** Who; holdings of one group have one name. Every contribution without a name is someone else. */
  group?: string | null;
}

/** Contributors of every cell and total, from the contributions. Cost O(contributions · log). */
export function contributorsOf({ rows, columns }: Pick<MarginTable, 'rows' | 'columns'>, contributions: readonly Contribution[]): (at: number) => Contributors | null {
  const cells = new Map<number, Map<string, number>>();
  for (const [number, { row, column, value, group }] of contributions.entries()) {
    const who = group ?? `no ${number}`;
    for (const at of new Set([row, rows].flatMap((line) => [line * (columns + 1) + column, line * (columns + 1) + columns]))) {
      const behind = cells.get(at) ?? new Map<string, number>();
      behind.set(who, (behind.get(who) ?? 0) + value);
      cells.set(at, behind);
    }
  }
  return (at) => {
    const behind = cells.get(at);
    if (!behind) return null;
    return { count: behind.size, largest: [...behind.values()].sort((a, b) => b - a), only: behind.size === 1 ? ([...behind.keys()][0] ?? null) : null };
  };
}

import { locationQuotients } from '#kernel/space/location-quotient.ts';
import { totalsOf, type Totals } from '#kernel/space/shares.ts';
import { allClauses, strongClusters, type StrongFlags } from '#kernel/space/strong-clusters.ts';
import { matrixOf, type Matrix } from '#kernel/stats/matrix.ts';
import type { Cell, CellMark, Thresholds } from '../../words/specialisation.schema.ts';
import { clauseKeys } from '../../words/specialisation.schema.ts';
import type { Selected } from './select-table.ts';

/** Everything computed on a selection, cell by cell. */
export interface Measured {
  selected: Selected;
  totals: Totals;
  lq: Matrix;
  flags: StrongFlags;
  rule: Thresholds;
  firms: Matrix | null;
  /** Size of the same cell in the earlier table; NaN where it is not told or there is no such line. */
  earlier: Matrix | null;
  /** Place of each quotient among the regions of its industry, from 1; 0 where there is none. */
  rank: Int32Array;
}

/** The figures of another selection in the lines of this one, found by id; NaN where the other has no such line. */
export function alignTo(selected: Selected, other: Selected): Matrix {
  const aligned = matrixOf(selected.regions.length, selected.industries.length, NaN);
  const rows = new Map(other.regions.map(({ id }, at) => [id, at]));
  const columns = new Map(other.industries.map(({ id }, at) => [id, at]));
  selected.regions.forEach((region, row) => {
    const from = rows.get(region.id);
    if (from === undefined) return;
    selected.industries.forEach((industry, column) => {
      const at = columns.get(industry.id);
      if (at !== undefined) aligned.cells[row * aligned.columns + column] = other.employment.cells[from * other.employment.columns + at] as number;
    });
  });
  return aligned;
}

function ranksOf(lq: Matrix): Int32Array {
  const rank = new Int32Array(lq.cells.length);
  for (let column = 0; column < lq.columns; column += 1) {
    const order: number[] = [];
    for (let at = column; at < lq.cells.length; at += lq.columns) if (!Number.isNaN(lq.cells[at])) order.push(at);
    order.sort((a, b) => (lq.cells[b] as number) - (lq.cells[a] as number));
    order.forEach((at, place) => {
      const before = order[place - 1];
      rank[at] = before !== undefined && lq.cells[before] === lq.cells[at] ? (rank[before] as number) : place + 1;
    });
  }
  return rank;
}

export function measureTable(selected: Selected, rule: Thresholds, firms: Selected | null, earlier: Selected | null): Measured {
  const totals = totalsOf(selected.employment);
  const lq = locationQuotients(selected.employment, totals);
  const firmCells = firms && alignTo(selected, firms);
  return { selected, totals, lq, flags: strongClusters(selected.employment, lq, firmCells, rule), rule, firms: firmCells, earlier: earlier && alignTo(selected, earlier), rank: ranksOf(lq) };
}

/** A cell of 0 without a mark of its own is no candidate: it fails, it is not unknown. */
export function strongAt({ flags, firms }: Measured, at: number): Cell['strong'] {
  const all = allClauses(firms !== null);
  const [held, unknown] = [flags.held[at] as number, (flags.unknown[at] as number) & all];
  return held === all ? 'strong' : (held | unknown) === all ? 'unknown' : 'no';
}

/** A number that can be shown: infinite and undefined ones are none. */
export const finite = (value: number | undefined): number | null => (value !== undefined && Number.isFinite(value) ? value : null);

const told = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);

export function growthAt({ earlier, selected }: Measured, at: number): { change: number | null; growth: number | null } {
  const before = earlier ? (earlier.cells[at] as number) : NaN;
  const change = (selected.employment.cells[at] as number) - before;
  return { change: told(change), growth: before > 0 ? told(change / before) : null };
}

function clausesAt(measured: Measured, at: number): Cell['clauses'] {
  const { flags, lq, selected, firms, rule } = measured;
  const column = at % lq.columns;
  const { thresholds } = flags;
  const [quotient, size] = [told(lq.cells[at]), told(selected.employment.cells[at])];
  const values = { quotientQuantile: quotient, quotientAtLeast: quotient, sizeQuantile: size, establishmentQuantile: firms ? told(firms.cells[at]) : null };
  const bounds = { quotientQuantile: told(thresholds.quotient[column]), quotientAtLeast: rule.quotientAtLeast, sizeQuantile: told(thresholds.size[column]), establishmentQuantile: told(thresholds.establishments[column]) };
  return clauseKeys.map((key, place) => {
    const bit = 1 << place;
    const outcome = key === 'establishmentQuantile' && !firms ? 'notJudged' : (flags.unknown[at] as number) & bit ? 'unknown' : (flags.held[at] as number) & bit ? 'pass' : 'fail';
    return { key, value: values[key], threshold: bounds[key], outcome };
  });
}

export function cellAt(measured: Measured, at: number): Cell {
  const { selected, totals, lq, rank } = measured;
  const { columns } = lq;
  const [row, column] = [Math.floor(at / columns), at % columns];
  const region = selected.regions[row] as Selected['regions'][number];
  const industry = selected.industries[column] as Selected['industries'][number];
  const size = selected.employment.cells[at] as number;
  return {
    id: `${region.id}~${industry.id}`,
    region: { id: region.id, code: region.code, name: region.name, territoryId: region.node },
    industry: { id: industry.id, code: industry.code, name: industry.name },
    size: told(size),
    mark: selected.marks[at] as CellMark,
    lq: told(lq.cells[at]),
    regionShare: told(size / (totals.region[row] as number)),
    industryShare: told(size / (totals.industry[column] as number)),
    rank: rank[at] === 0 ? null : (rank[at] as number),
    ...growthAt(measured, at),
    strong: strongAt(measured, at),
    clauses: clausesAt(measured, at),
  };
}

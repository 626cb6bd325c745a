import { complexityIndex } from '#kernel/space/complexity/complexity-index.ts';
import { density, outlook } from '#kernel/space/complexity/density.ts';
import { presenceOf, type Presence } from '#kernel/space/complexity/presence.ts';
import { industryProximity } from '#kernel/space/complexity/proximity.ts';
import { rowOf, type Matrix } from '#kernel/stats/matrix.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type * as routes from '../../words/specialisation.contract.ts';
import type { RelatedRow } from '../../words/specialisation.schema.ts';
import { loadMeasured } from './load-measured.ts';
import { finite, type Measured } from './measure-table.ts';
import { orderBy, pageOf } from './paged.ts';

/** What is specialised where, which industries are found together, and how complex regions and industries are for that. */
export interface Relation {
  presence: Presence;
  near: Matrix;
  eci: Float64Array;
  pci: Float64Array;
}

const related = new WeakMap<Measured, Relation>();

/** Computed once for a selection. A cell without a quotient counts as not specialised; NaN where complexity has no value. */
export function relationOf(measured: Measured): Relation {
  const known = related.get(measured);
  if (known) return known;
  const { rows, columns, cells } = measured.lq;
  const presence = presenceOf({ rows, columns, cells: cells.map((lq) => (lq >= 1 ? 1 : 0)) });
  const held = (sums: Float64Array): number => sums.filter((sum) => sum > 0).length;
  const index = held(presence.diversity) > 1 && held(presence.ubiquity) > 1 ? complexityIndex(presence).value : null;
  const relation = { presence, near: industryProximity(presence), eci: index?.eci ?? new Float64Array(rows).fill(NaN), pci: index?.pci ?? new Float64Array(columns).fill(NaN) };
  related.set(measured, relation);
  return relation;
}

const shownNeighbours = 3;

/** Industries in which a region is not specialised, by how much of what is related to them it already has. */
export const relatedIndustries: Action<typeof routes.listRelatedIndustries> = async (context, { params, query }) => {
  const loaded = await loadMeasured(context, params.crossTableId, query);
  if (!loaded.ok) return loaded;
  const { measured } = loaded.value;
  const { selected, lq } = measured;
  const row = selected.regions.findIndex(({ id }) => id === query.region);
  if (row < 0) return fail('notInSelection');
  const { near, pci, presence } = relationOf(measured);
  const own = presenceOf({ rows: 1, columns: lq.columns, cells: rowOf(lq, row).map((one) => (one >= 1 ? 1 : 0)) });
  const around = density(own, near);
  const { gain } = outlook(own, near, pci.map((one) => (Number.isNaN(one) ? 0 : one)));
  const has = [...own.byRow.at];
  const lines = selected.industries.flatMap((industry, column): RelatedRow[] => {
    if (has.includes(column) || presence.ubiquity[column] === 0) return [];
    const at = row * lq.columns + column;
    const by = has.map((other) => ({ other, proximity: near.cells[column * lq.columns + other] as number })).filter(({ proximity }) => proximity > 0).sort((a, b) => b.proximity - a.proximity || a.other - b.other);
    return [{
      id: industry.id, code: industry.code, name: industry.name, size: finite(selected.employment.cells[at]), mark: selected.marks[at] as RelatedRow['mark'], lq: finite(lq.cells[at]),
      density: around.cells[column] as number, pci: finite(pci[column]), gain: finite(pci[column]) === null ? null : (gain.cells[column] as number), regions: presence.ubiquity[column] as number,
      near: by.slice(0, shownNeighbours).map(({ other, proximity }) => ({ id: selected.industries[other]?.id ?? '', code: selected.industries[other]?.code ?? '', name: selected.industries[other]?.name ?? {}, proximity })),
    }];
  });
  const key = query.sort.replace(/^-/, '') as 'density' | 'pci' | 'gain' | 'lq' | 'size';
  const page = pageOf(orderBy(lines.length, query.sort, (at) => lines[at]?.[key] ?? null), query, (at) => lines[at] as RelatedRow);
  return page ? ok(page) : fail('invalidCursor');
};

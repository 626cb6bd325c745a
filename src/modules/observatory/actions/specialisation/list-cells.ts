import type { Action } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type * as routes from '../../words/specialisation.contract.ts';
import type { Cell, Selection } from '../../words/specialisation.schema.ts';
import { loadMeasured, type Loaded } from './load-measured.ts';
import { cellAt, growthAt, strongAt } from './measure-table.ts';
import { namedBy, orderBy, pageOf } from './paged.ts';

interface Filter {
  regions?: string | undefined;
  industry?: string | undefined;
  strong?: 'true' | undefined;
  sizeAtLeast?: number | undefined;
  q?: string | undefined;
}

const mostPoints = 3000;

/** Cells that the filter leaves, in the order of the table. */
function filtered({ measured }: Loaded, filter: Filter): Result<number[]> {
  const { selected } = measured;
  const rows = filter.regions?.split(',').map((id) => selected.regions.findIndex((region) => region.id === id)) ?? [...selected.regions.keys()];
  const column = filter.industry === undefined ? null : selected.industries.findIndex(({ id }) => id === filter.industry);
  if (rows.includes(-1) || column === -1) return fail('notInSelection');
  const isNamed = namedBy(filter.q);
  const found: number[] = [];
  for (const row of rows) {
    const isRegion = isNamed(selected.regions[row] as Loaded['measured']['selected']['regions'][number]);
    for (let at = row * selected.industries.length; at < (row + 1) * selected.industries.length; at += 1) {
      if (column !== null && at % selected.industries.length !== column) continue;
      if (!isRegion && !isNamed(selected.industries[at % selected.industries.length] as Loaded['measured']['selected']['industries'][number])) continue;
      if (filter.sizeAtLeast !== undefined && !((selected.employment.cells[at] as number) >= filter.sizeAtLeast)) continue;
      if (filter.strong && strongAt(measured, at) !== 'strong') continue;
      found.push(at);
    }
  }
  return ok(found);
}

const valueAt = ({ measured }: Loaded, sort: string): ((at: number) => number | null) => {
  const { lq, selected, totals } = measured;
  const key = sort.replace(/^-/, '') as 'lq' | 'size' | 'growth' | 'regionShare' | 'industryShare';
  return {
    lq: (at: number) => lq.cells[at] as number,
    size: (at: number) => selected.employment.cells[at] as number,
    growth: (at: number) => growthAt(measured, at).growth,
    regionShare: (at: number) => (selected.employment.cells[at] as number) / (totals.region[Math.floor(at / lq.columns)] as number),
    industryShare: (at: number) => (selected.employment.cells[at] as number) / (totals.industry[at % lq.columns] as number),
  }[key];
};

function ordered(loaded: Loaded, filter: Filter, sort: string): Result<Int32Array> {
  const key = JSON.stringify([filter.regions, filter.industry, filter.strong, filter.sizeAtLeast, filter.q, sort]);
  const before = loaded.orders.get(key);
  if (before) return ok(before);
  const found = filtered(loaded, filter);
  if (!found.ok) return found;
  const valueOf = valueAt(loaded, sort);
  const order = Int32Array.from(orderBy(found.value.length, sort, (at) => valueOf(found.value[at] as number)), (at) => found.value[at] as number);
  if (loaded.orders.size > 8) loaded.orders.clear();
  loaded.orders.set(key, order);
  return ok(order);
}

export const cells: Action<typeof routes.listSpecialisationCells> = async (context, { params, query }) => {
  const loaded = await loadMeasured(context, params.crossTableId, query);
  if (!loaded.ok) return loaded;
  const order = ordered(loaded.value, query, query.sort);
  if (!order.ok) return order;
  const page = pageOf(order.value, query, (at): Cell => cellAt(loaded.value.measured, at));
  return page ? ok(page) : fail('invalidCursor');
};

/** The same cells in short, the largest first where there are too many to draw. */
export const picture: Action<typeof routes.getSpecialisationPicture> = async (context, { params, query }) => {
  const loaded = await loadMeasured(context, params.crossTableId, query satisfies Selection);
  if (!loaded.ok) return loaded;
  const order = ordered(loaded.value, query, '-size');
  if (!order.ok) return order;
  const points = Array.from(order.value.subarray(0, mostPoints), (at) => cellAt(loaded.value.measured, at));
  const once = <Line extends { id: string }>(lines: readonly Line[]): Line[] => [...new Map(lines.map((line) => [line.id, line])).values()];
  return ok({
    points: points.map(({ id, size, mark, lq, growth, strong, region, industry }) => ({ id, size, mark, lq, growth, strong, region: region.id, industry: industry.id })),
    regions: once(points.map(({ region }) => region)),
    industries: once(points.map(({ industry }) => industry)),
    total: order.value.length,
    strong: order.value.filter((at) => strongAt(loaded.value.measured, at) === 'strong').length,
  });
};

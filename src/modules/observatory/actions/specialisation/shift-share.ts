import { componentNames, industryComponentNames, shiftShare, shiftShareByIndustry, type TwoTimes } from '#kernel/space/shift-share.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type * as routes from '../../words/specialisation.contract.ts';
import type { Shift, ShiftRow } from '../../words/specialisation.schema.ts';
import { loadMeasured, type Loaded } from './load-measured.ts';
import { finite } from './measure-table.ts';
import { headOf } from './table-head.ts';
import { pageOfRows } from './list-lines.ts';

type Form = Shift['form'];
/** The parts by the names the screens and files use. */
const keys: Readonly<Record<string, string>> = { 'Growth (t1-t)': 'change', 'National share': 'national', 'Industrial mix': 'mix', 'Regional share': 'regional', 'Net total shift': 'netShift', 'Allocation effect': 'allocation' };
const componentsOf = (names: readonly string[], values: readonly (number | undefined)[]): { key: string; value: number | null }[] => names.map((name, at) => ({ key: keys[name] ?? name, value: finite(values[at]) }));

interface Both {
  /** All regions that both tables have, by industry; NaN where one of their cells is not told at one of the times. */
  nation1: Float64Array;
  nation2: Float64Array;
}

/**
 * Growth of the whole is that of the cells which both tables tell: a cell that only one of them tells is in neither sum,
 * so that an added region or a withheld figure is no growth.
 */
function nationOf({ measured }: Loaded): Both {
  const { employment } = measured.selected;
  const earlier = (measured.earlier as NonNullable<typeof measured.earlier>).cells;
  const [nation1, nation2] = [new Float64Array(employment.columns), new Float64Array(employment.columns)];
  employment.cells.forEach((now, at) => {
    const before = earlier[at] as number;
    if (Number.isNaN(now) || Number.isNaN(before)) return;
    const column = at % employment.columns;
    nation1[column] = (nation1[column] as number) + before;
    nation2[column] = (nation2[column] as number) + now;
  });
  return { nation1, nation2 };
}

/** Industries of one region that both tables tell, and the numbers of it. */
function timesOf(loaded: Loaded, nation: Both, row: number): { columns: number[]; times: TwoTimes } {
  const { employment } = loaded.measured.selected;
  const earlier = (loaded.measured.earlier as NonNullable<typeof loaded.measured.earlier>).cells;
  const start = row * employment.columns;
  const columns = Array.from({ length: employment.columns }, (_, column) => column).filter((column) => !Number.isNaN(employment.cells[start + column]) && !Number.isNaN(earlier[start + column]) && (nation.nation1[column] as number) > 0);
  const pick = (values: Float64Array, from: number): Float64Array => Float64Array.from(columns, (column) => values[from + column] as number);
  return { columns, times: { region1: pick(earlier, start), region2: pick(employment.cells, start), nation1: pick(nation.nation1, 0), nation2: pick(nation.nation2, 0) } };
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

function rowsOf(loaded: Loaded, form: Form): ShiftRow[] {
  const nation = nationOf(loaded);
  return loaded.measured.selected.regions.map((region, row) => {
    const { columns, times } = timesOf(loaded, nation, row);
    const [before, after] = [sum(times.region1), sum(times.region2)];
    const parts = new Map((before > 0 ? componentsOf(componentNames[form], shiftShare(times, form)) : []).map(({ key, value }) => [key, value]));
    const part = (key: string): number | null => parts.get(key) ?? null;
    return { id: region.id, code: region.code, name: region.name, territoryId: region.node, before: columns.length === 0 ? null : before, after: columns.length === 0 ? null : after, change: columns.length === 0 ? null : after - before, national: part('national'), mix: part('mix'), regional: part('regional'), allocation: part('allocation'), netShift: part('netShift'), leftOut: loaded.measured.selected.industries.length - columns.length };
  });
}

export const shiftShares: Action<typeof routes.listShiftShares> = async (context, { params, query }) => {
  const loaded = await loadMeasured(context, params.crossTableId, query);
  if (!loaded.ok) return loaded;
  const page = pageOfRows(rowsOf(loaded.value, query.form), query);
  return page ? ok(page) : fail('invalidCursor');
};

/** One region's analysis, by industry; null for a region that is not there, or without an earlier table. */
export function shiftOf(loaded: Loaded, regionId: string, form: Form): Shift | null {
  const { selected } = loaded.measured;
  const row = selected.regions.findIndex(({ id }) => id === regionId);
  const region = selected.regions[row];
  if (!region || !loaded.since) return null;
  const { columns, times } = timesOf(loaded, nationOf(loaded), row);
  const isGrowing = sum(times.region1) > 0;
  const byIndustry = isGrowing ? shiftShareByIndustry(times, form) : [];
  return {
    region: { id: region.id, code: region.code, name: region.name, territoryId: region.node },
    since: headOf(loaded.since),
    form,
    components: isGrowing ? componentsOf(componentNames[form], shiftShare(times, form)) : [],
    industries: selected.industries.map((industry, column) => {
      const at = columns.indexOf(column);
      const isIn = at >= 0;
      return {
        id: industry.id,
        code: industry.code,
        name: industry.name,
        before: isIn ? (times.region1[at] as number) : null,
        after: isIn ? (times.region2[at] as number) : null,
        components: isIn && isGrowing ? componentsOf(industryComponentNames[form], byIndustry.map((values) => values[at])) : [],
        leftOut: !isIn,
      };
    }),
  };
}

export const shiftShareOf: Action<typeof routes.getShiftShare> = async (context, { params, query }) => {
  const loaded = await loadMeasured(context, params.crossTableId, query);
  if (!loaded.ok) return loaded;
  const shift = shiftOf(loaded.value, query.region, query.form);
  return shift ? ok(shift) : fail('notInSelection');
};

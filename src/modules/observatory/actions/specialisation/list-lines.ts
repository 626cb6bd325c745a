import { entropies, hachmanIndices, herfindahls, hooverIndex, krugmanIndices } from '#kernel/space/concentration.ts';
import { gini } from '#kernel/space/inequality.ts';
import { hooverGinis } from '#kernel/space/locational-gini.ts';
import { totalsOf } from '#kernel/space/shares.ts';
import { columnOf, rowOf, transposed } from '#kernel/stats/matrix.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type * as routes from '../../words/specialisation.contract.ts';
import type { IndustryRow, RegionRow } from '../../words/specialisation.schema.ts';
import { firmConcentration, type FirmConcentration } from './firm-concentration.ts';
import { loadMeasured } from './load-measured.ts';
import { finite, strongAt, type Measured } from './measure-table.ts';
import { namedBy, orderBy, pageOf } from './paged.ts';
import { relationOf } from './relate-industries.ts';

const known = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value));
const giniOf = (values: Float64Array): number | null => (known(values).some((value) => value > 0) ? finite(gini(known(values)).gini) : null);

function countStrong(measured: Measured, cells: Iterable<number>): number {
  let strong = 0;
  for (const at of cells) if (strongAt(measured, at) === 'strong') strong += 1;
  return strong;
}

function* steps(from: number, until: number, step: number): Generator<number> {
  for (let at = from; at < until; at += step) yield at;
}

/** How far each region's structure is from that of the whole. */
export function regionRows(measured: Measured): RegionRow[] {
  const { selected, totals } = measured;
  const { employment } = selected;
  const { eci } = relationOf(measured);
  const [hhi, krugman, hachman, entropy] = [herfindahls(employment, totals), krugmanIndices(employment, totals), hachmanIndices(employment, totals), entropies(employment, 2, totals)];
  return selected.regions.map((region, row) => ({
    id: region.id,
    code: region.code,
    name: region.name,
    territoryId: region.node,
    size: finite(totals.region[row]),
    hhi: finite(hhi[row]),
    krugman: finite(krugman[row]),
    hachman: finite(hachman[row]),
    entropy: finite(entropy[row]),
    relativeDiversity: finite(1 / (krugman[row] as number)),
    gini: giniOf(rowOf(employment, row)),
    eci: finite(eci[row]),
    strong: countStrong(measured, steps(row * employment.columns, (row + 1) * employment.columns, 1)),
  }));
}

/** How far each industry's places are from those of everything together. */
export function industryRows(measured: Measured, firms: FirmConcentration | null = null): IndustryRow[] {
  const { selected, totals, lq } = measured;
  const { pci } = relationOf(measured);
  const byIndustry = transposed(selected.employment);
  const turned = totalsOf(byIndustry);
  const [hhi, krugman, locational] = [herfindahls(byIndustry, turned), krugmanIndices(byIndustry, turned), hooverGinis(selected.employment, totals)];
  return selected.industries.map((industry, column) => {
    const all = totals.industry[column] as number;
    let raw = 0;
    rowOf(byIndustry, column).forEach((size, row) => {
      const gap = size / all - (totals.region[row] as number) / totals.all;
      if (!Number.isNaN(gap)) raw += gap * gap;
    });
    return {
      id: industry.id,
      code: industry.code,
      name: industry.name,
      size: finite(all),
      hhi: finite(hhi[column]),
      krugman: finite(krugman[column]),
      rawConcentration: all > 0 ? raw : null,
      giniOfQuotients: giniOf(columnOf(lq, column)),
      locationalGini: finite((locational[column] as number) / 2),
      hoover: finite(hooverIndex(rowOf(byIndustry, column), totals.region)),
      ellisonGlaeser: firms?.get(industry.id)?.gamma ?? null,
      firms: firms?.get(industry.id)?.firms ?? 0,
      pci: finite(pci[column]),
      strong: countStrong(measured, steps(column, lq.cells.length, lq.columns)),
    };
  });
}

/** Rows whose name or code has the words, sorted by one of their numbers. */
export function pageOfRows<Row extends { code: string; name: Name }>(rows: readonly Row[], query: { q?: string | undefined; sort: string; cursor?: string | undefined; limit: number }) {
  const isNamed = namedBy(query.q);
  const found = rows.filter(isNamed);
  const key = query.sort.replace(/^-/, '') as keyof Row;
  return pageOf(orderBy(found.length, query.sort, (at) => found[at]?.[key] as number | null), query, (at) => found[at] as Row);
}

export const regions: Action<typeof routes.listSpecialisationRegions> = async (context, { params, query }) => {
  const loaded = await loadMeasured(context, params.crossTableId, query);
  if (!loaded.ok) return loaded;
  const page = pageOfRows(regionRows(loaded.value.measured), query);
  return page ? ok(page) : fail('invalidCursor');
};

export const industries: Action<typeof routes.listSpecialisationIndustries> = async (context, { params, query }) => {
  const loaded = await loadMeasured(context, params.crossTableId, query);
  if (!loaded.ok) return loaded;
  const firms = query.sizes === undefined ? null : await firmConcentration(context, loaded.value, query.sizes);
  if (firms && !firms.ok) return firms;
  const page = pageOfRows(industryRows(loaded.value.measured, firms?.value ?? null), query);
  return page ? ok(page) : fail('invalidCursor');
};

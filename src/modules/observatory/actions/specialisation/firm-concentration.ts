import { ellisonGlaeser } from '#kernel/space/ellison-glaeser.ts';
import { findIndicators, readIndicators } from '#modules/indicator/index.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { placesOfOrganisations } from '../../store/specialisation.store.ts';
import type { Loaded } from './load-measured.ts';

/** By id of the industry: the index, and how many organisations it is computed from. */
export type FirmConcentration = ReadonlyMap<string, { gamma: number | null; firms: number }>;

/**
 * Ellison–Glaeser index of each industry: sizes of organisations that the reader may see, of the table's own period and unit, against the table's shares of the
 * regions. An organisation counts where its place lies in a region and its industry in an industry of the selection; lines without a territory or class have none.
 */
export async function firmConcentration(context: Context, { head, measured }: Loaded, indicatorId: string): Promise<Result<FirmConcentration>> {
  const [indicator] = await findIndicators(context.db, { ids: [indicatorId] });
  const values = (await readIndicators(context, [indicatorId], { subjectKind: 'organisation', periods: [head.period] })).get(indicatorId);
  if (!indicator || !values) return fail('notFound');
  if (indicator.unit !== head.unit) return fail('otherUnit');
  const { selected, totals } = measured;
  const nodesOf = (lines: readonly { node: string | null }[]): Map<string, number> => new Map(lines.flatMap(({ node }, at) => (node === null ? [] : [[node, at] as const])));
  const [regions, industries] = [nodesOf(selected.regions), nodesOf(selected.industries)];
  const sized = values.filter(({ value, operator, unit }) => value !== null && operator === '=' && unit === head.unit && Number(value) > 0);
  const places = await placesOfOrganisations(context.db, sized.map(({ subject }) => subject.id));
  const firms = new Map<number, { size: number; region: number }[]>();
  for (const { subject, value } of sized) {
    const place = places.get(subject.id);
    const region = place?.territories.map((id) => regions.get(id)).find((at) => at !== undefined);
    const own = place?.industries.map((id) => industries.get(id)).find((at) => at !== undefined);
    if (region === undefined || own === undefined) continue;
    firms.set(own, [...(firms.get(own) ?? []), { size: Number(value), region }]);
  }
  const x = totals.region.map((size) => size / totals.all);
  return ok(new Map(selected.industries.map(({ id }, at) => {
    const held = firms.get(at) ?? [];
    const { gamma } = held.length === 0 ? { gamma: NaN } : ellisonGlaeser({ employment: Float64Array.from(held, ({ size }) => size), region: Int32Array.from(held, ({ region }) => region) }, x);
    return [id, { gamma: Number.isFinite(gamma) ? gamma : null, firms: held.length }];
  })));
}

import { readableTables } from '#modules/indicator/index.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { insertStrongRule, listStrongRuleRows, treeOf } from '../../store/specialisation.store.ts';
import type * as routes from '../../words/specialisation.contract.ts';
import { differsAsEarlier, differsAsFirms, differsInScope, isLeftover } from '../../words/specialisation.rules.ts';
import type { Overview } from '../../words/specialisation.schema.ts';
import { headOf } from './table-head.ts';
import { loadMeasured, type Loaded } from './load-measured.ts';
import { strongAt } from './measure-table.ts';
import { countMarks } from './select-table.ts';

/** The map that shows these regions: provinces, or the cities of one of them; null where some are no territories of it. */
async function mapOf(context: Context, { measured }: Loaded): Promise<Pick<Overview, 'mapLevel' | 'mapWithin'>> {
  const ids = measured.selected.regions.flatMap(({ node }) => node ?? []);
  const tree = await treeOf(context.db, 'territory', ids);
  const nodes = ids.flatMap((id) => tree.get(id) ?? []);
  const none = { mapLevel: null, mapWithin: null };
  if (nodes.length === 0 || nodes.some(({ above }) => !above.includes('world:CN'))) return none;
  if (nodes.every(({ level }) => level === 'province')) return { mapLevel: 'provinces', mapWithin: null };
  if (!nodes.every(({ level }) => level === 'city')) return none;
  const provinces = new Set(nodes.map(({ above }) => above.find((id) => tree.get(id)?.level === 'province')));
  const [only] = provinces;
  return { mapLevel: 'prefectures', mapWithin: provinces.size === 1 ? (only ?? null) : null };
}

export const get: Action<typeof routes.getSpecialisation> = async (context, { params, query }) => {
  const answer = await loadMeasured(context, params.crossTableId, query);
  if (!answer.ok) return answer;
  const loaded = answer.value;
  const { measured, head, since, firms, rule } = loaded;
  const { selected, totals, flags } = measured;
  const others = (await readableTables(context)).filter(({ id }) => id !== head.id);
  const tally = { strong: 0, unknown: 0, no: 0 };
  for (let at = 0; at < flags.held.length; at += 1) tally[strongAt(measured, at)] += 1;
  return ok({
    table: headOf(head),
    since: since && headOf(since),
    firms: firms && headOf(firms),
    rule,
    regionLevels: selected.regionLevels,
    industryLevels: selected.industryLevels,
    regionLevel: selected.regionLevel,
    industryLevel: selected.industryLevel,
    ...(await mapOf(context, loaded)),
    industries: selected.columns.map((column) => ({ id: column.id, code: column.code, name: column.name, leftover: isLeftover(column), excluded: selected.excluded.has(column.id) })),
    regionCount: selected.regions.length,
    industryCount: selected.industries.length,
    total: totals.all,
    cells: countMarks(selected),
    left: { industries: selected.excluded.size, smallRegions: selected.smallRegions, smallSize: selected.smallSize, withoutLevel: selected.withoutLevel, industriesWithoutLevel: selected.industriesWithoutLevel },
    strong: tally.strong,
    strongUnknown: tally.unknown,
    others: others.map((other) => ({ ...headOf(other), differs: differsInScope(head, other), asEarlier: differsAsEarlier(head, other), asFirms: differsAsFirms(head, other) })),
  });
};

export const listRules: Action<typeof routes.listStrongRules> = async (context, { query }) => {
  const page = await listStrongRuleRows(context.db, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const createRule: Action<typeof routes.createStrongRule> = async (context, { body }) => {
  const edition = await insertStrongRule(context, body);
  if (!edition) return fail('editionExists', { day: body.validFrom });
  const { id, version: _, createdAt: _at, ...said } = edition;
  context.audit({ event: 'strongRule.created', subject: { kind: 'strongRule', id }, changes: Object.fromEntries(Object.entries(said).map(([field, value]) => [field, [null, value]])) });
  return ok(edition);
};

import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { countIndicatorFacets } from '../../store/indicator-filter.ts';
import { findIndicator, listIndicatorRows, namesOfKeys } from '../../store/indicator.store.ts';
import type * as routes from '../../words/indicator.contract.ts';
import { termsOf } from '../../words/indicator.rules.ts';
import type { Indicator } from '../../words/indicator.schema.ts';

export const list: Action<typeof routes.listIndicatorsRoute> = async (context, { query }) => {
  const page = await listIndicatorRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const facets: Action<typeof routes.countIndicatorFacetsRoute> = async (context, { query }) => ok(await countIndicatorFacets(context, query));

export const get: Action<typeof routes.getIndicator> = (context, { params }) => readIndicator(context, params.indicatorId);

export async function readIndicator(context: Context, id: string): Promise<Result<Indicator>> {
  const found = await findIndicator(context, id);
  if (!found) return fail('notFound');
  const terms = termsOf(found.formula);
  const known = await namesOfKeys(context.db, terms);
  return ok({ ...found, formulaTerms: terms.map((key) => ({ key, id: known.get(key)?.id ?? null, name: known.get(key)?.name ?? null })) });
}

import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { findColleagueRows, listDeputyPage, openDeputies } from '../../store/deputy-store.ts';
import type { findColleagues, listDeputies, listMyDeputies } from '../../words/deputy.contract.ts';

export const listMyDeputiesAction: Action<typeof listMyDeputies> = async (context) => {
  const { personId } = context.actor;
  if (!personId) return ok({ mine: [], forOthers: [] });
  const of = (side: 'holder' | 'deputy') => openDeputies(context.db, context.spaceId, side, [personId], context.now);
  return ok({ mine: await of('holder'), forOthers: await of('deputy') });
};

export const listDeputiesAction: Action<typeof listDeputies> = async (context, { query }) => {
  const page = await listDeputyPage(context.db, context.spaceId, context.scope(), query, context.now);
  return page ? ok(page) : fail('invalidCursor');
};

export const findColleaguesAction: Action<typeof findColleagues> = async (context, { query }) => ok({ items: await findColleagueRows(context.db, context.spaceId, context.scope(), query, context.now) });

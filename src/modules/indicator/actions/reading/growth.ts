import { parsePeriod } from '#kernel/quantity/period.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { insertGrowth, listGrowthRows } from '../../store/growth.store.ts';
import { findIndicators } from '../../store/indicator.store.ts';
import { sourceExists, vintageExists } from '../../store/vintage.store.ts';
import type * as routes from '../../words/reading.contract.ts';
import { observedFacts } from '../observation/subject-facts.ts';

export const list: Action<typeof routes.listGrowth> = async (context, { params, query }) => {
  const page = await listGrowthRows(context, params.indicatorId, query);
  return page ? ok(page) : fail('invalidCursor');
};

/** As a source publishes it; our own division stands beside it and never in its place. */
export const add: Action<typeof routes.addGrowth> = async (context, { params, body }) => {
  if (!parsePeriod(body.period).ok) return fail('observedPeriodUnreadable', { value: body.period });
  const facts = await observedFacts(context, body.subjectKind, body.subjectId);
  if (!facts) return fail('observedSubjectUnknown');
  if (!context.allows('observation.write', facts)) return fail('notAllowed');
  const [indicator] = await findIndicators(context.db, { ids: [params.indicatorId] });
  if (!indicator) return fail('notFound');
  if (indicator.state === 'retired') return fail('indicatorRetired', { value: indicator.key });
  if (!(await sourceExists(context.db, body.sourceId))) return fail('sourceUnknown');
  if (!(await vintageExists(context.db, body.vintageId))) return fail('vintageUnknown');
  const made = await insertGrowth(context, indicator.id, body);
  if (!made) return fail('unexpected');
  const hidden = made.visibility === 'internal' || made.basis === 'statisticalSurvey' || facts.visibility === 'internal';
  const told = hidden ? { visibility: 'internal' } : { period: made.period, value: made.value, unit: made.unit };
  context.audit({ event: 'indicator.growthAdded', subject: { kind: 'indicator', id: indicator.id }, name: indicator.name, changes: { value: [null, told] } });
  return ok(made);
};

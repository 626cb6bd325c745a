import { parsePeriod } from '#kernel/quantity/period.ts';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { findIndicators } from '../../store/indicator.store.ts';
import { insertChoice } from '../../store/observation-choice.store.ts';
import { listObservationRows, listSubjectRows, observationsBeside } from '../../store/observation-list.store.ts';
import { listValuesOfSubject } from '../../store/subject-values.store.ts';
import { writeObservations } from '../../store/observation-write.store.ts';
import { sourceExists, vintageExists } from '../../store/vintage.store.ts';
import { unitFitsIndicator } from '../../words/indicator.rules.ts';
import type * as routes from '../../words/observation.contract.ts';
import type { Observation } from '../../words/observation.schema.ts';
import { computedSubjects } from '../reading/reading.ts';
import { observedFacts } from './subject-facts.ts';

export const list: Action<typeof routes.listObservations> = async (context, { params, query }) => {
  const page = await listObservationRows(context, params.indicatorId, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const subjects: Action<typeof routes.listObservedSubjects> = async (context, { params, query }) => {
  const [indicator] = await findIndicators(context.db, { ids: [params.indicatorId] });
  const page = indicator?.formula ? await computedSubjects(context, params.indicatorId, query) : await listSubjectRows(context, params.indicatorId, query);
  return page ? ok(page) : fail('invalidCursor');
};

/** Of a record that the reader may see; the values again only as far as they may. */
export const ofSubject: Action<typeof routes.listSubjectValues> = async (context, { query }) => {
  if (!(await observedFacts(context, query.subjectKind, query.subjectId))) return fail('notFound');
  const page = await listValuesOfSubject(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

/** A value by hand. What is there already stays beside it. */
export const add: Action<typeof routes.addObservation> = async (context, { params, body }) => {
  if (!parsePeriod(body.period).ok) return fail('observedPeriodUnreadable', { value: body.period });
  const facts = await observedFacts(context, body.subjectKind, body.subjectId);
  if (!facts) return fail('observedSubjectUnknown');
  if (!context.allows('observation.write', facts)) return fail('notAllowed');
  const [indicator] = await findIndicators(context.db, { ids: [params.indicatorId] });
  if (!indicator) return fail('notFound');
  if (indicator.state === 'retired') return fail('indicatorRetired', { value: indicator.key });
  const unit = body.unit ?? (body.value === null ? null : indicator.unit);
  if (!unitFitsIndicator(indicator.unit, unit)) return fail('unitOfIndicator', { unit: unit ?? '', own: indicator.unit ?? '' });
  if (!(await sourceExists(context.db, body.sourceId))) return fail('sourceUnknown');
  if (!(await vintageExists(context.db, body.vintageId))) return fail('vintageUnknown');
  const { visibility, ...given } = body;
  const { ids } = await writeObservations(context, [{ ...given, indicatorId: indicator.id, unit, ...(visibility && { visibility }), origin: { kind: 'typed', id: context.newId() } }]);
  const made = (await observationsBeside(context, ids[0] ?? '')).find(({ id }) => id === ids[0]);
  if (!made) return fail('unexpected');
  context.audit({ event: 'indicator.valueAdded', subject: { kind: 'indicator', id: indicator.id }, name: indicator.name, changes: { value: [null, forHistory(made, facts)] } });
  return ok(made);
};

/** A decision on what is shown, with its reason; every value stays. */
export const choose: Action<typeof routes.chooseObservation> = async (context, { params, body }) => {
  const beside = await observationsBeside(context, params.observationId);
  const chosen = beside.find(({ id }) => id === params.observationId);
  if (!chosen || chosen.indicatorId !== params.indicatorId) return fail('notFound');
  const facts = await observedFacts(context, chosen.subjectKind, chosen.subject.id);
  if (!facts) return fail('notFound');
  if (!context.allows('observation.choose', facts)) return fail('notAllowed');
  await insertChoice(context, chosen, body.reason);
  const [indicator] = await findIndicators(context.db, { ids: [params.indicatorId] });
  const before = beside.find(({ shown }) => shown !== 'other');
  context.audit({ event: 'indicator.valueChosen', subject: { kind: 'indicator', id: params.indicatorId }, ...(indicator && { name: indicator.name }), changes: { value: [before ? forHistory(before, facts) : null, forHistory(chosen, facts)], reason: [null, chosen.visibility === 'internal' || facts.visibility === 'internal' ? null : body.reason] } });
  const after = (await observationsBeside(context, params.observationId)).find(({ id }) => id === params.observationId);
  return after ? ok(after) : fail('unexpected');
};

/** The history of a definition has more readers than an internal value, or one about an internal record: to them it says only that there was one. */
function forHistory({ visibility, basis, subject, period, operator, value, unit }: Observation, about: ScopeFacts): object {
  return visibility === 'internal' || basis === 'statisticalSurvey' || about.visibility === 'internal' ? { visibility: about.visibility === 'internal' ? 'internal' : visibility } : { name: subject.name, period, operator, value, unit };
}

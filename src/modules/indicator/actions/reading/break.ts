import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { deleteBreak, findBreak, insertBreak, insertSplice, pageOfBreaks } from '../../store/break.store.ts';
import type * as routes from '../../words/reading.contract.ts';
import { overlapFactor } from '../../words/series.rules.ts';
import { observedFacts } from '../observation/subject-facts.ts';

export const list: Action<typeof routes.listBreaks> = async (context, { params, query }) => {
  const page = await pageOfBreaks(context, params.indicatorId, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const add: Action<typeof routes.addBreak> = async (context, { params, body }) => {
  if (body.subjectKind && body.subjectId && !(await observedFacts(context, body.subjectKind, body.subjectId))) return fail('observedSubjectUnknown');
  const made = await findBreak(context, params.indicatorId, await insertBreak(context, params.indicatorId, body, 'typed'));
  if (!made) return fail('unexpected');
  context.audit({ event: 'indicator.breakAdded', subject: { kind: 'indicator', id: params.indicatorId }, changes: { startsOn: [null, made.startsOn], kind: [null, made.kind] } });
  return ok(made);
};

export const remove: Action<typeof routes.removeBreak> = async (context, { params }) => {
  const held = await findBreak(context, params.indicatorId, params.breakId);
  if (!held) return fail('notFound');
  await deleteBreak(context, held.id);
  context.audit({ event: 'indicator.breakRemoved', subject: { kind: 'indicator', id: params.indicatorId }, changes: { startsOn: [held.startsOn, null], kind: [held.kind, null] } });
  return ok({});
};

/** A choice with its reason, kept beside earlier ones; the figures themselves stay as they are. */
export const splice: Action<typeof routes.spliceBreak> = async (context, { params, body }) => {
  const held = await findBreak(context, params.indicatorId, params.breakId);
  if (!held) return fail('notFound');
  const factor = body.method === 'overlap' ? overlapFactor(body.before, body.after) : body.method === 'factor' ? body.factor : null;
  if (body.method !== 'none' && (factor === null || Number(factor) <= 0)) return fail('overlapNotPositive');
  await insertSplice(context, held.id, { method: body.method, factor, overlapPeriod: body.method === 'overlap' ? body.overlapPeriod : null, reason: body.reason });
  context.audit({ event: 'indicator.breakSpliced', subject: { kind: 'indicator', id: params.indicatorId }, changes: { factor: [held.splice?.factor ?? null, factor], reason: [null, body.reason] } });
  const after = await findBreak(context, params.indicatorId, params.breakId);
  return after ? ok(after) : fail('unexpected');
};

import { findIndicators } from '#modules/indicator/index.ts';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Failure } from '#platform/result/result.rules.ts';
import { findAlarmRule, insertAlarmRule, insertEdition, listAlarmRuleRows, lockAlarmRule, setAlarmRuleState } from '../../store/alarm-rule.store.ts';
import { subjectFacts } from '../../store/watched-subjects.store.ts';
import type { AlarmContent, AlarmRule } from '../../words/alarm-rule.schema.ts';
import type * as routes from '../../words/warning.contract.ts';

/** What rights look at of a rule that is yet to be made. */
export const ofSpace: ScopeFacts = { visibility: 'open', territories: [], clusters: [], organisations: [] };

export const list: Action<typeof routes.listAlarmRules> = async (context, { query }) => {
  const page = await listAlarmRuleRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

async function readRule(context: Context, id: string): Promise<AlarmRule | null> {
  const held = await findAlarmRule(context, id);
  return held && { ...held, may: { manage: context.allows('alarmRule.manage', ofSpace) } };
}

export const get: Action<typeof routes.getAlarmRule> = async (context, { params }) => {
  const rule = await readRule(context, params.ruleId);
  return rule ? ok(rule) : fail('notFound');
};

export const create: Action<typeof routes.createAlarmRule> = async (context, { body: { indicatorId, ...edition } }) => {
  const [indicator] = await findIndicators(context.db, { ids: [indicatorId] });
  if (!indicator) return fail('alarmIndicatorUnknown', {}, [{ path: 'body.indicatorId', reason: 'alarmIndicatorUnknown' }]);
  const fault = await faultOf(context, edition.content);
  if (fault) return fault;
  const id = await insertAlarmRule(context, indicatorId);
  await insertEdition(context, id, 1, edition);
  context.audit({ event: 'alarmRule.created', subject: { kind: 'alarmRule', id }, name: edition.content.title, changes: { validFrom: [null, edition.validFrom] } });
  const rule = await readRule(context, id);
  return rule ? ok(rule) : fail('notFound');
};

/** A changed rule is a new edition from a day on; what it warned of before keeps its own. */
export const revise: Action<typeof routes.reviseAlarmRule> = async (context, { params, body }) => {
  const held = await lockAlarmRule(context.db, params.ruleId);
  if (!held) return fail('notFound');
  if (body.validFrom < held.validFrom) return fail('alarmEditionTooEarly', { day: held.validFrom });
  const fault = await faultOf(context, body.content);
  if (fault) return fault;
  await insertEdition(context, params.ruleId, held.number + 1, body);
  context.audit({ event: 'alarmRule.revised', subject: { kind: 'alarmRule', id: params.ruleId }, name: body.content.title, changes: { validFrom: [held.validFrom, body.validFrom] } });
  const rule = await readRule(context, params.ruleId);
  return rule ? ok(rule) : fail('notFound');
};

export const pause: Action<typeof routes.pauseAlarmRule> = async (context, { params, body }) => {
  const before = await readRule(context, params.ruleId);
  if (!before) return fail('notFound');
  await setAlarmRuleState(context.db, params.ruleId, body.state);
  if (before.state !== body.state) context.audit({ event: body.state === 'paused' ? 'alarmRule.paused' : 'alarmRule.resumed', subject: { kind: 'alarmRule', id: params.ruleId }, name: before.edition.content.title });
  return ok({ ...before, state: body.state });
};

async function faultOf(context: Context, { subjects }: AlarmContent): Promise<Failure | null> {
  const known = await subjectFacts(context.db, subjects.kind, subjects.ids);
  if (subjects.ids.some((id) => !known.has(id))) return fail('alarmSubjectsUnknown', {}, [{ path: 'body.content.subjects.ids', reason: 'alarmSubjectsUnknown' }]);
  const places = subjects.territoryId === null ? null : await subjectFacts(context.db, 'territory', [subjects.territoryId]);
  return places?.size === 0 ? fail('alarmSubjectsUnknown', {}, [{ path: 'body.content.subjects.territoryId', reason: 'alarmSubjectsUnknown' }]) : null;
}

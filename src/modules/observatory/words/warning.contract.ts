import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { alarmEditionInputSchema, alarmRuleInputSchema, alarmRuleListQuery, alarmRuleSchema, alarmRuleStateInput, alarmRuleSummarySchema } from './alarm-rule.schema.ts';
import { warningCountQuery, warningCountSchema, warningListQuery, warningSchema, warningStepInput, warningSummarySchema } from './warning.schema.ts';

/** Reasons of this area and their HTTP status; words are `observatory.reason.<name>`. */
export const warningReasons = { stepNotPossible: 409, stepNeedsReason: 422, raiseTargetUnknown: 422, alarmSubjectsUnknown: 422, alarmEditionTooEarly: 409, alarmIndicatorUnknown: 422 } as const;

const ruleParams = z.strictObject({ ruleId: z.uuid() });
const params = z.strictObject({ warningId: z.uuid() });
const ofRule = { kind: 'alarmRule', param: 'ruleId' } as const;
const ofWarning = { kind: 'warning', param: 'warningId' } as const;

export const listWarnings = defineRoute({
  id: 'warning.list', method: 'GET', path: '/warnings', query: warningListQuery, out: pageOf(warningSummarySchema), permission: 'warning.read', subject: { kind: 'warning', from: 'list' }, reasons: [],
  csv: ['id', 'title.zh', 'title.en', 'severity', 'state', 'subjectKind', 'subject.name', 'indicator.name', 'period', 'value', 'unit', 'raisedAt', 'sample'],
  summary: { zh: '查询预警', en: 'List warnings' },
});
export const countWarnings = defineRoute({ id: 'warning.count', method: 'GET', path: '/warnings/counts', query: warningCountQuery, out: warningCountSchema, permission: 'warning.read', subject: { kind: 'warning', from: 'list' }, reasons: [], summary: { zh: '统计预警数量', en: 'Count warnings' } });
export const getWarning = defineRoute({ id: 'warning.get', method: 'GET', path: '/warnings/:warningId', params, out: warningSchema, permission: 'warning.read', subject: ofWarning, reasons: [], summary: { zh: '查看一条预警', en: 'Get a warning' } });
export const stepWarning = defineRoute({
  id: 'warning.step', method: 'POST', path: '/warnings/:warningId/steps', params, body: warningStepInput, out: warningSchema, permission: 'warning.handle', subject: ofWarning, reasons: ['stepNotPossible', 'stepNeedsReason', 'raiseTargetUnknown'], status: 201,
  summary: { zh: '处理一条预警', en: 'Take a step on a warning' },
});
export const listAlarmRules = defineRoute({
  id: 'alarmRule.list', method: 'GET', path: '/alarm-rules', query: alarmRuleListQuery, out: pageOf(alarmRuleSummarySchema), permission: 'alarmRule.read', subject: { kind: 'alarmRule', from: 'list' }, reasons: [],
  csv: ['id', 'edition.content.title.zh', 'edition.content.title.en', 'edition.content.severity', 'indicator.name', 'state', 'edition.validFrom', 'edition.productDefault', 'openWarnings'],
  summary: { zh: '查询预警规则', en: 'List alarm rules' },
});
export const getAlarmRule = defineRoute({ id: 'alarmRule.get', method: 'GET', path: '/alarm-rules/:ruleId', params: ruleParams, out: alarmRuleSchema, permission: 'alarmRule.read', subject: ofRule, reasons: [], summary: { zh: '查看预警规则', en: 'Get an alarm rule' } });
export const createAlarmRule = defineRoute({ id: 'alarmRule.create', method: 'POST', path: '/alarm-rules', body: alarmRuleInputSchema, out: alarmRuleSchema, permission: 'alarmRule.manage', subject: { kind: 'alarmRule', from: 'body' }, reasons: ['alarmIndicatorUnknown', 'alarmSubjectsUnknown'], status: 201, summary: { zh: '新建预警规则', en: 'Add an alarm rule' } });
export const reviseAlarmRule = defineRoute({ id: 'alarmRule.revise', method: 'POST', path: '/alarm-rules/:ruleId/editions', params: ruleParams, body: alarmEditionInputSchema, out: alarmRuleSchema, permission: 'alarmRule.manage', subject: ofRule, reasons: ['alarmEditionTooEarly', 'alarmSubjectsUnknown'], status: 201, summary: { zh: '发布规则新版', en: 'Issue a new edition of a rule' } });
export const pauseAlarmRule = defineRoute({ id: 'alarmRule.pause', method: 'POST', path: '/alarm-rules/:ruleId/state', params: ruleParams, body: alarmRuleStateInput, out: alarmRuleSchema, permission: 'alarmRule.manage', subject: ofRule, reasons: [], summary: { zh: '停用或启用规则', en: 'Pause a rule or resume it' } });
export const evaluateAlarms = defineRoute({ id: 'alarmRule.evaluate', method: 'POST', path: '/alarm-rule-evaluations', out: z.object({ jobId: z.uuid() }), permission: 'alarmRule.manage', subject: { kind: 'alarmRule', from: 'list' }, reasons: [], status: 202, summary: { zh: '立即按规则检查', en: 'Evaluate the rules now' } });

export const warningRoutes = [listWarnings, countWarnings, getWarning, stepWarning, listAlarmRules, getAlarmRule, createAlarmRule, reviseAlarmRule, pauseAlarmRule, evaluateAlarms] as const;

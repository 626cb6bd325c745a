import type { Module } from '#platform/module/module.ts';
import { subjectLoader } from '#platform/module/subject-loader.ts';
import { alarmRuleFacts, alarmRuleNames } from '../store/alarm-rule.store.ts';
import { warningFacts } from '../store/warning.store.ts';
import { warningReasons } from '../words/warning.contract.ts';
import * as rule from './warning/alarm-rule.ts';
import { askToEvaluate, evaluateJob, evaluateNow } from './warning/evaluate-job.ts';
import { warningItems } from './warning/home-items.ts';
import * as warning from './warning/warning.ts';

/** Alarm rules on indicators, and the warnings they raise. */
export const warningArea = {
  actions: {
    'warning.list': warning.list, 'warning.count': warning.count, 'warning.get': warning.get, 'warning.step': warning.step,
    'alarmRule.list': rule.list, 'alarmRule.get': rule.get, 'alarmRule.create': rule.create, 'alarmRule.revise': rule.revise, 'alarmRule.pause': rule.pause, 'alarmRule.evaluate': evaluateNow,
  },
  reasons: warningReasons,
  subjects: {
    warning: subjectLoader(warningFacts, 'warning.read', { page: (id) => `/warnings/${id}` }),
    alarmRule: subjectLoader(alarmRuleFacts, 'alarmRule.read', { fromBody: async () => rule.ofSpace, updatePermission: 'alarmRule.manage', names: alarmRuleNames, page: (id) => `/alarm-rules/${id}` }),
  },
  jobs: { 'observatory.evaluateAlarms': evaluateJob },
  noticeKinds: { 'observatory.warningRaised': {} },
  contributions: { homeItems: [warningItems], indicatorWatchers: [askToEvaluate] },
} satisfies Pick<Module, 'actions' | 'reasons' | 'subjects' | 'jobs' | 'noticeKinds' | 'contributions'>;

import type { Module } from '#platform/module/module.ts';
import { stageReasons } from '../words/stage.contract.ts';
import { computeAll, judgeStagesJob } from './stage/compute-all.ts';
import { compute } from './stage/compute-stage.ts';
import * as diagnosis from './stage/diagnosis.ts';
import { judge, withdraw } from './stage/judge-stage.ts';
import { get, getVerdict, list } from './stage/read-verdict.ts';
import * as rule from './stage/stage-rule.ts';

/** Lifecycle stages by a dated rule set, and diagnosis sheets. */
export const stageArea = {
  actions: {
    'stage.list': list,
    'stage.get': get,
    'stage.verdict': getVerdict,
    'stage.compute': compute,
    'stage.computeAll': computeAll,
    'stage.judge': judge,
    'stage.withdraw': withdraw,
    'stageRule.list': rule.list,
    'stageRule.get': rule.get,
    'stageRule.create': rule.create,
    'diagnosis.get': diagnosis.get,
    'diagnosis.history': diagnosis.history,
    'diagnosis.write': diagnosis.write,
  },
  reasons: stageReasons,
  jobs: { 'observatory.judgeStages': judgeStagesJob },
} satisfies Pick<Module, 'actions' | 'reasons' | 'jobs'>;

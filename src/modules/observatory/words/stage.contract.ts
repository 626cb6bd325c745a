import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { diagnosisEntrySchema, diagnosisHeadings, diagnosisInputSchema } from './diagnosis.schema.ts';
import { clusterStageRowSchema, clusterStageSchema, computeInputSchema, opinionInputSchema, stageListQuery, stageRuleInputSchema, stageRuleListQuery, stageRuleSchema, stageRuleSummarySchema, stageVerdictSchema, withdrawalInputSchema } from './stage.schema.ts';

/** Reasons of this area and their HTTP status; words are `observatory.reason.<name>`. */
export const stageReasons = {
  dayAhead: 422,
  noRuleThen: 422,
  editionTooEarly: 409,
  editionTaken: 409,
  clauseUnreadable: 422,
  factUnknown: 422,
  leadUnknown: 422,
  repeatedKey: 422,
  opinionEnded: 409,
  opinionOfOther: 403,
  verdictOld: 409,
  indicatorUnknown: 422,
  judgementMissing: 422,
  judgementOdd: 422,
} as const;

const ofCluster = { kind: 'cluster', param: 'clusterId' } as const;
const params = z.strictObject({ clusterId: z.uuid() });
const verdictParams = z.strictObject({ clusterId: z.uuid(), verdictId: z.uuid() });
const headingParams = z.strictObject({ clusterId: z.uuid(), heading: z.enum(diagnosisHeadings) });

export const listStages = defineRoute({
  id: 'stage.list', method: 'GET', path: '/stages', query: stageListQuery, out: pageOf(clusterStageRowSchema), permission: 'stage.read', subject: { kind: 'cluster', from: 'list' }, reasons: [],
  csv: ['id', 'name', 'sample', 'latest.on', 'latest.shown.stage', 'latest.shown.towards', 'latest.emerging', 'latest.stage', 'latest.shown.overridden', 'latest.dissents', 'latest.edition'],
  summary: { zh: '查询各集群所处阶段', en: 'List clusters by lifecycle stage' },
});
export const getClusterStage = defineRoute({ id: 'stage.get', method: 'GET', path: '/clusters/:clusterId/stage', params, out: clusterStageSchema, permission: 'stage.read', subject: ofCluster, reasons: [], summary: { zh: '查看集群所处阶段', en: 'Get a cluster’s lifecycle stage' } });
export const getStageVerdict = defineRoute({ id: 'stage.verdict', method: 'GET', path: '/clusters/:clusterId/stage-verdicts/:verdictId', params: verdictParams, out: stageVerdictSchema, permission: 'stage.read', subject: ofCluster, reasons: [], summary: { zh: '查看一次阶段判断', en: 'Get one verdict on a stage' } });
export const computeStage = defineRoute({
  id: 'stage.compute', method: 'POST', path: '/clusters/:clusterId/stage-verdicts', params, body: computeInputSchema, out: stageVerdictSchema, permission: 'stage.compute', subject: ofCluster, reasons: ['dayAhead', 'noRuleThen'], status: 201,
  summary: { zh: '按规则判断阶段', en: 'Judge the stage by the rules' },
});
export const computeStages = defineRoute({
  id: 'stage.computeAll', method: 'POST', path: '/stages/verdicts', out: z.object({ jobId: z.string() }), permission: 'stage.compute', subject: { kind: 'cluster', from: 'list' }, reasons: ['noRuleThen'], status: 202,
  summary: { zh: '判断职责范围内全部集群的阶段', en: 'Judge the stages of all clusters in one’s scope' },
});
export const judgeStage = defineRoute({
  id: 'stage.judge', method: 'POST', path: '/clusters/:clusterId/stage-verdicts/:verdictId/opinions', params: verdictParams, body: opinionInputSchema, out: stageVerdictSchema, permission: 'stage.judge', subject: ofCluster, reasons: ['verdictOld'], status: 201,
  summary: { zh: '改判或提出异议', en: 'Override a verdict or dissent from it' },
});
export const withdrawOpinion = defineRoute({
  id: 'stage.withdraw', method: 'POST', path: '/clusters/:clusterId/stage-opinions/:opinionId/withdrawal', params: z.strictObject({ clusterId: z.uuid(), opinionId: z.uuid() }), body: withdrawalInputSchema, out: stageVerdictSchema, permission: 'stage.judge', subject: ofCluster, reasons: ['opinionEnded', 'opinionOfOther'],
  summary: { zh: '撤回意见', en: 'Take an opinion back' },
});

export const listStageRules = defineRoute({
  id: 'stageRule.list', method: 'GET', path: '/stage-rules', query: stageRuleListQuery, out: pageOf(stageRuleSummarySchema), permission: 'stageRule.read', reasons: [],
  csv: ['id', 'edition', 'validFrom', 'validUntil', 'productDefault', 'source', 'note', 'inForce', 'createdByName', 'createdAt'],
  summary: { zh: '查询阶段规则版次', en: 'List editions of the stage rules' },
});
export const getStageRule = defineRoute({ id: 'stageRule.get', method: 'GET', path: '/stage-rules/:ruleId', params: z.strictObject({ ruleId: z.string().max(40) }), out: stageRuleSchema, permission: 'stageRule.read', reasons: [], summary: { zh: '查看阶段规则', en: 'Get an edition of the stage rules' } });
export const createStageRule = defineRoute({
  id: 'stageRule.create', method: 'POST', path: '/stage-rules', body: stageRuleInputSchema, out: stageRuleSchema, permission: 'stageRule.create', reasons: ['editionTooEarly', 'editionTaken', 'clauseUnreadable', 'factUnknown', 'leadUnknown', 'repeatedKey'], status: 201,
  summary: { zh: '新订一版阶段规则', en: 'Issue a new edition of the stage rules' },
});

export const getDiagnosis = defineRoute({ id: 'diagnosis.get', method: 'GET', path: '/clusters/:clusterId/diagnosis', params, out: z.object({ items: z.array(diagnosisEntrySchema), mayWrite: z.boolean() }), permission: 'stage.read', subject: ofCluster, reasons: [], summary: { zh: '查看集群诊断', en: 'Get a cluster’s diagnosis' } });
export const getDiagnosisHistory = defineRoute({ id: 'diagnosis.history', method: 'GET', path: '/clusters/:clusterId/diagnosis/:heading', params: headingParams, out: z.object({ items: z.array(diagnosisEntrySchema) }), permission: 'stage.read', subject: ofCluster, reasons: [], summary: { zh: '查看一项诊断的各版', en: 'Get all versions under a heading' } });
export const writeDiagnosis = defineRoute({
  id: 'diagnosis.write', method: 'POST', path: '/clusters/:clusterId/diagnosis/:heading', params: headingParams, body: diagnosisInputSchema, out: diagnosisEntrySchema, permission: 'diagnosis.write', subject: ofCluster, reasons: ['indicatorUnknown', 'judgementMissing', 'judgementOdd'], status: 201,
  summary: { zh: '写入一项诊断', en: 'Write under a heading of the diagnosis' },
});

export const stageRoutes = [listStages, getClusterStage, getStageVerdict, computeStage, computeStages, judgeStage, withdrawOpinion, listStageRules, getStageRule, createStageRule, getDiagnosis, getDiagnosisHistory, writeDiagnosis] as const;

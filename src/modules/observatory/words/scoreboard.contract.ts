import { z } from 'zod';
import { idSchema } from '#modules/registry/words/record.schema.ts';
import { defineRoute, fileAnswer } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { benchmarkQuery, benchmarkSchema, checkSchema, comparisonQuery, comparisonResultSchema, exportQuery, previewInputSchema, previewSchema, runListQuery, runSchema, runSummarySchema, startedSchema, trailQuery, trailSchema } from './scoreboard-run.schema.ts';
import { computeInputSchema, editionEditSchema, editionInputSchema, editionSchema, editionStepSchema, editionSummarySchema, scoreboardEditSchema, scoreboardInputSchema, scoreboardListQuery, scoreboardSchema, scoreboardSummarySchema } from './scoreboard.schema.ts';

const params = z.strictObject({ scoreboardId: idSchema });
const one = { kind: 'scoreboard', param: 'scoreboardId' } as const;
const many = { kind: 'scoreboard', from: 'list' } as const;
const editionParams = z.strictObject({ editionId: idSchema });
const oneEdition = { kind: 'scoreboardEdition', param: 'editionId' } as const;
const runParams = z.strictObject({ runId: idSchema });
const oneRun = { kind: 'scoreboardRun', param: 'runId' } as const;

/** Reasons of this area and their HTTP status; words are `observatory.reason.<name>`. */
export const scoreboardReasons = {
  scoreboardTerritoryUnknown: 422,
  scoreboardClusterUnknown: 422,
  scoreboardPeriodUnreadable: 422,
  scoreboardVintageUnknown: 422,
  scoreboardIndicatorUnknown: 422,
  scoreboardSubjectUnknown: 422,
  scoreboardSubjectTwice: 422,
  treeNotWhole: 422,
  treeNameMissing: 422,
  choiceNeedsPosts: 422,
  choiceNeedsTarget: 422,
  choiceNeedsGroups: 422,
  choiceNeedsReference: 422,
  choiceRangeEmpty: 422,
  comparisonMisfit: 422,
  tooFewSubjects: 422,
  inputsMixed: 422,
  inputsNotReadable: 403,
  inputsNotReleased: 409,
  editionNotOpen: 409,
  editionUnknown: 422,
  editionStepNotNow: 409,
  withdrawReasonMissing: 422,
  runOfOtherScoreboard: 422,
  runSubjectUnknown: 422,
} as const;
const contentReasons = ['scoreboardPeriodUnreadable', 'scoreboardVintageUnknown', 'scoreboardIndicatorUnknown', 'scoreboardSubjectUnknown', 'scoreboardSubjectTwice', 'treeNotWhole', 'treeNameMissing'] as const;
const computeReasons = [...contentReasons, 'choiceNeedsPosts', 'choiceNeedsTarget', 'choiceNeedsGroups', 'choiceNeedsReference', 'choiceRangeEmpty', 'comparisonMisfit', 'tooFewSubjects'] as const;
const owner = ['scoreboardTerritoryUnknown', 'scoreboardClusterUnknown'] as const;

export const listScoreboards = defineRoute({
  id: 'scoreboard.list', method: 'GET', path: '/scoreboards', query: scoreboardListQuery, out: pageOf(scoreboardSummarySchema), permission: 'scoreboard.read', subject: many, reasons: [],
  csv: ['id', 'name', 'subjectKind', 'territory', 'cluster', 'editionCount', 'publishedCount', 'visibility', 'sample', 'updatedAt'],
  summary: { zh: '记分牌列表', en: 'List scoreboards' },
});
export const getScoreboard = defineRoute({ id: 'scoreboard.get', method: 'GET', path: '/scoreboards/:scoreboardId', params, out: scoreboardSchema, permission: 'scoreboard.read', subject: one, reasons: [], summary: { zh: '查看记分牌', en: 'Get a scoreboard' } });
export const createScoreboard = defineRoute({
  id: 'scoreboard.create', method: 'POST', path: '/scoreboards', body: scoreboardInputSchema, out: scoreboardSchema, permission: 'scoreboard.manage', subject: { kind: 'scoreboard', from: 'body' }, reasons: [...owner, ...contentReasons], status: 201, bodyLimit: 1_048_576,
  summary: { zh: '新建记分牌，并建立第一版草稿', en: 'Create a scoreboard with a draft of its first edition' },
});
export const updateScoreboard = defineRoute({
  id: 'scoreboard.update', method: 'PUT', path: '/scoreboards/:scoreboardId', params, body: scoreboardEditSchema, out: scoreboardSchema, permission: 'scoreboard.manage', subject: one, reasons: [...owner, 'inputsNotReleased'], ifMatch: true,
  summary: { zh: '修改记分牌的名称、用途与归属', en: 'Change the name, purpose and owner of a scoreboard' },
});
export const previewScoreboard = defineRoute({
  id: 'scoreboard.preview', method: 'POST', path: '/scoreboards/:scoreboardId/preview', params, body: previewInputSchema, out: previewSchema, permission: 'scoreboard.manage', subject: one, reasons: computeReasons, bodyLimit: 1_048_576,
  summary: { zh: '试算，不保存', en: 'Compute without storing' },
});
export const listEditions = defineRoute({
  id: 'scoreboardEdition.list', method: 'GET', path: '/scoreboards/:scoreboardId/editions', params, query: runListQuery, out: pageOf(editionSummarySchema), permission: 'scoreboard.read', subject: one, reasons: [],
  csv: ['id', 'number', 'state', 'note', 'period', 'subjectCount', 'indicatorCount', 'runCount', 'publishedAt', 'withdrawnAt', 'updatedAt'],
  summary: { zh: '记分牌的各版', en: 'List editions of a scoreboard' },
});
export const createEdition = defineRoute({
  id: 'scoreboardEdition.create', method: 'POST', path: '/scoreboards/:scoreboardId/editions', params, body: editionInputSchema, out: editionSchema, permission: 'scoreboard.manage', subject: one, reasons: [...contentReasons, 'editionUnknown'], status: 201, bodyLimit: 1_048_576,
  summary: { zh: '新建一版', en: 'Create an edition' },
});
export const getEdition = defineRoute({ id: 'scoreboardEdition.get', method: 'GET', path: '/scoreboard-editions/:editionId', params: editionParams, out: editionSchema, permission: 'scoreboard.read', subject: oneEdition, reasons: [], summary: { zh: '查看一版', en: 'Get an edition' } });
export const updateEdition = defineRoute({
  id: 'scoreboardEdition.update', method: 'PUT', path: '/scoreboard-editions/:editionId', params: editionParams, body: editionEditSchema, out: editionSchema, permission: 'scoreboard.manage', subject: oneEdition, reasons: [...contentReasons, 'editionNotOpen'], ifMatch: true, bodyLimit: 1_048_576,
  summary: { zh: '修改一版的指标树与方法；已算出的退回草稿', en: 'Change the tree and methods of an edition; a computed one becomes a draft' },
});
export const computeEdition = defineRoute({
  id: 'scoreboardEdition.compute', method: 'POST', path: '/scoreboard-editions/:editionId/runs', params: editionParams, body: computeInputSchema, out: startedSchema, permission: 'scoreboard.manage', subject: oneEdition, reasons: [...computeReasons, 'inputsMixed', 'editionStepNotNow'], status: 202,
  summary: { zh: '计算并存为一次运行', en: 'Compute and store a run' },
});
export const stepEdition = defineRoute({
  id: 'scoreboardEdition.step', method: 'POST', path: '/scoreboard-editions/:editionId/step', params: editionParams, body: editionStepSchema, out: editionSchema, permission: 'scoreboard.manage', subject: oneEdition, reasons: ['editionStepNotNow', 'inputsNotReleased', 'inputsNotReadable', 'withdrawReasonMissing'], ifMatch: true,
  summary: { zh: '发布、撤回或退回草稿', en: 'Publish, withdraw or reopen an edition' },
});
export const listRuns = defineRoute({
  id: 'scoreboardRun.list', method: 'GET', path: '/scoreboards/:scoreboardId/runs', params, query: runListQuery, out: pageOf(runSummarySchema), permission: 'scoreboard.read', subject: one, reasons: [],
  csv: ['id', 'editionNumber', 'editionState', 'number', 'period', 'subjectCount', 'indicatorCount', 'replications', 'seed', 'inputHash', 'resultHash', 'computedAt', 'sample'],
  summary: { zh: '记分牌的各次运行', en: 'List runs of a scoreboard' },
});
export const getRun = defineRoute({ id: 'scoreboardRun.get', method: 'GET', path: '/scoreboard-runs/:runId', params: runParams, out: runSchema, permission: 'scoreboard.read', subject: oneRun, reasons: ['inputsNotReadable'], summary: { zh: '查看一次运行', en: 'Get a run' } });
export const readTrail = defineRoute({
  id: 'scoreboardRun.trail', method: 'GET', path: '/scoreboard-runs/:runId/trail', params: runParams, query: trailQuery, out: trailSchema, permission: 'scoreboard.read', subject: oneRun, reasons: ['inputsNotReadable', 'runSubjectUnknown'],
  summary: { zh: '从得分追到原始值与来源', en: 'Follow a score down to raw values and sources' },
});
export const readBenchmark = defineRoute({
  id: 'scoreboardRun.benchmark', method: 'GET', path: '/scoreboard-runs/:runId/benchmark', params: runParams, query: benchmarkQuery, out: benchmarkSchema, permission: 'scoreboard.read', subject: oneRun, reasons: ['inputsNotReadable', 'runSubjectUnknown'],
  summary: { zh: '与对标对象逐项比差距', en: 'Gaps of one subject to its peers' },
});
export const compareRuns = defineRoute({
  id: 'scoreboardRun.compare', method: 'GET', path: '/scoreboard-runs/:runId/comparison', params: runParams, query: comparisonQuery, out: comparisonResultSchema, permission: 'scoreboard.read', subject: oneRun, reasons: ['inputsNotReadable', 'runOfOtherScoreboard'],
  summary: { zh: '比较两次运行', en: 'Compare two runs' },
});
export const exportRun = defineRoute({
  id: 'scoreboardRun.export', method: 'GET', path: '/scoreboard-runs/:runId/export', params: runParams, query: exportQuery, out: fileAnswer, answer: 'file', permission: 'scoreboard.read', subject: oneRun, reasons: ['inputsNotReadable'],
  summary: { zh: '下载复算所需的全部内容', en: 'Download everything needed to reproduce a run' },
});
export const checkRun = defineRoute({
  id: 'scoreboardRun.check', method: 'POST', path: '/scoreboard-runs/:runId/check', params: runParams, out: checkSchema, permission: 'scoreboard.read', subject: oneRun, reasons: ['inputsNotReadable'],
  summary: { zh: '用存下的输入复算并核对', en: 'Compute once more from the stored inputs and compare' },
});

export const scoreboardRoutes = [
  listScoreboards, getScoreboard, createScoreboard, updateScoreboard, previewScoreboard, listEditions, createEdition, getEdition, updateEdition, computeEdition, stepEdition,
  listRuns, getRun, readTrail, readBenchmark, compareRuns, exportRun, checkRun,
] as const;

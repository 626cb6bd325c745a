import { z } from 'zod';
import { defineRoute, type Route } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { decisionListQuery, matchDecisionInput, matchDecisionOutcome, matchDecisionSchema, matchListQuery, matchPage, matchTallyQuery, matchTallySchema } from './match.schema.ts';

const many = { kind: 'importBatch', from: 'list' } as const;

export const listImportMatches = defineRoute({
  id: 'importMatch.list', method: 'GET', path: '/import-matches', query: matchListQuery, out: matchPage, permission: 'import.read', subject: many, reasons: [],
  csv: ['batch', 'rowNumber', 'state', 'score', 'asked', 'alike', 'recordId', 'decidedByName', 'decidedAt'],
  summary: { zh: '查询导入行与登记册的比对', en: 'List how imported rows stand to the register' },
});
export const tallyImportMatches = defineRoute({
  id: 'importMatch.tally', method: 'GET', path: '/import-matches/tally', query: matchTallyQuery, out: matchTallySchema, permission: 'import.read', subject: many, reasons: [],
  summary: { zh: '按比对结果计数', en: 'Count matches by state' },
});
export const decideImportMatches = defineRoute({
  id: 'importMatch.decide', method: 'POST', path: '/import-matches/decisions', body: matchDecisionInput, out: matchDecisionOutcome, permission: 'import.apply', subject: many, reasons: ['rowUnknown', 'candidateUnknown', 'wrongState'],
  summary: { zh: '判定导入行是哪家机构', en: 'Decide which organisation imported rows are' },
});
export const listMatchDecisions = defineRoute({
  id: 'matchDecision.list', method: 'GET', path: '/match-decisions', query: decisionListQuery, out: pageOf(matchDecisionSchema), permission: 'import.read', subject: many, reasons: [],
  csv: ['id', 'asked', 'organisation', 'rejected', 'batch', 'decidedByName', 'decidedAt', 'undoneByName', 'undoneAt'],
  summary: { zh: '查询记住的判定', en: 'List remembered match decisions' },
});
export const undoMatchDecision = defineRoute({
  id: 'matchDecision.undo', method: 'POST', path: '/match-decisions/:decisionId/undo', params: z.strictObject({ decisionId: z.uuid() }), out: matchDecisionOutcome, permission: 'import.apply', subject: many, reasons: ['decisionUndone'],
  summary: { zh: '撤销一条判定', en: 'Take a match decision back' },
});

export const matchReasons = { decisionUndone: 409 } as const;
export const matchRoutes: readonly Route[] = [listImportMatches, tallyImportMatches, decideImportMatches, listMatchDecisions, undoMatchDecision];

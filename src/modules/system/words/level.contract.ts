import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { exportQuery, exportRequestInputSchema, exportRequestQuery, exportRequestSchema, exportSchema, levelFieldQuery, levelFieldSchema, levelPolicyInputSchema, levelPolicySchema } from './level.schema.ts';

/** Reasons about levels and exports; words are `system.reason.<name>`. */
export const levelReasons = { ceilingTooHigh: 422, operationUnknown: 422, exportIsFree: 422 } as const;

export const getLevelPolicy = defineRoute({ id: 'levelPolicy.get', method: 'GET', path: '/level-policy', out: levelPolicySchema, permission: 'signedIn', reasons: [], summary: { zh: '数据级别上限与导出规则', en: 'The ceiling of levels and the rule of exports' } });
export const updateLevelPolicy = defineRoute({ id: 'levelPolicy.update', method: 'PUT', path: '/level-policy', body: levelPolicyInputSchema, out: levelPolicySchema, permission: 'level.update', subject: { kind: 'levelPolicy', from: 'list' }, reasons: ['ceilingTooHigh'], ifMatch: true, summary: { zh: '设定数据级别上限与导出规则', en: 'Set the ceiling of levels and the rule of exports' } });
export const listLevelFields = defineRoute({ id: 'levelField.list', method: 'GET', path: '/level-fields', query: levelFieldQuery, out: pageOf(levelFieldSchema), permission: 'level.read', subject: { kind: 'levelField', from: 'list' }, reasons: ['invalidCursor'], csv: ['room', 'record', 'field', 'level', 'declared', 'input'], summary: { zh: '字段级别目录', en: 'Catalogue of fields with their levels' } });
export const createExportRequest = defineRoute({ id: 'exportRequest.create', method: 'POST', path: '/export-requests', body: exportRequestInputSchema, out: exportRequestSchema, permission: 'exportRequest.create', subject: { kind: 'exportRequest', from: 'list' }, reasons: ['operationUnknown', 'exportIsFree'], status: 201, summary: { zh: '申请导出', en: 'Ask for an export above the free level' } });
export const listExportRequests = defineRoute({ id: 'exportRequest.list', method: 'GET', path: '/export-requests', query: exportRequestQuery, out: pageOf(exportRequestSchema), permission: 'exportRequest.create', subject: { kind: 'exportRequest', from: 'list' }, reasons: ['invalidCursor'], csv: ['createdAt', 'personName', 'operation', 'format', 'rowCount', 'level', 'state', 'expiresAt', 'fetchedCount'], summary: { zh: '导出申请', en: 'List requests for exports: one’s own, or all for who watches levels' } });
export const listExports = defineRoute({ id: 'export.list', method: 'GET', path: '/exports', query: exportQuery, out: pageOf(exportSchema), permission: 'level.read', subject: { kind: 'export', from: 'list' }, reasons: ['invalidCursor'], csv: ['at', 'actorName', 'operation', 'rows', 'format', 'level'], summary: { zh: '导出记录', en: 'List what was exported' } });

export const levelRoutes = [getLevelPolicy, updateLevelPolicy, listLevelFields, createExportRequest, listExportRequests, listExports] as const;

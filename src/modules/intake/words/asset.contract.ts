import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { assetEditSchema, assetEndSchema, assetFilterSchema, assetInputSchema, assetListQuery, assetRenewSchema, assetSchema, assetSummarySchema, assetTallySchema, dataRequestSchema, requestDecisionSchema, requestInputSchema, requestListQuery, stageMoveSchema } from './asset.schema.ts';

const params = z.strictObject({ assetId: z.uuid() });
const one = { kind: 'dataAsset', param: 'assetId' } as const;
const many = { kind: 'dataAsset', from: 'list' } as const;
const requestParams = z.strictObject({ requestId: z.uuid() });
const linked = ['ownerUnknown', 'territoryUnknown', 'sourceUnknown', 'originUnknown', 'originInRing'] as const;

export const assetReasons = {
  ownerUnknown: 422,
  originUnknown: 422,
  originInRing: 422,
  ownerOutside: 403,
  sameStage: 409,
  assetEnded: 409,
  stepImpossible: 409,
  askerUnknown: 422,
  askedAlready: 409,
  grantEndsBefore: 422,
} as const;

export const listAssets = defineRoute({
  id: 'dataAsset.list', method: 'GET', path: '/data-assets', query: assetListQuery, out: pageOf(assetSummarySchema), permission: 'dataAsset.read', subject: many, reasons: [],
  csv: ['id', 'name', 'kind', 'stage', 'state', 'owner', 'authority', 'territory', 'level', 'updateCycle', 'freshOn', 'stale', 'retainUntil', 'grants', 'openRequests', 'sample'],
  summary: { zh: '查询数据资产', en: 'List data assets' },
});
export const tallyAssets = defineRoute({
  id: 'dataAsset.tally', method: 'GET', path: '/data-assets/tally', query: assetFilterSchema, out: assetTallySchema, permission: 'dataAsset.read', subject: many, reasons: [],
  summary: { zh: '按阶段与层级计数', en: 'Count data assets by stage and authority' },
});
export const getAsset = defineRoute({ id: 'dataAsset.get', method: 'GET', path: '/data-assets/:assetId', params, out: assetSchema, permission: 'dataAsset.read', subject: one, reasons: [], summary: { zh: '查看数据资产', en: 'Get a data asset' } });
export const createAsset = defineRoute({
  id: 'dataAsset.create', method: 'POST', path: '/data-assets', body: assetInputSchema, out: assetSchema, permission: 'dataAsset.create', subject: { kind: 'dataAsset', from: 'body' }, reasons: linked, status: 201,
  summary: { zh: '登记数据资产', en: 'Register a data asset' },
});
export const updateAsset = defineRoute({
  id: 'dataAsset.update', method: 'PUT', path: '/data-assets/:assetId', params, body: assetEditSchema, out: assetSchema, permission: 'dataAsset.update', subject: one, reasons: [...linked, 'ownerOutside', 'assetEnded'], ifMatch: true,
  summary: { zh: '修改数据资产', en: 'Change a data asset' },
});
export const moveAsset = defineRoute({
  id: 'dataAsset.move', method: 'POST', path: '/data-assets/:assetId/moves', params, body: stageMoveSchema, out: assetSchema, permission: 'dataAsset.update', subject: one, reasons: ['sameStage', 'assetEnded'], ifMatch: true,
  summary: { zh: '推进到另一阶段', en: 'Move a data asset to another stage' },
});
export const endAsset = defineRoute({
  id: 'dataAsset.end', method: 'POST', path: '/data-assets/:assetId/end', params, body: assetEndSchema, out: assetSchema, permission: 'dataAsset.update', subject: one, reasons: ['stepImpossible'], ifMatch: true,
  summary: { zh: '停用或销毁', en: 'Retire or dispose of a data asset' },
});
export const renewAsset = defineRoute({
  id: 'dataAsset.renew', method: 'POST', path: '/data-assets/:assetId/renewal', params, body: assetRenewSchema, out: assetSchema, permission: 'dataAsset.update', subject: one, reasons: ['stepImpossible'], ifMatch: true,
  summary: { zh: '更新并续期', en: 'Renew a data asset' },
});

export const listDataRequests = defineRoute({
  id: 'dataRequest.list', method: 'GET', path: '/data-requests', query: requestListQuery, out: pageOf(dataRequestSchema), permission: 'dataAsset.read', subject: { kind: 'dataRequest', from: 'list' }, reasons: [],
  csv: ['id', 'asset', 'organisation', 'askedByName', 'access', 'purpose', 'state', 'dueAt', 'late', 'decidedByName', 'decidedAt', 'reason', 'grantedUntil', 'createdAt'],
  summary: { zh: '查询数据申请', en: 'List requests for data' },
});
export const askForAsset = defineRoute({
  id: 'dataRequest.create', method: 'POST', path: '/data-assets/:assetId/requests', params, body: requestInputSchema, out: dataRequestSchema, permission: 'dataAsset.read', subject: one, reasons: ['askerUnknown', 'askedAlready', 'assetEnded'], status: 201,
  summary: { zh: '申请使用数据', en: 'Ask to use a data asset' },
});
export const decideDataRequest = defineRoute({
  id: 'dataRequest.decide', method: 'POST', path: '/data-requests/:requestId/decision', params: requestParams, body: requestDecisionSchema, out: dataRequestSchema, permission: 'dataAsset.grant', subject: { kind: 'dataRequest', param: 'requestId' }, reasons: ['stepImpossible', 'grantEndsBefore'], ifMatch: true,
  summary: { zh: '答复数据申请', en: 'Grant or refuse a request for data' },
});
export const endDataGrant = defineRoute({
  id: 'dataRequest.end', method: 'POST', path: '/data-requests/:requestId/end', params: requestParams, body: z.strictObject({ reason: z.string().trim().min(1).max(1000) }), out: dataRequestSchema, permission: 'dataAsset.grant', subject: { kind: 'dataRequest', param: 'requestId' }, reasons: ['stepImpossible'], ifMatch: true,
  summary: { zh: '收回授权', en: 'End a grant' },
});
export const withdrawDataRequest = defineRoute({
  id: 'dataRequest.withdraw', method: 'POST', path: '/data-requests/:requestId/withdrawal', params: requestParams, out: dataRequestSchema, permission: 'signedIn', reasons: ['stepImpossible'],
  summary: { zh: '撤回自己的申请', en: 'Withdraw one’s own request' },
});

export const assetRoutes = [listAssets, tallyAssets, getAsset, createAsset, updateAsset, moveAsset, endAsset, renewAsset, listDataRequests, askForAsset, decideDataRequest, endDataGrant, withdrawDataRequest];

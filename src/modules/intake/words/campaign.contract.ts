import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { boardQuery, boardRowSchema, campaignChangeSchema, campaignInputSchema, campaignListQuery, campaignSchema, campaignSummarySchema, findingSchema } from './campaign.schema.ts';
import { idSchema } from './form.schema.ts';
import { partyListQuery, partySummarySchema } from './party.schema.ts';

export const campaignParams = z.strictObject({ campaignId: idSchema });
const path = '/campaigns/:campaignId';
const one = { kind: 'campaign', param: 'campaignId' } as const;
/** The office that asks; the levels below it read the campaign and don't run it. */
const desk = { kind: 'campaignDesk', param: 'campaignId' } as const;
const many = { kind: 'campaign', from: 'list' } as const;

export const listCampaigns = defineRoute({
  id: 'campaign.list', method: 'GET', path: '/campaigns', query: campaignListQuery, out: pageOf(campaignSummarySchema), permission: 'campaign.read', subject: many, reasons: [],
  csv: ['id', 'name', 'form', 'period', 'state', 'dueAt', 'counts', 'createdAt'],
  summary: { zh: '查询填报任务', en: 'List campaigns' },
});
export const listPublishedCampaigns = defineRoute({
  id: 'campaign.published', method: 'GET', path: '/published-campaigns', query: campaignListQuery, out: pageOf(campaignSummarySchema), permission: 'campaign.listed', subject: many, reasons: [],
  csv: ['id', 'name', 'form', 'period', 'state', 'dueAt', 'counts'],
  summary: { zh: '公布的报送情况', en: 'Campaigns whose progress is published' },
});
export const getCampaign = defineRoute({ id: 'campaign.get', method: 'GET', path, params: campaignParams, out: campaignSchema, permission: 'campaign.read', subject: one, reasons: [], summary: { zh: '查看填报任务', en: 'Get a campaign' } });
export const createCampaign = defineRoute({
  id: 'campaign.create', method: 'POST', path: '/campaigns', body: campaignInputSchema, out: campaignSchema, permission: 'campaign.create', subject: { kind: 'campaign', from: 'body' }, reasons: ['holderUnknown', 'formUnknown', 'formNotPublished', 'periodUnreadable'], status: 201,
  summary: { zh: '新建填报任务', en: 'Create a campaign' },
});
export const updateCampaign = defineRoute({
  id: 'campaign.update', method: 'PUT', path, params: campaignParams, body: campaignChangeSchema, out: campaignSchema, permission: 'campaign.update', subject: desk, reasons: ['campaignNotDraft', 'formUnknown', 'formNotPublished', 'periodUnreadable'], ifMatch: true,
  summary: { zh: '修改填报任务草稿', en: 'Change a campaign while it is a draft' },
});
const step = { params: campaignParams, out: campaignSchema, permission: 'campaign.update', subject: desk, ifMatch: true } as const;
export const openCampaign = defineRoute({ id: 'campaign.open', method: 'POST', path: `${path}/open`, ...step, reasons: ['campaignNotDraft', 'formNotPublished', 'formNotInForce', 'nobodyReports', 'duePassed'], summary: { zh: '下发填报任务', en: 'Open a campaign' } });
export const closeCampaign = defineRoute({ id: 'campaign.close', method: 'POST', path: `${path}/close`, ...step, reasons: ['campaignNotOpen'], summary: { zh: '截止填报', en: 'Close a campaign' } });
export const reopenCampaign = defineRoute({ id: 'campaign.reopen', method: 'POST', path: `${path}/reopen`, ...step, reasons: ['campaignNotClosed', 'formNotInForce'], summary: { zh: '重新开放填报', en: 'Open a closed campaign again' } });
export const signOffCampaign = defineRoute({ id: 'campaign.signOff', method: 'POST', path: `${path}/sign-off`, ...step, reasons: ['campaignNotClosed'], summary: { zh: '签字结束本期', en: 'Sign the period off' } });
export const publishCampaign = defineRoute({
  id: 'campaign.publish', method: 'PUT', path: `${path}/publication`, params: campaignParams, body: z.strictObject({ isPublished: z.boolean() }), out: campaignSchema, permission: 'campaign.publish', subject: desk, reasons: ['campaignNotOpened'], ifMatch: true,
  summary: { zh: '公布或撤下报送情况', en: 'Publish who reported, or take it back' },
});
export const remindParties = defineRoute({
  id: 'campaign.remind', method: 'POST', path: `${path}/remind`, params: campaignParams, body: z.strictObject({ partyIds: z.array(idSchema).max(5000).optional() }), out: z.object({ reminded: z.number().int(), alreadyToday: z.number().int(), nobody: z.number().int() }), permission: 'campaign.update', subject: desk, reasons: ['campaignNotOpen'],
  summary: { zh: '批量提醒', en: 'Remind those who have not reported' },
});
export const listParties = defineRoute({
  id: 'party.list', method: 'GET', path: `${path}/parties`, params: campaignParams, query: partyListQuery, out: pageOf(partySummarySchema), permission: 'campaign.read', subject: one, reasons: [],
  csv: ['id', 'name', 'code', 'kind', 'territory', 'cluster', 'bucket', 'state', 'level', 'number', 'isLate', 'isOnBehalf', 'dueAt', 'submittedAt', 'remindedOn'],
  summary: { zh: '逐家报送情况', en: 'Who must report, one by one' },
});
export const getBoard = defineRoute({
  id: 'campaign.board', method: 'GET', path: `${path}/board`, params: campaignParams, query: boardQuery, out: z.object({ items: z.array(boardRowSchema), total: z.number().int(), nextCursor: z.null() }), permission: 'campaign.read', subject: one, reasons: [],
  csv: ['id', 'name', 'rank', 'total', 'reported', 'accepted', 'missing', 'late', 'returned'],
  summary: { zh: '报送进度看板', en: 'Board: reported, missing, late, returned by place' },
});
export const getFindings = defineRoute({
  id: 'campaign.findings', method: 'GET', path: `${path}/findings`, params: campaignParams, out: z.object({ items: z.array(findingSchema), total: z.number().int(), nextCursor: z.null() }), permission: 'campaign.read', subject: one, reasons: [],
  csv: ['field', 'label', 'answer', 'answerLabel', 'answered', 'share', 'withheld', 'sum', 'mean', 'median', 'unit', 'scale'],
  summary: { zh: '答卷汇总', en: 'Findings: how the questions were answered' },
});

export const campaignReasons = {
  holderUnknown: 422, periodUnreadable: 422, formUnknown: 422, formNotPublished: 409, formNotInForce: 409, campaignNotDraft: 409, campaignNotOpen: 409, campaignNotOpened: 409, campaignNotClosed: 409, nobodyReports: 422, duePassed: 422,
} as const;
export const campaignRoutes = [listCampaigns, listPublishedCampaigns, getCampaign, createCampaign, updateCampaign, openCampaign, closeCampaign, reopenCampaign, signOffCampaign, publishCampaign, remindParties, listParties, getBoard, getFindings] as const;

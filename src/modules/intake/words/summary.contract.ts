import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { idSchema } from './form.schema.ts';
import { campaignSummarySheetSchema, summaryListQuery } from './summary.schema.ts';

const campaignParams = z.strictObject({ campaignId: idSchema });
const params = z.strictObject({ campaignSummaryId: idSchema });
const path = '/campaign-summaries/:campaignSummaryId';
const one = { kind: 'campaignSummary', param: 'campaignSummaryId' } as const;
const ofCampaign = { kind: 'campaign', param: 'campaignId' } as const;

export const listSummaries = defineRoute({
  id: 'campaignSummary.list', method: 'GET', path: '/campaigns/:campaignId/summaries', params: campaignParams, query: summaryListQuery, out: pageOf(campaignSummarySheetSchema), permission: 'campaign.read', subject: ofCampaign, reasons: [],
  csv: ['id', 'level', 'holderName', 'number', 'state', 'createdAt', 'submittedAt', 'decidedAt'],
  summary: { zh: '汇总表', en: 'Summary sheets of a campaign' },
});
export const makeSummary = defineRoute({
  id: 'campaignSummary.create', method: 'POST', path: '/campaigns/:campaignId/summaries', params: campaignParams, body: z.strictObject({ holder: z.string().max(60).nullable().default(null), note: z.string().trim().max(2000).nullable().default(null) }), out: campaignSummarySheetSchema, permission: 'party.decide', subject: ofCampaign, reasons: ['campaignNotOpened', 'holderChosen', 'notYourLevel'], status: 201,
  summary: { zh: '生成报上级的汇总表', en: 'Make the summary sheet for the level above' },
});
export const getSummary = defineRoute({ id: 'campaignSummary.get', method: 'GET', path, params, out: campaignSummarySheetSchema, permission: 'campaign.read', subject: one, reasons: [], summary: { zh: '查看汇总表', en: 'Get a summary sheet' } });
const step = { params, out: campaignSummarySheetSchema, permission: 'party.decide', subject: one, ifMatch: true } as const;
export const submitSummary = defineRoute({ id: 'campaignSummary.submit', method: 'POST', path: `${path}/submit`, ...step, reasons: ['wrongState', 'notYourLevel'], summary: { zh: '上报汇总表', en: 'Submit a summary sheet upwards' } });
export const acceptSummary = defineRoute({ id: 'campaignSummary.accept', method: 'POST', path: `${path}/accept`, ...step, reasons: ['wrongState', 'notYourLevel'], summary: { zh: '接收汇总表', en: 'Accept a summary sheet' } });
export const returnSummary = defineRoute({ id: 'campaignSummary.return', method: 'POST', path: `${path}/return`, ...step, body: z.strictObject({ reason: z.string().trim().min(1).max(1000) }), reasons: ['wrongState', 'notYourLevel'], summary: { zh: '退回汇总表', en: 'Return a summary sheet' } });

export const summaryReasons = { campaignNotOpened: 409, holderChosen: 422, notYourLevel: 409 } as const;
export const summaryRoutes = [listSummaries, makeSummary, getSummary, submitSummary, acceptSummary, returnSummary] as const;

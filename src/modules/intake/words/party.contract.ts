import { z } from 'zod';
import { defineRoute, fileAnswer } from '#platform/http/route.contract.ts';
import { pageOf, pageQuery } from '#platform/page/page.schema.ts';
import { idSchema } from './form.schema.ts';
import { entriesSchema, ownReportSchema, partySchema, reasonSchema, releaseInputSchema, releaseSchema, submissionSchema, usesSchema } from './party.schema.ts';

const params = z.strictObject({ partyId: idSchema });
const path = '/parties/:partyId';
const one = { kind: 'party', param: 'partyId' } as const;

export const listOwnReports = defineRoute({
  id: 'party.own', method: 'GET', path: '/my-reports', query: z.strictObject({ ...pageQuery, open: z.enum(['true', 'false']).optional() }), out: pageOf(ownReportSchema), permission: 'party.submit', subject: { kind: 'party', from: 'list' }, reasons: [],
  csv: ['id', 'campaign', 'name', 'state', 'bucket', 'dueAt', 'submittedAt'],
  summary: { zh: '我的填报', en: 'Reports that wait for my organisation' },
});
export const getParty = defineRoute({ id: 'party.get', method: 'GET', path, params, out: partySchema, permission: 'party.read', subject: one, reasons: [], summary: { zh: '打开一份填报', en: 'Open a report' } });
export const saveDraft = defineRoute({
  id: 'party.save', method: 'PUT', path: `${path}/draft`, params, body: z.strictObject({ entries: entriesSchema }), out: partySchema, permission: 'party.submit', subject: one, reasons: ['campaignNotOpen', 'alreadySubmitted', 'notYourLevel'], ifMatch: true,
  summary: { zh: '暂存，有问题也可以存', en: 'Save a draft, problems and all' },
});
export const submitReport = defineRoute({
  id: 'party.submit', method: 'POST', path: `${path}/submit`, params, body: z.strictObject({ entries: entriesSchema, isTruthAccepted: z.boolean(), reason: z.string().trim().min(1).max(1000).nullable().default(null) }), out: partySchema, permission: 'party.submit', subject: one,
  reasons: ['campaignNotOpen', 'alreadySubmitted', 'truthNotAccepted', 'reportUnsound', 'reasonNeeded', 'formNotInForce', 'notYourLevel'], ifMatch: true,
  summary: { zh: '报送', en: 'Submit a report' },
});
export const acceptReport = defineRoute({
  id: 'party.accept', method: 'POST', path: `${path}/accept`, params, body: z.strictObject({ note: z.string().trim().max(1000).nullable().default(null) }), out: partySchema, permission: 'party.decide', subject: one, reasons: ['notSubmitted', 'notYourLevel'], ifMatch: true,
  summary: { zh: '通过', en: 'Accept a report at its level' },
});
export const returnReport = defineRoute({
  id: 'party.return', method: 'POST', path: `${path}/return`, params, body: z.strictObject({ reasons: z.array(reasonSchema).max(200).default([]), note: z.string().trim().max(1000).nullable().default(null) }), out: partySchema, permission: 'party.decide', subject: one, reasons: ['notSubmitted', 'notYourLevel', 'reasonNeeded', 'campaignNotOpen'], ifMatch: true,
  summary: { zh: '退回并说明', en: 'Return a report with reasons' },
});
export const getSubmission = defineRoute({
  id: 'submission.get', method: 'GET', path: `${path}/submissions/:number`, params: params.extend({ number: z.coerce.number().int().min(1) }), out: submissionSchema, permission: 'party.read', subject: one, reasons: [],
  summary: { zh: '查看某一版报送', en: 'Get one version of what was submitted' },
});
export const getUses = defineRoute({ id: 'party.uses', method: 'GET', path: `${path}/uses`, params, out: usesSchema, permission: 'party.read', subject: one, reasons: [], summary: { zh: '谁在用这些数据', en: 'Who uses these figures' } });
export const addRelease = defineRoute({
  id: 'release.add', method: 'POST', path: `${path}/releases`, params, body: releaseInputSchema, out: releaseSchema, permission: 'party.release', subject: one, reasons: ['onlyTheParty', 'nothingSubmitted'], status: 201,
  summary: { zh: '同意用于一项用途', en: 'Release figures for one purpose' },
});
export const revokeRelease = defineRoute({
  id: 'release.revoke', method: 'DELETE', path: `${path}/releases/:releaseId`, params: params.extend({ releaseId: idSchema }), out: z.null(), permission: 'party.release', subject: one, reasons: ['onlyTheParty'], status: 204,
  summary: { zh: '收回同意', en: 'Take a release back' },
});
export const printReceipt = defineRoute({
  id: 'party.receipt', method: 'GET', path: '/print/receipts/:partyId', params, out: fileAnswer, answer: 'page', permission: 'party.read', subject: one, reasons: ['nothingSubmitted'],
  summary: { zh: '打印报送回执', en: 'Print the receipt' },
});

export const getReceiptPdf = defineRoute({
  id: 'party.receiptPdf', method: 'GET', path: `${path}/receipt`, params, out: fileAnswer, answer: 'file', permission: 'party.read', subject: one, reasons: ['nothingSubmitted'],
  summary: { zh: '下载报送回执（PDF）', en: 'Download the receipt as PDF' },
});

export const partyReasons = {
  campaignNotOpen: 409, alreadySubmitted: 409, truthNotAccepted: 422, reportUnsound: 422, reasonNeeded: 422, formNotInForce: 409, notSubmitted: 409, notYourLevel: 409, onlyTheParty: 409, nothingSubmitted: 409,
} as const;
export const partyRoutes = [listOwnReports, getParty, saveDraft, submitReport, acceptReport, returnReport, getSubmission, getUses, addRelease, revokeRelease, printReceipt, getReceiptPdf] as const;

import { z } from 'zod';
import { defineRoute, fileAnswer } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { campaignParams } from './campaign.contract.ts';
import { idSchema } from './form.schema.ts';
import { partySchema } from './party.schema.ts';
import { returnListQuery, stampScanSchema, workbookReturnSchema } from './form-return.schema.ts';

const partyParams = z.strictObject({ partyId: idSchema });
const returnParams = z.strictObject({ returnId: idSchema });
const campaign = { kind: 'campaign', param: 'campaignId' } as const;
const party = { kind: 'party', param: 'partyId' } as const;
const path = '/campaigns/:campaignId';
const bytes = z.instanceof(Uint8Array);
const fileName = z.strictObject({ fileName: z.string().trim().min(1).max(200) });
const workbookBytes = 5 * 1024 * 1024;
const scanBytes = 20 * 1024 * 1024;

export const getWorkbook = defineRoute({
  id: 'party.workbook', method: 'GET', path: '/parties/:partyId/workbook', params: partyParams, out: fileAnswer, answer: 'file', permission: 'party.submit', subject: party, reasons: ['notYourLevel'],
  summary: { zh: '下载一家的填报表（XLSX）', en: 'Get a party’s form as a workbook' },
});
export const getWorkbooks = defineRoute({
  id: 'campaign.workbooks', method: 'GET', path: `${path}/workbooks`, params: campaignParams, query: z.strictObject({ territoryId: z.string().max(60).optional() }), out: fileAnswer, answer: 'file', permission: 'campaign.read', subject: campaign, reasons: ['campaignNotOpened', 'tooManyWorkbooks', 'nobodyReports'],
  summary: { zh: '打包下载各家填报表', en: 'Get the forms of many parties in one archive' },
});
export const bringWorkbook = defineRoute({
  id: 'workbookReturn.create', method: 'POST', path: `${path}/workbook-returns`, params: campaignParams, query: fileName, body: bytes, bodyLimit: workbookBytes, out: workbookReturnSchema, permission: 'campaign.read', subject: campaign, reasons: ['campaignNotOpened'], status: 201,
  summary: { zh: '交回一份填报表，识别并检查', en: 'Bring a form back: it is recognised and checked' },
});
export const listReturns = defineRoute({
  id: 'workbookReturn.list', method: 'GET', path: `${path}/workbook-returns`, params: campaignParams, query: returnListQuery, out: pageOf(workbookReturnSchema), permission: 'campaign.read', subject: campaign, reasons: [],
  csv: ['id', 'fileName', 'state', 'reason', 'party', 'answered', 'number', 'createdByName', 'createdAt', 'submittedAt'],
  summary: { zh: '交回的填报表', en: 'Forms that came back' },
});
export const submitReturns = defineRoute({
  id: 'workbookReturn.submit', method: 'POST', path: `${path}/workbook-returns/submission`, params: campaignParams, body: z.strictObject({ returnIds: z.array(idSchema).min(1).max(500) }), out: z.object({ submitted: z.number().int(), refused: z.array(z.object({ id: idSchema, reason: z.string() })) }), permission: 'campaign.read', subject: campaign, reasons: [],
  summary: { zh: '报送无误的填报表', en: 'Submit the forms that are sound' },
});
export const getMarkedReturn = defineRoute({
  id: 'workbookReturn.marked', method: 'GET', path: '/workbook-returns/:returnId/marked', params: returnParams, out: fileAnswer, answer: 'file', permission: 'campaign.read', subject: { kind: 'workbookReturn', param: 'returnId' }, reasons: ['returnUnknown', 'notYourLevel'],
  summary: { zh: '下载标出问题的填报表', en: 'Get a form back with its faults marked' },
});
export const discardReturn = defineRoute({
  id: 'workbookReturn.discard', method: 'POST', path: '/workbook-returns/:returnId/discard', params: returnParams, out: workbookReturnSchema, permission: 'campaign.read', subject: { kind: 'workbookReturn', param: 'returnId' }, reasons: ['returnSettled'],
  summary: { zh: '放弃一份交回的填报表', en: 'Discard a form that came back' },
});
export const fillFromWorkbook = defineRoute({
  id: 'party.fill', method: 'POST', path: '/parties/:partyId/workbook', params: partyParams, query: fileName, body: bytes, bodyLimit: workbookBytes, out: partySchema, permission: 'party.submit', subject: party, reasons: ['campaignNotOpen', 'alreadySubmitted', 'notYourLevel', 'workbookOfOther'],
  summary: { zh: '用填好的表格填入草稿', en: 'Fill the draft from a workbook' },
});
export const printForm = defineRoute({
  id: 'party.sheet', method: 'GET', path: '/print/forms/:partyId', params: partyParams, query: z.strictObject({ empty: z.enum(['true', 'false']).optional() }), out: fileAnswer, answer: 'page', permission: 'party.submit', subject: party, reasons: ['notYourLevel'],
  summary: { zh: '打印带编号和二维码的填报表', en: 'Print a form with its number and code' },
});
export const fileScan = defineRoute({
  id: 'stampScan.create', method: 'POST', path: `${path}/scans`, params: campaignParams, query: fileName, body: bytes, bodyLimit: scanBytes, out: stampScanSchema, permission: 'campaign.read', subject: campaign, reasons: ['scanUnreadable', 'scanWithoutCode', 'scanOfOther', 'notYourLevel', 'scanFiled'], status: 201,
  summary: { zh: '上传盖章扫描件，按二维码归档', en: 'File a stamped scan by its code' },
});
export const listScans = defineRoute({
  id: 'stampScan.list', method: 'GET', path: '/parties/:partyId/scans', params: partyParams, out: pageOf(stampScanSchema), permission: 'party.read', subject: party, reasons: [], csv: ['id', 'fileName', 'number', 'newest', 'scannedByName', 'scannedAt'],
  summary: { zh: '盖章扫描件', en: 'Stamped scans of a party' },
});

export const returnReasons = { tooManyWorkbooks: 422, returnUnknown: 409, returnSettled: 409, scanUnreadable: 422, scanWithoutCode: 422, scanOfOther: 422, scanFiled: 409, workbookOfOther: 422 } as const;
export const returnRoutes = [getWorkbook, getWorkbooks, bringWorkbook, listReturns, submitReturns, getMarkedReturn, discardReturn, fillFromWorkbook, printForm, fileScan, listScans] as const;

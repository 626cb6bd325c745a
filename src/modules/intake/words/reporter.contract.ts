import { z } from 'zod';
import { defineRoute, fileAnswer } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { idSchema } from './form.schema.ts';
import { codeAskSchema, codeSentSchema, confirmSchema, contactInputSchema, contactListQuery, contactSchema, contactTallySchema, declineSchema, linkInputSchema, linkOutcomeSchema, successorSchema, visitInputSchema, visitSchema } from './reporter.schema.ts';

const params = z.strictObject({ contactId: idSchema });
const path = '/reporter-contacts/:contactId';
const one = { kind: 'reporterContact', param: 'contactId' } as const;
const many = { kind: 'reporterContact', from: 'list' } as const;

export const reporterReasons = { linkDead: 410, codeTooSoon: 429, codesUsedUp: 429, visitCodeWrong: 422, wayClosed: 409, noPublicAddress: 409, nobodyToInvite: 422, contactKnown: 409, contactGone: 409 } as const;

export const listContacts = defineRoute({ id: 'reporterContact.list', method: 'GET', path: '/reporter-contacts', query: contactListQuery, out: pageOf(contactSchema), permission: 'reporter.read', subject: many, reasons: [], csv: ['organisation', 'code', 'name', 'phone', 'mail', 'duty', 'state', 'invitedAt', 'confirmedAt'], summary: { zh: '填报联系人', en: 'List who reports for which firm' } });
export const tallyContacts = defineRoute({ id: 'reporterContact.tally', method: 'GET', path: '/reporter-tally', out: contactTallySchema, permission: 'reporter.read', subject: many, reasons: [], summary: { zh: '按状态统计填报联系人', en: 'Count contacts by state, and the ways that lead to them' } });
export const getContact = defineRoute({ id: 'reporterContact.get', method: 'GET', path, params, out: contactSchema, permission: 'reporter.read', subject: one, reasons: [], summary: { zh: '查看填报联系人', en: 'Get a contact' } });
export const createContact = defineRoute({ id: 'reporterContact.create', method: 'POST', path: '/reporter-contacts', body: contactInputSchema, out: contactSchema, permission: 'reporter.create', subject: { kind: 'reporterContact', from: 'body' }, reasons: ['contactKnown'], status: 201, summary: { zh: '新增填报联系人', en: 'Add a contact' } });
export const revokeLink = defineRoute({ id: 'reporterContact.revoke', method: 'POST', path: `${path}/revoke`, params, out: contactSchema, permission: 'reporter.invite', subject: one, reasons: [], summary: { zh: '作废一次性链接', en: 'Take a one-time link back' } });
export const handOver = defineRoute({
  id: 'reporterContact.handOver', method: 'POST', path: `${path}/hand-over`, params, body: z.strictObject({ successor: successorSchema.nullable().default(null) }), out: z.object({ contact: contactSchema, successor: contactSchema.nullable(), outcome: linkOutcomeSchema.nullable() }), permission: 'reporter.update', subject: one, reasons: ['contactGone', 'contactKnown'],
  summary: { zh: '填报人离任并交接', en: 'End who leaves and name who comes next' },
});
export const makeLinks = defineRoute({ id: 'reporterLink.make', method: 'POST', path: '/reporter-links', body: linkInputSchema, out: linkOutcomeSchema, permission: 'reporter.invite', subject: many, reasons: ['nobodyToInvite', 'noPublicAddress'], status: 201, summary: { zh: '生成一次性链接并发送或打印', en: 'Make one-time links, to be sent or printed' } });
export const printLetters = defineRoute({ id: 'reporterLink.letters', method: 'GET', path: '/print/reporter-letters/:sheetId', params: z.strictObject({ sheetId: idSchema }), query: z.strictObject({ from: z.coerce.number().int().min(0).default(0) }), out: fileAnswer, answer: 'page', permission: 'reporter.invite', subject: many, reasons: ['noPublicAddress'], summary: { zh: '打印带二维码的填报通知', en: 'Print letters with a code, one a firm' } });

/** For somebody who is nobody here yet. A link that is unknown, over, used or taken back is answered in the same words. */
const visit = { permission: 'anonymous', secret: true, perMinute: 20 } as const;
export const openVisit = defineRoute({ ...visit, id: 'reporterVisit.open', method: 'POST', path: '/reporter-visits', body: visitInputSchema, out: visitSchema, reasons: ['linkDead'], summary: { zh: '打开一次性链接', en: 'Open a one-time link' } });
export const sendCode = defineRoute({ ...visit, id: 'reporterVisit.sendCode', method: 'POST', path: '/reporter-visits/code', body: codeAskSchema, out: codeSentSchema, reasons: ['linkDead', 'codeTooSoon', 'codesUsedUp', 'wayClosed'], summary: { zh: '发送验证码', en: 'Send a code to the phone or mail on file' } });
export const confirmVisit = defineRoute({ ...visit, id: 'reporterVisit.confirm', method: 'POST', path: '/reporter-visits/confirm', body: confirmSchema, personal: true, out: z.object({ href: z.string() }), reasons: ['linkDead', 'visitCodeWrong'], summary: { zh: '用验证码确认并进入', en: 'Confirm by the code and come in' } });
export const declineVisit = defineRoute({ ...visit, id: 'reporterVisit.decline', method: 'POST', path: '/reporter-visits/decline', body: declineSchema, out: z.object({ told: z.literal(true) }), reasons: ['linkDead'], summary: { zh: '不是本人或本单位', en: 'Say that it is the wrong person or firm' } });

export const reporterRoutes = [listContacts, tallyContacts, getContact, createContact, revokeLink, handOver, makeLinks, printLetters, openVisit, sendCode, confirmVisit, declineVisit] as const;

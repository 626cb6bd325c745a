import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { leavingPlanSchema, leavingSchema, leavingSignSchema, leavingStartSchema, orphanPassSchema, orphansSchema } from './leaving.schema.ts';

export const leavingReasons = { leavingClosed: 409, lineUndecided: 409, signatureMissing: 409, leavingBegun: 409, lineUnknown: 422, successorUnknown: 422 } as const;

const params = z.strictObject({ personId: z.uuid() });
// Open to the one who leaves, their superior, named successors and operators; for anybody else there is nothing here.
const own = { permission: 'signedIn', params, out: leavingSchema } as const;

export const getLeaving = defineRoute({ id: 'leaving.get', method: 'GET', path: '/people/:personId/leaving', ...own, reasons: [], summary: { zh: '离任交接', en: 'What somebody who leaves hands over' } });
export const startLeaving = defineRoute({ id: 'leaving.start', method: 'POST', path: '/people/:personId/leaving', ...own, body: leavingStartSchema, personal: true, reasons: ['leavingBegun'], status: 201, summary: { zh: '开始离任交接', en: 'Begin a leaving' } });
export const planLeaving = defineRoute({ id: 'leaving.plan', method: 'PUT', path: '/people/:personId/leaving/lines', ...own, body: leavingPlanSchema, personal: true, reasons: ['leavingClosed', 'lineUnknown', 'successorUnknown'], summary: { zh: '指定接手人', en: 'Name successors, line by line' } });
export const signLeaving = defineRoute({ id: 'leaving.sign', method: 'POST', path: '/people/:personId/leaving/signatures', ...own, body: leavingSignSchema, personal: true, reasons: ['leavingClosed', 'lineUndecided', 'samePerson'], summary: { zh: '签字确认', en: 'Sign as leaver or as successor' } });
export const completeLeaving = defineRoute({ id: 'leaving.complete', method: 'POST', path: '/people/:personId/leaving/completion', ...own, personal: true, reasons: ['leavingClosed', 'lineUndecided', 'signatureMissing', 'lastOperator', 'lastHolder'], summary: { zh: '完成交接', en: 'Hand everything over, in one step' } });
export const cancelLeaving = defineRoute({ id: 'leaving.cancel', method: 'DELETE', path: '/people/:personId/leaving', ...own, personal: true, reasons: ['leavingClosed'], summary: { zh: '取消离任', en: 'Call a leaving off' } });
export const listOrphans = defineRoute({ id: 'orphan.list', method: 'GET', path: '/orphans', out: orphansSchema, permission: 'orphan.read', subject: { kind: 'person', from: 'list' }, reasons: [], summary: { zh: '无主事项', en: 'What stands in the name of somebody without a mandate' } });
export const passOrphans = defineRoute({ id: 'orphan.pass', method: 'POST', path: '/orphans/passes', body: orphanPassSchema, out: orphansSchema, permission: 'orphan.pass', subject: { kind: 'person', from: 'list' }, reasons: ['successorUnknown', 'lineUnknown'], summary: { zh: '移交或结束无主事项', en: 'Pass orphans on, or end them' } });

export const leavingRoutes = [getLeaving, startLeaving, planLeaving, signLeaving, completeLeaving, cancelLeaving, listOrphans, passOrphans] as const;

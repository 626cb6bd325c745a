import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { actingInputSchema, colleagueQuery, colleaguesSchema, deputyInputSchema, deputyListQuery, deputySchema, myDeputiesSchema } from './deputy.schema.ts';

export const deputyReasons = {
  ownDeputy: 422,
  periodTooLong: 422,
  periodOver: 422,
  deputyCannotSignIn: 422,
  mandateNotHeld: 422,
  deputyEnded: 409,
} as const;

const params = z.strictObject({ deputyId: z.uuid() });

export const setActing = defineRoute({ id: 'session.act', method: 'PUT', path: '/session/acting', body: actingInputSchema, out: z.object({ signedIn: z.literal(true) }), permission: 'signedIn', personal: true, whileActing: true, reasons: ['deputyEnded'], summary: { zh: '代他人办理，或恢复本人身份', en: 'Act for somebody, or as oneself again' } });
export const listMyDeputies = defineRoute({ id: 'deputy.mine', method: 'GET', path: '/session/deputies', out: myDeputiesSchema, permission: 'signedIn', reasons: [], summary: { zh: '我的代理人与我可代理的人', en: 'My deputies, and whom I may act for' } });
export const listDeputies = defineRoute({ id: 'deputy.list', method: 'GET', path: '/deputies', query: deputyListQuery, out: pageOf(deputySchema), permission: 'deputy.read', subject: { kind: 'person', from: 'list' }, reasons: ['invalidCursor'], csv: ['holder.name.zh', 'holder.name.en', 'deputy.name.zh', 'deputy.name.en', 'kinds', 'validFrom', 'validUntil', 'state', 'reason'], summary: { zh: '代理', en: 'List deputies' } });
/** The holder, the holder's superior or an operator: the action tells them apart. */
export const nameDeputy = defineRoute({ id: 'deputy.name', method: 'POST', path: '/deputies', body: deputyInputSchema, out: deputySchema, permission: 'signedIn', personal: true, reasons: ['ownDeputy', 'periodTooLong', 'periodOver', 'deputyCannotSignIn', 'mandateNotHeld'], status: 201, summary: { zh: '指定代理人', en: 'Name a deputy' } });
export const endDeputy = defineRoute({ id: 'deputy.end', method: 'DELETE', path: '/deputies/:deputyId', params, out: deputySchema, permission: 'signedIn', personal: true, reasons: ['deputyEnded'], summary: { zh: '终止代理', en: 'End a deputyship at once' } });
export const findColleagues = defineRoute({ id: 'colleague.find', method: 'GET', path: '/colleagues', query: colleagueQuery, out: colleaguesSchema, permission: 'colleague.read', subject: { kind: 'person', from: 'list' }, reasons: [], summary: { zh: '查找同事', en: 'Find people who work on the same records' } });

export const deputyRoutes = [setActing, listMyDeputies, listDeputies, nameDeputy, endDeputy, findColleagues] as const;

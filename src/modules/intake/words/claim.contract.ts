import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { claimDecisionSchema, claimInputSchema, claimListQuery, claimSchema, licenceBytesMost } from './claim.schema.ts';
import { idSchema } from './form.schema.ts';
import { linkOutcomeSchema } from './reporter.schema.ts';

const params = z.strictObject({ reporterClaimId: idSchema });
const path = '/reporter-claims/:reporterClaimId';
const one = { kind: 'reporterClaim', param: 'reporterClaimId' } as const;

export const claimReasons = { claimPlaceUnknown: 404, claimsWaiting: 429, licenceKind: 422, claimFirmUnknown: 409, claimDecided: 409 } as const;

/** The address of a space's claim page is handed around by the office; nothing is told there but who asks. */
export const getClaimPlace = defineRoute({ id: 'reporterClaim.place', method: 'GET', path: '/claim-places/:spaceId', params: z.strictObject({ spaceId: idSchema }), out: z.object({ name: nameSchema }), permission: 'anonymous', perMinute: 60, reasons: ['claimPlaceUnknown'], summary: { zh: '认领页面属于哪个单位', en: 'Whose claim page this is' } });
/** Answered in the same words whether the register knows the code or not. */
export const createClaim = defineRoute({
  id: 'reporterClaim.create', method: 'POST', path: '/reporter-claims', body: claimInputSchema, out: z.object({ received: z.literal(true) }), permission: 'anonymous', secret: true, perMinute: 6, status: 201, bodyLimit: Math.ceil(licenceBytesMost * 1.4),
  reasons: ['claimPlaceUnknown', 'claimsWaiting', 'licenceKind'], summary: { zh: '凭统一社会信用代码与执照认领单位', en: 'Claim a firm by its code and licence' },
});
export const listClaims = defineRoute({ id: 'reporterClaim.list', method: 'GET', path: '/reporter-claims', query: claimListQuery, out: pageOf(claimSchema), permission: 'reporter.invite', subject: { kind: 'reporterClaim', from: 'list' }, reasons: [], csv: ['code', 'organisation', 'name', 'phone', 'mail', 'duty', 'state', 'createdAt', 'decidedAt', 'note'], summary: { zh: '单位认领申请', en: 'List claims on firms' } });
export const getClaim = defineRoute({ id: 'reporterClaim.get', method: 'GET', path, params, out: claimSchema, permission: 'reporter.invite', subject: one, reasons: [], summary: { zh: '查看认领申请', en: 'Get a claim' } });
export const decideClaim = defineRoute({ id: 'reporterClaim.decide', method: 'POST', path: `${path}/decide`, params, body: claimDecisionSchema, ifMatch: true, out: z.object({ claim: claimSchema, outcome: linkOutcomeSchema.nullable() }), permission: 'reporter.invite', subject: one, reasons: ['claimFirmUnknown', 'claimDecided', 'contactKnown'], summary: { zh: '核准或驳回认领', en: 'Approve or reject a claim' } });

export const claimRoutes = [getClaimPlace, createClaim, listClaims, getClaim, decideClaim] as const;

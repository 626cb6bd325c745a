import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import {
  againSchema, apiKeyInputSchema, apiKeyListQuery, apiKeySchema, codeInputSchema, factorCoverageSchema, factorSchema, factorSeedSchema, newApiKeySchema, ownKeysSchema,
  recoveryCodesSchema, securityPolicyInputSchema, securityPolicySchema, sessionSchema, signInAnswerSchema, signInStateSchema,
} from './security.schema.ts';

const nothing = z.null();
const personParams = z.strictObject({ personId: z.uuid() });
const keyParams = z.strictObject({ keyId: z.uuid() });
const ofPerson = { kind: 'person', param: 'personId' } as const;
const wholeSpace = { kind: 'security', from: 'list' } as const;
const own = { permission: 'signedIn', personal: true } as const;

export const securityReasons = {
  codeWrong: 401,
  codeTriesUsed: 401,
  factorMissing: 409,
  factorPresent: 409,
  factorUnreadable: 409,
  signInAgain: 403,
  keyRoomUnknown: 422,
  keyDateOutside: 422,
  keyOver: 409,
} as const;

export const giveCode = defineRoute({ id: 'session.confirm', method: 'POST', path: '/session/code', body: codeInputSchema, secret: true, personal: true, perMinute: 30, out: signInAnswerSchema, permission: 'anonymous', reasons: ['codeWrong', 'codeTriesUsed', 'factorUnreadable', 'noSpace', 'signInRequired'], status: 201, summary: { zh: '输入验证码完成登录', en: 'Finish signing in with the one-time code' } });

export const getFactor = defineRoute({ id: 'factor.get', method: 'GET', path: '/account/factor', out: factorSchema, ...own, beforeEnrolment: true, reasons: [], summary: { zh: '我的双重验证', en: 'Get the own second factor' } });
export const enrolFactor = defineRoute({ id: 'factor.enrol', method: 'POST', path: '/account/factor', body: againSchema, secret: true, perMinute: 30, out: factorSeedSchema, ...own, beforeEnrolment: true, reasons: ['signInFailed', 'signInAgain', 'factorPresent'], status: 201, summary: { zh: '开始绑定双重验证', en: 'Begin to enrol a second factor; the secret is shown once' } });
export const confirmFactor = defineRoute({ id: 'factor.confirm', method: 'POST', path: '/account/factor/confirmation', body: codeInputSchema, secret: true, perMinute: 30, out: recoveryCodesSchema, ...own, beforeEnrolment: true, reasons: ['codeWrong', 'factorMissing', 'factorPresent', 'factorUnreadable'], summary: { zh: '确认绑定并取得恢复码', en: 'Confirm the second factor; the recovery codes are shown once' } });
export const removeFactor = defineRoute({ id: 'factor.remove', method: 'POST', path: '/account/factor/removal', body: againSchema, secret: true, perMinute: 30, out: nothing, ...own, reasons: ['signInFailed', 'signInAgain', 'factorMissing'], status: 204, summary: { zh: '解除双重验证', en: 'Remove the own second factor' } });
export const renewCodes = defineRoute({ id: 'factor.renew', method: 'POST', path: '/account/factor/codes', body: againSchema, secret: true, perMinute: 30, out: recoveryCodesSchema, ...own, reasons: ['signInFailed', 'signInAgain', 'factorMissing'], summary: { zh: '重新生成恢复码', en: 'Make new recovery codes; the old ones end' } });

export const listSessions = defineRoute({ id: 'ownSession.list', method: 'GET', path: '/account/sessions', out: z.object({ items: z.array(sessionSchema) }), ...own, reasons: [], summary: { zh: '我的登录会话', en: 'List the own sessions' } });
export const endSession = defineRoute({ id: 'ownSession.end', method: 'DELETE', path: '/account/sessions/:sessionId', params: z.strictObject({ sessionId: z.uuid() }), out: nothing, ...own, reasons: ['notFound'], status: 204, summary: { zh: '结束一个会话', en: 'End one of the own sessions' } });
export const endOtherSessions = defineRoute({ id: 'ownSession.endOthers', method: 'DELETE', path: '/account/sessions', out: nothing, ...own, reasons: [], status: 204, summary: { zh: '结束其他所有会话', en: 'End every other session of the own account' } });

export const listOwnKeys = defineRoute({ id: 'ownKey.list', method: 'GET', path: '/account/keys', out: ownKeysSchema, ...own, reasons: [], summary: { zh: '我的 API 密钥', en: 'List the own API keys, and what a new one could be given' } });
export const createKey = defineRoute({ id: 'ownKey.create', method: 'POST', path: '/account/keys', body: apiKeyInputSchema, secret: true, out: newApiKeySchema, ...own, reasons: ['keyRoomUnknown', 'keyDateOutside'], status: 201, summary: { zh: '新建 API 密钥', en: 'Make an API key; its secret is shown once' } });
export const revokeOwnKey = defineRoute({ id: 'ownKey.revoke', method: 'DELETE', path: '/account/keys/:keyId', params: keyParams, out: apiKeySchema, ...own, reasons: ['notFound', 'keyOver'], summary: { zh: '吊销我的 API 密钥', en: 'Revoke an own API key' } });

export const listKeys = defineRoute({ id: 'apiKey.list', method: 'GET', path: '/api-keys', query: apiKeyListQuery, out: pageOf(apiKeySchema), permission: 'apiKey.read', subject: wholeSpace, personal: true, reasons: ['invalidCursor'], csv: ['name', 'person.name.zh', 'person.name.en', 'state', 'createdAt', 'expiresAt', 'lastUsedAt'], summary: { zh: '空间的 API 密钥', en: 'List the API keys of the space' } });
export const revokeKey = defineRoute({ id: 'apiKey.revoke', method: 'DELETE', path: '/api-keys/:keyId', params: keyParams, out: apiKeySchema, permission: 'apiKey.revoke', subject: wholeSpace, personal: true, reasons: ['notFound', 'keyOver'], summary: { zh: '吊销 API 密钥', en: 'Revoke an API key of the space' } });

export const getPolicy = defineRoute({ id: 'securityPolicy.get', method: 'GET', path: '/security-policy', out: securityPolicySchema, permission: 'securityPolicy.read', subject: wholeSpace, reasons: [], summary: { zh: '登录安全规则', en: 'Get the sign-in rules of the space' } });
export const updatePolicy = defineRoute({ id: 'securityPolicy.update', method: 'PUT', path: '/security-policy', body: securityPolicyInputSchema, out: securityPolicySchema, permission: 'securityPolicy.update', subject: wholeSpace, personal: true, ifMatch: true, reasons: [], summary: { zh: '修改登录安全规则', en: 'Change the sign-in rules; they hold from the next request' } });
export const getCoverage = defineRoute({ id: 'securityPolicy.coverage', method: 'GET', path: '/security-policy/coverage', out: factorCoverageSchema, permission: 'securityPolicy.read', subject: wholeSpace, reasons: [], summary: { zh: '各角色的双重验证情况', en: 'How many people of each role have a second factor' } });

export const getSignInState = defineRoute({ id: 'signIn.get', method: 'GET', path: '/people/:personId/sign-in', params: personParams, out: signInStateSchema, permission: 'signIn.read', subject: ofPerson, reasons: [], summary: { zh: '人员的登录状态', en: 'How a person stands with signing in' } });
export const unlockAccount = defineRoute({ id: 'signIn.unlock', method: 'DELETE', path: '/people/:personId/sign-in/lock', params: personParams, out: signInStateSchema, permission: 'signIn.unlock', subject: ofPerson, personal: true, reasons: [], summary: { zh: '解除锁定', en: 'Unlock an account before its time' } });
export const resetFactor = defineRoute({ id: 'signIn.resetFactor', method: 'DELETE', path: '/people/:personId/sign-in/factor', params: personParams, out: signInStateSchema, permission: 'signIn.resetFactor', subject: ofPerson, personal: true, reasons: ['factorMissing'], summary: { zh: '重置双重验证', en: 'Take away a person’s second factor, so that they can enrol anew' } });
export const endPersonSessions = defineRoute({ id: 'signIn.endSessions', method: 'DELETE', path: '/people/:personId/sign-in/sessions', params: personParams, out: signInStateSchema, permission: 'signIn.endSessions', subject: ofPerson, personal: true, reasons: [], summary: { zh: '结束其所有会话', en: 'End every session of a person' } });

export const securityRoutes = [
  giveCode, getFactor, enrolFactor, confirmFactor, removeFactor, renewCodes, listSessions, endSession, endOtherSessions, listOwnKeys, createKey, revokeOwnKey,
  listKeys, revokeKey, getPolicy, updatePolicy, getCoverage, getSignInState, unlockAccount, resetFactor, endPersonSessions,
] as const;

import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { leavingReasons, leavingRoutes } from './words/leaving.contract.ts';
import { postReasons, postRoutes } from './words/post.contract.ts';
import { deputyReasons, deputyRoutes } from './words/deputy.contract.ts';
import { approvalReasons, approvalRoutes } from './words/approval.contract.ts';
import { outsideReasons, outsideRoutes } from './words/outside.contract.ts';
import { securityReasons, securityRoutes } from './words/security.contract.ts';
import { signInAnswerSchema } from './words/security.schema.ts';
import {
  acceptInvitationSchema, auditEntrySchema, auditListQuery, auditVerdictSchema, invitationSchema, mandateInputSchema, mandateOutcomeSchema, passwordChangeSchema,
  personInputSchema, personListQuery, personPatchSchema, personSchema, sessionViewSchema, signInSchema, spaceInputSchema, spaceSchema,
} from './identity.schema.ts';

const nothing = z.null();
const signedIn = z.object({ signedIn: z.literal(true) });
const personParams = z.strictObject({ personId: z.uuid() });

/** Reasons of this room and their HTTP status; words are `identity.reason.<name>`. */
export const identityReasons = {
  signInFailed: 401,
  noSpace: 403,
  loginTaken: 409,
  invitationDead: 410,
  scopeNotForRole: 422,
  scopeUnknown: 422,
  lastOperator: 409,
  lastHolder: 409,
  powersNotForRole: 422,
  powerNotHeld: 403,
  mandateEnded: 409,
  mandateOfPost: 409,
  ownSpaceOnly: 409,
  currentSpace: 409,
  ...approvalReasons,
  ...securityReasons,
  ...outsideReasons,
  ...deputyReasons,
  ...postReasons,
  ...leavingReasons,
} as const;

export const getSession = defineRoute({ id: 'session.get', method: 'GET', path: '/session', out: sessionViewSchema, permission: 'anonymous', reasons: [], summary: { zh: '当前登录', en: 'Who is signed in, where, with which rights' } });
export const createSession = defineRoute({ id: 'session.create', method: 'POST', path: '/session', body: signInSchema, secret: true, personal: true, perMinute: 30, out: signInAnswerSchema, permission: 'anonymous', reasons: ['signInFailed', 'noSpace'], status: 201, summary: { zh: '登录', en: 'Sign in' } });
export const removeSession = defineRoute({ id: 'session.remove', method: 'DELETE', path: '/session', out: nothing, permission: 'signedIn', personal: true, whileActing: true, beforeEnrolment: true, reasons: [], status: 204, summary: { zh: '退出', en: 'Sign out' } });
export const switchSpace = defineRoute({ id: 'session.switch', method: 'PUT', path: '/session/space', body: z.strictObject({ spaceId: z.uuid() }), out: signedIn, permission: 'signedIn', personal: true, whileActing: true, beforeEnrolment: true, reasons: ['noSpace'], summary: { zh: '切换空间', en: 'Work in another space' } });
export const changePassword = defineRoute({ id: 'password.change', method: 'POST', path: '/session/password', body: passwordChangeSchema, secret: true, personal: true, perMinute: 30, out: nothing, permission: 'signedIn', reasons: ['signInFailed'], status: 204, summary: { zh: '修改密码', en: 'Change the password; other sessions end' } });
export const acceptInvitation = defineRoute({ id: 'invitation.accept', method: 'POST', path: '/invitations/accept', body: acceptInvitationSchema, secret: true, personal: true, perMinute: 30, out: signedIn, permission: 'anonymous', reasons: ['invitationDead', 'loginTaken'], status: 201, summary: { zh: '接受邀请', en: 'Accept an invitation and sign in' } });

export const listPeople = defineRoute({ id: 'person.list', method: 'GET', path: '/people', query: personListQuery, out: pageOf(personSchema), permission: 'person.read', subject: { kind: 'person', from: 'list' }, reasons: ['invalidCursor'], csv: ['name.zh', 'name.en', 'login', 'email', 'state'], summary: { zh: '人员', en: 'List people' } });
export const getPerson = defineRoute({ id: 'person.get', method: 'GET', path: '/people/:personId', params: personParams, out: personSchema, permission: 'person.read', subject: { kind: 'person', param: 'personId' }, reasons: [], summary: { zh: '人员详情', en: 'Get a person' } });
export const createPerson = defineRoute({ id: 'person.create', method: 'POST', path: '/people', body: personInputSchema, out: personSchema, permission: 'person.create', subject: { kind: 'person', from: 'body' }, reasons: [], status: 201, summary: { zh: '新增人员', en: 'Add a person' } });
export const updatePerson = defineRoute({ id: 'person.update', method: 'PATCH', path: '/people/:personId', params: personParams, body: personPatchSchema, out: personSchema, permission: 'person.update', subject: { kind: 'person', param: 'personId' }, reasons: [], ifMatch: true, summary: { zh: '修改人员', en: 'Change a person' } });
export const grantMandate = defineRoute({ id: 'mandate.grant', method: 'POST', path: '/people/:personId/mandates', params: personParams, body: mandateInputSchema, out: mandateOutcomeSchema, permission: 'mandate.grant', subject: { kind: 'person', param: 'personId' }, reasons: ['scopeNotForRole', 'scopeUnknown', 'powersNotForRole', 'powerNotHeld', 'periodOver'], status: 201, summary: { zh: '授权', en: 'Grant a mandate' } });
export const endMandate = defineRoute({ id: 'mandate.end', method: 'DELETE', path: '/people/:personId/mandates/:mandateId', params: z.strictObject({ personId: z.uuid(), mandateId: z.uuid() }), out: mandateOutcomeSchema, permission: 'mandate.end', subject: { kind: 'person', param: 'personId' }, reasons: ['lastOperator', 'lastHolder', 'mandateEnded', 'mandateOfPost'], summary: { zh: '终止授权', en: 'End a mandate; its rights end at once' } });
export const createInvitation = defineRoute({ id: 'invitation.create', method: 'POST', path: '/people/:personId/invitations', params: personParams, secret: true, out: invitationSchema, permission: 'invitation.create', subject: { kind: 'person', param: 'personId' }, reasons: ['loginTaken'], status: 201, summary: { zh: '邀请', en: 'Invite a person; the link is shown once' } });
export const listAudit = defineRoute({ id: 'audit.list', method: 'GET', path: '/audit', query: auditListQuery, out: pageOf(auditEntrySchema), permission: 'audit.read', subject: { kind: 'audit', from: 'list' }, reasons: ['invalidCursor'], csv: ['seq', 'at', 'actorName', 'forName', 'role', 'event', 'subjectKind', 'subjectId', 'subjectName.zh', 'subjectName.en', 'changes', 'hash'], summary: { zh: '审计记录', en: 'List audit entries' } });
export const verifyAuditRoute = defineRoute({ id: 'audit.verify', method: 'GET', path: '/audit/verification', out: auditVerdictSchema, permission: 'audit.read', subject: { kind: 'audit', from: 'list' }, reasons: [], summary: { zh: '校验审计链', en: 'Verify the audit chain' } });
export const checkAudit = defineRoute({ id: 'audit.check', method: 'POST', path: '/audit/checks', out: z.object({ jobId: z.uuid() }), permission: 'audit.read', subject: { kind: 'audit', from: 'list' }, reasons: [], status: 202, summary: { zh: '后台校验审计链', en: 'Verify the audit chain as a job' } });
export const createSpace = defineRoute({ id: 'space.create', method: 'POST', path: '/spaces', body: spaceInputSchema, out: spaceSchema, permission: 'space.create', subject: { kind: 'space', from: 'list' }, reasons: [], status: 201, summary: { zh: '建立自己的空间', en: 'Start an own space' } });
export const removeSpace = defineRoute({ id: 'space.remove', method: 'DELETE', path: '/spaces/:spaceId', params: z.strictObject({ spaceId: z.uuid() }), out: nothing, permission: 'space.remove', subject: { kind: 'space', from: 'list' }, reasons: ['ownSpaceOnly', 'currentSpace', 'noSpace'], status: 204, summary: { zh: '移除样例空间', en: 'Remove the sample space' } });

export const identityRoutes = [
  ...securityRoutes,
  ...outsideRoutes,
  getSession, createSession, removeSession, switchSpace, changePassword, acceptInvitation, listPeople, getPerson, createPerson, updatePerson,
  grantMandate, endMandate, createInvitation, listAudit, verifyAuditRoute, checkAudit, createSpace, removeSpace,
  ...approvalRoutes,
  ...deputyRoutes,
  ...postRoutes,
  ...leavingRoutes,
] as const;

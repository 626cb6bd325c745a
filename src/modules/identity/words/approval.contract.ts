import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { approvalListQuery, approvalNoteSchema, approvalReasonSchema, approvalSchema, approvalSummarySchema } from './approval.schema.ts';

export const approvalReasons = {
  samePerson: 409,
  concernedPerson: 409,
  approvalClosed: 409,
  approvalStale: 409,
} as const;

const params = z.strictObject({ approvalId: z.uuid() });
const deciding = ['samePerson', 'concernedPerson', 'approvalClosed'] as const;

// Rights depend on the kind of what is asked and on its subject, so the actions check them; what a reader may not see is not found.
export const listApprovals = defineRoute({ id: 'approval.list', method: 'GET', path: '/approvals', query: approvalListQuery, out: pageOf(approvalSummarySchema), permission: 'signedIn', reasons: ['invalidCursor'], csv: ['label.zh', 'label.en', 'subjectName.zh', 'subjectName.en', 'state', 'reason', 'requested.name.zh', 'requested.name.en', 'requestedAt', 'dueAt', 'decided.name.zh', 'decided.name.en', 'decidedAt', 'decision'], summary: { zh: '复核事项：待我复核、我申请的、已办结的', en: 'Approvals: waiting for me, asked by me, decided' } });
export const getApproval = defineRoute({ id: 'approval.get', method: 'GET', path: '/approvals/:approvalId', params, out: approvalSchema, permission: 'signedIn', reasons: [], summary: { zh: '复核事项详情', en: 'Get an approval, line by line' } });
export const approveApproval = defineRoute({ id: 'approval.approve', method: 'POST', path: '/approvals/:approvalId/approval', params, body: approvalNoteSchema, out: approvalSchema, permission: 'signedIn', reasons: [...deciding, 'approvalStale'], ifMatch: true, summary: { zh: '同意并执行', en: 'Approve; the deed is done in the same step' } });
export const rejectApproval = defineRoute({ id: 'approval.reject', method: 'POST', path: '/approvals/:approvalId/rejection', params, body: approvalReasonSchema, out: approvalSchema, permission: 'signedIn', reasons: deciding, ifMatch: true, summary: { zh: '不同意', en: 'Reject with a reason' } });
export const withdrawApproval = defineRoute({ id: 'approval.withdraw', method: 'POST', path: '/approvals/:approvalId/withdrawal', params, out: approvalSchema, permission: 'signedIn', reasons: ['approvalClosed'], ifMatch: true, summary: { zh: '撤回申请', en: 'Withdraw a request' } });

export const approvalRoutes = [listApprovals, getApproval, approveApproval, rejectApproval, withdrawApproval] as const;

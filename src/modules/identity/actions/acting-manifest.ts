import type { Module } from '#platform/module/module.ts';
import { approvalHomeItems, getApprovalAction, listApprovalsAction } from './approval/read-approvals.ts';
import { approveAction, rejectAction, withdrawAction } from './approval/decide-approval.ts';
import { findColleaguesAction, listDeputiesAction, listMyDeputiesAction } from './deputy/read-deputies.ts';
import { mandateApprovals } from './approval/mandate-kinds.ts';
import { nameDeputyAction, endDeputyAction } from './deputy/name-deputy.ts';
import { fillPostAction, grantToPostAction, postApproval, revokeFromPostAction, vacatePostAction } from './post/change-post.ts';
import { closePostAction, createPostAction, getPostAction, listPostsAction, updatePostAction } from './post/keep-post.ts';
import { setActingAction } from './deputy/set-acting.ts';

/** Second persons, deputies, posts and leaving: this part of the room's manifest. */
export const actingActions: Module['actions'] = {
  'session.act': setActingAction,
  'deputy.mine': listMyDeputiesAction,
  'deputy.list': listDeputiesAction,
  'deputy.name': nameDeputyAction,
  'deputy.end': endDeputyAction,
  'colleague.find': findColleaguesAction,
  'post.list': listPostsAction,
  'post.get': getPostAction,
  'post.create': createPostAction,
  'post.update': updatePostAction,
  'post.close': closePostAction,
  'post.fill': fillPostAction,
  'post.vacate': vacatePostAction,
  'post.grant': grantToPostAction,
  'post.revoke': revokeFromPostAction,
  'approval.list': listApprovalsAction,
  'approval.get': getApprovalAction,
  'approval.approve': approveAction,
  'approval.reject': rejectAction,
  'approval.withdraw': withdrawAction,
};

export const actingContributions: NonNullable<Module['contributions']> = { approvalKinds: [...mandateApprovals, postApproval], homeItems: [approvalHomeItems] };

export const actingNotices: NonNullable<Module['noticeKinds']> = {
  'identity.approvalRequested': { duty: true },
  'identity.approvalAnswered': {},
  'identity.deputyNamed': { duty: true },
  'identity.deputyEnded': {},
  'identity.postFilled': {},
};

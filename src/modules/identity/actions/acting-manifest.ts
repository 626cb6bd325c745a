import type { Module } from '#platform/module/module.ts';
import { approvalHomeItems, getApprovalAction, listApprovalsAction } from './approval/read-approvals.ts';
import { approveAction, rejectAction, withdrawAction } from './approval/decide-approval.ts';
import { findColleaguesAction, listDeputiesAction, listMyDeputiesAction } from './deputy/read-deputies.ts';
import { mandateApprovals } from './approval/mandate-kinds.ts';
import { nameDeputyAction, endDeputyAction } from './deputy/name-deputy.ts';
import { fillPostAction, grantToPostAction, postApproval, revokeFromPostAction, vacatePostAction } from './post/change-post.ts';
import { closePostAction, createPostAction, getPostAction, listPostsAction, updatePostAction } from './post/keep-post.ts';
import { identityHoldings } from './leaving/holdings.ts';
import { cancelLeavingAction, completeLeavingAction, getLeavingAction, leavingHomeItems, planLeavingAction, signLeavingAction, startLeavingAction } from './leaving/leave.ts';
import { listOrphansAction, passOrphansAction } from './leaving/orphans.ts';
import { leavingApproval } from './leaving/perform-leaving.ts';
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
  'leaving.get': getLeavingAction,
  'leaving.start': startLeavingAction,
  'leaving.plan': planLeavingAction,
  'leaving.sign': signLeavingAction,
  'leaving.complete': completeLeavingAction,
  'leaving.cancel': cancelLeavingAction,
  'orphan.list': listOrphansAction,
  'orphan.pass': passOrphansAction,
  'approval.list': listApprovalsAction,
  'approval.get': getApprovalAction,
  'approval.approve': approveAction,
  'approval.reject': rejectAction,
  'approval.withdraw': withdrawAction,
};

export const actingContributions: NonNullable<Module['contributions']> = { approvalKinds: [...mandateApprovals, postApproval, leavingApproval], homeItems: [approvalHomeItems, leavingHomeItems], holdings: identityHoldings };

export const actingNotices: NonNullable<Module['noticeKinds']> = {
  'identity.approvalRequested': { duty: true },
  'identity.approvalAnswered': {},
  'identity.deputyNamed': { duty: true },
  'identity.deputyEnded': {},
  'identity.postFilled': {},
  'identity.leavingStarted': { duty: true },
  'identity.leavingToSign': { duty: true },
  'identity.leavingCompleted': {},
};

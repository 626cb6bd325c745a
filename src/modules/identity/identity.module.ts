import type { Module } from '#platform/module/module.ts';
import { actingActions, actingContributions, actingNotices } from './actions/acting-manifest.ts';
import { replacePassword } from './actions/change-password.ts';
import { checkAuditAction, checkAuditJob } from './actions/check-audit.ts';
import { signIn } from './actions/create-session.ts';
import { createSpaceAction, removeSpaceAction } from './actions/create-space.ts';
import { endMandateAction, grantMandateAction } from './actions/grant-mandate.ts';
import { acceptInvitationAction, invitePerson } from './actions/invite.ts';
import { createPersonAction, updatePersonAction } from './actions/keep-person.ts';
import { listAuditAction, verifyAuditAction } from './actions/list-audit.ts';
import { getPersonAction, listPeopleAction } from './actions/list-people.ts';
import { signOut } from './actions/remove-session.ts';
import { securityActions } from './actions/security-actions.ts';
import { enterOtherSpace } from './actions/switch-space.ts';
import { viewSession } from './actions/view-session.ts';
import { identityReasons, identityRoutes } from './identity.contract.ts';
import { identityPermissions } from './identity.rules.ts';
import { securityNotices } from './words/security-permissions.rules.ts';
import { postSubject } from './store/post-store.ts';
import { personSubject } from './store/person-store.ts';

export const identityModule: Module = {
  room: 'identity',
  routes: identityRoutes,
  actions: {
    ...securityActions,
    'session.get': viewSession,
    'session.create': signIn,
    'session.remove': signOut,
    'session.switch': enterOtherSpace,
    'password.change': replacePassword,
    'invitation.accept': acceptInvitationAction,
    'person.list': listPeopleAction,
    'person.get': getPersonAction,
    'person.create': createPersonAction,
    'person.update': updatePersonAction,
    'mandate.grant': grantMandateAction,
    'mandate.end': endMandateAction,
    'invitation.create': invitePerson,
    'audit.list': listAuditAction,
    'audit.verify': verifyAuditAction,
    'audit.check': checkAuditAction,
    'space.create': createSpaceAction,
    'space.remove': removeSpaceAction,
    ...actingActions,
  },
  permissions: identityPermissions,
  reasons: identityReasons,
  jobs: { 'identity.checkAudit': checkAuditJob },
  subjects: { person: personSubject, post: postSubject },
  contributions: actingContributions,
  noticeKinds: { ...securityNotices, ...actingNotices, 'identity.mandateGranted': {}, 'identity.mandateEnded': {}, 'identity.invitationAccepted': {} },
};

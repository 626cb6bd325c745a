import type { Action, Module } from '#platform/module/module.ts';
import { replacePassword } from './actions/change-password.ts';
import { signIn } from './actions/create-session.ts';
import { createSpaceAction, removeSpaceAction } from './actions/create-space.ts';
import { endMandateAction, grantMandateAction } from './actions/grant-mandate.ts';
import { acceptInvitationAction, invitePerson } from './actions/invite.ts';
import { createPersonAction, updatePersonAction } from './actions/keep-person.ts';
import { listAuditAction, verifyAuditAction } from './actions/list-audit.ts';
import { getPersonAction, listPeopleAction } from './actions/list-people.ts';
import { signOut } from './actions/remove-session.ts';
import { enterOtherSpace } from './actions/switch-space.ts';
import { viewSession } from './actions/view-session.ts';
import { identityReasons, identityRoutes } from './identity.contract.ts';
import { identityPermissions } from './identity.rules.ts';
import { personSubject } from './store/person-store.ts';

export const identityModule: Module = {
  room: 'identity',
  routes: identityRoutes,
  actions: {
    'session.get': viewSession as Action<never>,
    'session.create': signIn as Action<never>,
    'session.remove': signOut as Action<never>,
    'session.switch': enterOtherSpace as Action<never>,
    'password.change': replacePassword as Action<never>,
    'invitation.accept': acceptInvitationAction as Action<never>,
    'person.list': listPeopleAction as Action<never>,
    'person.get': getPersonAction as Action<never>,
    'person.create': createPersonAction as Action<never>,
    'person.update': updatePersonAction as Action<never>,
    'mandate.grant': grantMandateAction as Action<never>,
    'mandate.end': endMandateAction as Action<never>,
    'invitation.create': invitePerson as Action<never>,
    'audit.list': listAuditAction as Action<never>,
    'audit.verify': verifyAuditAction as Action<never>,
    'space.create': createSpaceAction as Action<never>,
    'space.remove': removeSpaceAction as Action<never>,
  },
  permissions: identityPermissions,
  reasons: identityReasons,
  subjects: { person: personSubject },
};

import type { Module } from '#platform/module/module.ts';
import { beginFactorAction, confirmFactorAction, removeFactorAction, renewCodesAction, viewFactor } from './factor/keep-factor.ts';
import { createKeyAction, listKeysAction, listOwnKeysAction, revokeKeyAction, revokeOwnKeyAction } from './keys/keep-keys.ts';
import { beginOutsideAction } from './outside/begin-outside.ts';
import { finishOutsideAction } from './outside/finish-outside.ts';
import { updatePolicyAction, viewCoverage, viewPolicy } from './policy/keep-policy.ts';
import { endOthersAction, endSessionAction, listSessionsAction } from './session/keep-sessions.ts';
import { endSessionsOf, resetFactorAction, unlock, viewSignIn } from './session/oversee-sign-in.ts';
import { confirmSession } from './sign-in/give-code.ts';

/** Everything about getting in and staying in, by route. */
export const securityActions: Module['actions'] = {
  'session.confirm': confirmSession,
  'outsideSignIn.begin': beginOutsideAction,
  'outsideSignIn.finish': finishOutsideAction,
  'factor.get': viewFactor,
  'factor.enrol': beginFactorAction,
  'factor.confirm': confirmFactorAction,
  'factor.remove': removeFactorAction,
  'factor.renew': renewCodesAction,
  'ownSession.list': listSessionsAction,
  'ownSession.end': endSessionAction,
  'ownSession.endOthers': endOthersAction,
  'ownKey.list': listOwnKeysAction,
  'ownKey.create': createKeyAction,
  'ownKey.revoke': revokeOwnKeyAction,
  'apiKey.list': listKeysAction,
  'apiKey.revoke': revokeKeyAction,
  'securityPolicy.get': viewPolicy,
  'securityPolicy.update': updatePolicyAction,
  'securityPolicy.coverage': viewCoverage,
  'signIn.get': viewSignIn,
  'signIn.unlock': unlock,
  'signIn.resetFactor': resetFactorAction,
  'signIn.endSessions': endSessionsOf,
};

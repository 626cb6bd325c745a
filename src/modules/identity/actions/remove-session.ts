import type { Action } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import type { removeSession } from '../identity.contract.ts';
import { endSession } from '../store/session-store.ts';

export const signOut: Action<typeof removeSession> = async (context) => {
  if (context.actor.sessionId) await endSession(context.db, context.actor.sessionId, context.now);
  if (context.actor.personId) context.audit({ event: 'session.ended', subject: { kind: 'person', id: context.actor.personId }, name: { zh: context.actor.name } });
  context.reply.setSession(null);
  return ok(null);
};

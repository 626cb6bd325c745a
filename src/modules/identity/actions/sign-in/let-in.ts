import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { findFactor } from '../../store/factor-store.ts';
import { getPerson } from '../../store/person-store.ts';
import { actorInSpace, endSession, listSpacesOf, openSession } from '../../store/session-store.ts';
import type { SignInAnswer } from '../../words/security.schema.ts';
import { forgetTries } from './settle-try.ts';

/**
 * The last part of every way in. Lands in the account's own space first, the sample only when there is nothing else.
 * Where a second factor is enrolled and not yet given, only half a session is opened.
 */
export async function letIn(context: Context, accountId: string, given: { code: boolean }): Promise<Result<SignInAnswer>> {
  const before = context.actor.sessionId;
  const [space] = await listSpacesOf(context.db, accountId);
  if (!space) return fail('noSpace');
  await context.enterSpace(space.id);
  const actor = await actorInSpace(context.db, accountId, space.id, context.now);
  if (!actor.personId) return fail('noSpace');
  // The session that this browser carried until now has no holder any more; a new secret keeps a planted one worthless.
  if (before) await endSession(context.db, before, context.now);
  const factor = await findFactor(context.db, accountId);
  const stage = factor?.confirmedAt && !given.code ? 'code' : 'full';
  const { token, expiresAt } = await openSession(context.db, { id: context.newId(), accountId, spaceId: space.id, now: context.now, device: context.device, stage });
  context.reply.setSession(token, expiresAt);
  if (stage === 'code') return ok({ signedIn: false, owes: 'code' });
  await forgetTries(context, accountId);
  context.actor = actor;
  const person = await getPerson(context.db, space.id, actor.personId, context.now);
  context.audit({ event: 'session.created', subject: { kind: 'person', id: actor.personId }, ...(person ? { name: person.name } : {}) });
  return ok({ signedIn: true, owes: actor.pending === 'enrolment' ? 'enrolment' : null });
}

import { hash, verify } from '@node-rs/argon2';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { createSession } from '../identity.contract.ts';
import { getPerson } from '../store/person-store.ts';
import { actorInSpace, endSession, findAccount, listSpacesOf, openSession } from '../store/session-store.ts';

/** Checked against when the login is unknown, so that both answers take the same time. */
const decoy = hash('no account has this password');

/** Signs in and lands in the account's own space first, the sample only when there is nothing else. */
export const signIn: Action<typeof createSession> = async (context, { body }) => {
  const before = context.actor.sessionId;
  const account = await findAccount(context.db, { login: body.login });
  const matches = await verify(account?.password_hash ?? (await decoy), body.password);
  if (!account || !matches) return fail('signInFailed');
  const [space] = await listSpacesOf(context.db, account.id);
  if (!space) return fail('noSpace');
  await context.enterSpace(space.id);
  context.actor = { ...(await actorInSpace(context.db, account.id, space.id, context.now)) };
  if (!context.actor.personId) return fail('noSpace');
  // The session that this browser carried until now has no holder any more.
  if (before) await endSession(context.db, before, context.now);
  const { token, expiresAt } = await openSession(context.db, { id: context.newId(), accountId: account.id, spaceId: space.id, now: context.now });
  const person = await getPerson(context.db, space.id, context.actor.personId, context.now);
  context.audit({ event: 'session.created', subject: { kind: 'person', id: context.actor.personId }, ...(person ? { name: person.name } : {}) });
  context.reply.setSession(token, expiresAt);
  return ok({ signedIn: true });
};

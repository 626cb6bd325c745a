import { hash } from '@node-rs/argon2';
import type { Action } from '#platform/module/module.ts';
import { failAndKeep, ok } from '#platform/result/result.rules.ts';
import type { changePassword } from '../identity.contract.ts';
import { getPerson } from '../store/person-store.ts';
import { endOtherSessions, findAccount, setPassword } from '../store/session-store.ts';
import { isPasswordRight } from './sign-in/settle-try.ts';

/** The new password ends every other session of the account. */
export const replacePassword: Action<typeof changePassword> = async (context, { body }) => {
  const account = context.actor.accountId ? await findAccount(context.db, { id: context.actor.accountId }) : null;
  if (!(await isPasswordRight(context, account, body.current)) || !account) return failAndKeep('signInFailed');
  await setPassword(context.db, account.id, await hash(body.next));
  await endOtherSessions(context.db, account.id, context.actor.sessionId, context.now);
  const person = context.actor.personId ? await getPerson(context.db, context.spaceId, context.actor.personId, context.now) : null;
  if (person) context.audit({ event: 'password.changed', subject: { kind: 'person', id: person.id }, name: person.name });
  return ok(null);
};

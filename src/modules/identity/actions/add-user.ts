import { hash } from '@node-rs/argon2';
import type { Power } from '#platform/auth/permission.rules.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { MandateInput } from '../identity.schema.ts';
import { addMandate, addPerson } from '../store/person-store.ts';
import { actorInSpace, addAccount, endOtherSessions, findAccount, joinSpace, setPassword } from '../store/session-store.ts';

export interface UserInput {
  login: string;
  password: string;
  name: Name;
  mandate: Pick<MandateInput, 'role' | 'scopeKind' | 'scopeId'> & { organisationId?: string | null; powers?: readonly Power[] | null };
}

/** A person with account and mandate in one go, from the command line and for the sample. False when the login is taken. */
export async function addUser(context: Context, user: UserInput): Promise<boolean> {
  const accountId = context.newId();
  if (!(await addAccount(context.db, { id: accountId, login: user.login, passwordHash: await hash(user.password), now: context.now }))) return false;
  const personId = context.newId();
  await joinSpace(context.db, accountId, context.spaceId);
  await addPerson(context.db, context.spaceId, { id: personId, name: user.name, email: null, language: null, accountId, now: context.now });
  const mandate = { organisationId: null, validFrom: null, validUntil: null, ...user.mandate };
  await addMandate(context.db, context.spaceId, personId, { ...mandate, id: context.newId(), grantedBy: context.actor.personId, now: context.now });
  context.audit({ event: 'person.created', subject: { kind: 'person', id: personId }, name: user.name, changes: { mandate: [null, { role: mandate.role, scopeKind: mandate.scopeKind, scopeId: mandate.scopeId }] } });
  return true;
}

/** For whoever runs the machine: sets a password without knowing the old one, and ends every session of the account. */
export async function setUserPassword(context: Context, login: string, password: string): Promise<boolean> {
  const account = await findAccount(context.db, { login });
  if (!account) return false;
  await setPassword(context.db, account.id, await hash(password));
  await endOtherSessions(context.db, account.id, null, context.now);
  const { personId } = await actorInSpace(context.db, account.id, context.spaceId, context.now);
  if (personId) context.audit({ event: 'password.changed', subject: { kind: 'person', id: personId } });
  return true;
}

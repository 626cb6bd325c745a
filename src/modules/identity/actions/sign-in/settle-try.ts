import { verify, hash } from '@node-rs/argon2';
import type { Context } from '#platform/module/module.ts';
import { getPolicyRow } from '../../store/policy-store.ts';
import { getPerson } from '../../store/person-store.ts';
import { actorInSpace, listSpacesOf, type AccountRow } from '../../store/session-store.ts';
import { keepTries, lockTries } from '../../store/tries-store.ts';
import { afterWrongTry, isLocked, noTries } from '../../words/security.rules.ts';

/** Checked against when there is no such account or password, so that every answer takes the same time. */
const decoy = hash('no account has this password');

/** Whether the password is right and may count. The caller refuses with `failAndKeep`, or the count would be lost. */
export async function isPasswordRight(context: Context, account: AccountRow | null, password: string): Promise<boolean> {
  const matches = await verify(account?.password_hash ?? (await decoy), password);
  return account !== null && settleTry(context, account.id, matches && account.password_hash !== null);
}

/**
 * Decides about a try after it was checked, with the account's row held: of many tries at one instant only as many
 * count as the rules allow. While an account is locked even the right secret is refused, in the same words.
 */
export async function settleTry(context: Context, accountId: string, isRight: boolean): Promise<boolean> {
  const { db, now } = context;
  const before = await lockTries(db, accountId);
  if (isLocked(before, now.toISOString())) return false;
  if (isRight) return true;
  const home = context.spaceId;
  const spaces = await listSpacesOf(db, accountId);
  const limits: number[] = [];
  for (const space of spaces) {
    await context.enterSpace(space.id);
    limits.push((await getPolicyRow(db, space.id)).lockAfter);
  }
  const tries = afterWrongTry(before, Math.min(...limits, 50), now.toISOString());
  await keepTries(db, accountId, tries);
  if (tries.lockedUntil) for (const space of spaces) await tellLock(context, space.id, accountId, tries.lockedUntil);
  if (home !== '') await context.enterSpace(home);
  return false;
}

/** Only after the whole sign-in: a right password must not give new tries at the code. */
export async function forgetTries(context: Context, accountId: string): Promise<void> {
  const tries = await lockTries(context.db, accountId);
  if (tries.failed > 0) await keepTries(context.db, accountId, noTries);
}

async function tellLock(context: Context, spaceId: string, accountId: string, until: string): Promise<void> {
  await context.enterSpace(spaceId);
  const { personId } = await actorInSpace(context.db, accountId, spaceId, context.now);
  const person = personId ? await getPerson(context.db, spaceId, personId, context.now) : null;
  if (!person) return;
  const by = context.actor;
  if (!by.personId) context.actor = { ...by, name: 'Clusterloom' };
  context.audit({ event: 'account.locked', subject: { kind: 'person', id: person.id }, name: person.name, changes: { lockedUntil: [null, until] } });
  context.actor = by;
  context.notify({ kind: 'identity.accountLocked', subject: { kind: 'person', id: person.id }, href: '/account', to: { people: [person.id] }, groupKey: `lock ${person.id}` });
}

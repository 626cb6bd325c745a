import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { findFactor, removeFactorRows } from '../../store/factor-store.ts';
import { keysOf } from '../../store/key-store.ts';
import { openSessionsOf } from '../../store/own-session-store.ts';
import { getPerson } from '../../store/person-store.ts';
import { getPolicyRow } from '../../store/policy-store.ts';
import { endOtherSessions, findAccount } from '../../store/session-store.ts';
import { keepTries, lockTries } from '../../store/tries-store.ts';
import type { endPersonSessions, getSignInState, resetFactor, unlockAccount } from '../../words/security.contract.ts';
import { isLocked, noTries, owesFactor } from '../../words/security.rules.ts';
import type { SignInState } from '../../words/security.schema.ts';
import type { Person } from '../../identity.schema.ts';

interface Held {
  person: Person;
  accountId: string | null;
}

async function heldBy(context: Context, personId: string): Promise<Held | null> {
  const person = await getPerson(context.db, context.spaceId, personId, context.now);
  const account = person?.login ? await findAccount(context.db, { login: person.login }) : null;
  return person ? { person, accountId: account?.id ?? null } : null;
}

async function stateOf(context: Context, { person, accountId }: Held): Promise<SignInState> {
  const rules = await getPolicyRow(context.db, context.spaceId);
  const factorRequired = owesFactor(person.mandates.filter((mandate) => mandate.state === 'inForce'), rules);
  const openKeys = (await keysOf(context.db, context.spaceId, person.id, context.now)).filter((key) => key.state === 'inForce').length;
  if (!accountId) return { hasAccount: false, factor: 'none', factorRequired, lockedUntil: null, failedTries: 0, openSessions: 0, lastSeenAt: null, openKeys };
  const tries = await lockTries(context.db, accountId);
  const sessions = await openSessionsOf(context.db, accountId, rules, context.now);
  return {
    hasAccount: true,
    factor: (await findFactor(context.db, accountId))?.confirmedAt ? 'enrolled' : 'none',
    factorRequired,
    lockedUntil: isLocked(tries, context.now.toISOString()) ? tries.lockedUntil : null,
    failedTries: tries.failed,
    openSessions: sessions.length,
    lastSeenAt: sessions[0]?.last_seen_at ?? null,
    openKeys,
  };
}

async function changed(context: Context, held: Held, event: string): Promise<Result<SignInState>> {
  const subject = { kind: 'person', id: held.person.id };
  context.audit({ event, subject, name: held.person.name });
  context.notify({ kind: 'identity.signInChanged', subject, href: '/account', to: { people: [held.person.id] }, params: { event } });
  return ok(await stateOf(context, held));
}

export const viewSignIn: Action<typeof getSignInState> = async (context, { params }) => {
  const held = await heldBy(context, params.personId);
  return held ? ok(await stateOf(context, held)) : fail('notFound');
};

export const unlock: Action<typeof unlockAccount> = async (context, { params }) => {
  const held = await heldBy(context, params.personId);
  if (!held) return fail('notFound');
  if (!held.accountId) return ok(await stateOf(context, held));
  await keepTries(context.db, held.accountId, noTries);
  return changed(context, held, 'account.unlocked');
};

/** Ends the sessions too: whoever lost the phone may have lost more. */
export const resetFactorAction: Action<typeof resetFactor> = async (context, { params }) => {
  const held = await heldBy(context, params.personId);
  if (!held) return fail('notFound');
  if (!held.accountId || !(await findFactor(context.db, held.accountId))) return fail('factorMissing');
  await removeFactorRows(context.db, held.accountId);
  await endOtherSessions(context.db, held.accountId, context.actor.sessionId, context.now);
  return changed(context, held, 'factor.reset');
};

export const endSessionsOf: Action<typeof endPersonSessions> = async (context, { params }) => {
  const held = await heldBy(context, params.personId);
  if (!held) return fail('notFound');
  if (!held.accountId) return ok(await stateOf(context, held));
  await endOtherSessions(context.db, held.accountId, context.actor.sessionId, context.now);
  return changed(context, held, 'session.endedByOperator');
};

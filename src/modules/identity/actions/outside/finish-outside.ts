import type { OutsidePerson } from '#platform/auth/outside-sign-in.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, failAndKeep, ok, type Result } from '#platform/result/result.rules.ts';
import { accountBehind, accountsByEmail, allSpaceIds, linkAccount, takeAttempt } from '../../store/outside-store.ts';
import { getPerson } from '../../store/person-store.ts';
import { actorInSpace, listSpacesOf, tokenHash } from '../../store/session-store.ts';
import type { finishOutside } from '../../words/outside.contract.ts';
import { takeInvitation } from '../invite.ts';
import { letIn } from '../sign-in/let-in.ts';
import { attemptPurpose, type Attempt } from './begin-outside.ts';

/**
 * Nobody gets an account by signing in elsewhere: the provider's word is linked once, by a verified address that a
 * person of this installation already has, or by an invitation; from then on by the provider's own name for them.
 */
export const finishOutsideAction: Action<typeof finishOutside> = async (context, { body }) => {
  const { outside, secrets } = context.installation;
  if (!outside) return fail('outsideOff');
  const state = body.answer['state'] ?? '';
  const stateHash = tokenHash(state);
  const sealed = await takeAttempt(context.db, stateHash, tokenHash(body.browser), context.now);
  const opened = sealed ? secrets.open(sealed, attemptPurpose(stateHash)) : null;
  if (opened === null) return failAndKeep('outsideOver');
  const attempt = JSON.parse(opened) as Attempt;
  const finished = await outside.finish(body.answer, state, attempt);
  if (!finished.ok) return failAndKeep(finished.reason);
  const found = await accountFor(context, finished.value, attempt.invitation);
  if (!found.ok) return failAndKeep(found.reason);
  const entered = await letIn(context, found.value, { code: false });
  return entered.ok ? ok({ ...entered.value, next: attempt.next }) : entered;
};

async function accountFor(context: Context, person: OutsidePerson, invitation: string | null): Promise<Result<string>> {
  const known = await accountBehind(context.db, person.issuer, person.subject);
  if (known) return ok(known);
  if (invitation) return accountOfInvitation(context, person, invitation);
  const accountId = person.email ? await accountOfEmail(context, person.email) : null;
  return accountId && (await link(context, person, accountId)) ? ok(accountId) : fail('outsideUnknown');
}

async function accountOfInvitation(context: Context, person: OutsidePerson, token: string): Promise<Result<string>> {
  const asked = person.login?.toLowerCase().replaceAll(/[^\p{L}\p{N}._@+-]/gu, '').slice(0, 60) ?? '';
  const short = tokenHash(`${person.issuer} ${person.subject}`).slice(0, 8);
  for (const login of [...(asked.length >= 2 ? [asked] : []), `${asked || 'member'}-${short}`]) {
    const taken = await takeInvitation(context, token, { login, passwordHash: null });
    if (taken.ok) return (await link(context, person, taken.value)) ? taken : fail('outsideUnknown');
    if (taken.reason !== 'loginTaken') return taken;
  }
  return fail('outsideUnknown');
}

/** Exactly one account, and known by this address in each of its spaces: an operator of one space must not open another. */
async function accountOfEmail(context: Context, email: string): Promise<string | null> {
  const matches: string[] = [];
  for (const spaceId of await allSpaceIds(context.db)) {
    await context.enterSpace(spaceId);
    matches.push(...(await accountsByEmail(context.db, spaceId, email)));
  }
  const [accountId, ...others] = new Set(matches);
  if (!accountId || others.length > 0) return null;
  return (await listSpacesOf(context.db, accountId)).length === matches.length ? accountId : null;
}

async function link(context: Context, person: OutsidePerson, accountId: string): Promise<boolean> {
  if (!(await linkAccount(context.db, { issuer: person.issuer, subject: person.subject, accountId, now: context.now }))) return false;
  const before = context.actor;
  for (const space of await listSpacesOf(context.db, accountId)) {
    await context.enterSpace(space.id);
    context.actor = await actorInSpace(context.db, accountId, space.id, context.now);
    const { personId } = context.actor;
    const known = personId ? await getPerson(context.db, space.id, personId, context.now) : null;
    if (!known) continue;
    const subject = { kind: 'person', id: known.id };
    context.audit({ event: 'account.linked', subject, name: known.name });
    context.notify({ kind: 'identity.accountLinked', subject, href: '/account', to: { people: [known.id] } });
  }
  context.actor = before;
  return true;
}

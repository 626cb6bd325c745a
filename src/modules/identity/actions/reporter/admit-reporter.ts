import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { Mandate } from '../../identity.schema.ts';
import { addPerson, getPerson } from '../../store/person-store.ts';
import { actorInSpace, addAccount, endSession, findAccount, joinSpace, openSession } from '../../store/session-store.ts';
import { performEnd, performGrant } from '../grant-mandate.ts';

export interface ReporterAsked {
  /** Somebody who has proved the same address before; null for somebody new. */
  personId: string | null;
  name: Name;
  email: string | null;
  organisationId: string;
  /** Who vouched for them: the office that sent the link. */
  invitedBy: string | null;
}

const isFor = (organisationId: string) => ({ role, scopeKind, scopeId, state }: Mandate): boolean => role === 'organisationRepresentative' && scopeKind === 'organisation' && scopeId === organisationId && state === 'inForce';

/**
 * Makes somebody who proved an address their firm's representative and lets them in, without a password: the session is
 * of the stage `link`, and whatever asks for a strong sign-in stays closed. The caller has checked link and code.
 */
export async function admitReporter(context: Context, asked: ReporterAsked): Promise<Result<{ personId: string }>> {
  const { db, spaceId, now } = context;
  const known = asked.personId ? await getPerson(db, spaceId, asked.personId, now) : null;
  const usable = known && known.state === 'active' && known.login !== null ? { personId: known.id, login: known.login } : null;
  const personId = usable?.personId ?? context.newId();
  const accountId = usable ? (await findAccount(db, { login: usable.login }))?.id : context.newId();
  if (!accountId) return fail('noSpace');
  if (!usable) {
    // A name to sign in with that nobody can guess or use: it has no password.
    await addAccount(db, { id: accountId, login: `reporter-${accountId}`, passwordHash: null, now });
    await joinSpace(db, accountId, spaceId);
    await addPerson(db, spaceId, { id: personId, name: asked.name, email: asked.email, language: context.language, accountId, now });
  }
  const before = context.actor.sessionId;
  context.actor = { ...(await actorInSpace(db, accountId, spaceId, now)), byLink: true };
  if (!(known?.mandates ?? []).some(isFor(asked.organisationId)) || !usable) {
    const mandate = { role: 'organisationRepresentative' as const, powers: null, scopeKind: 'organisation' as const, scopeId: asked.organisationId, organisationId: asked.organisationId, validFrom: null, validUntil: null, reason: null };
    const granted = await performGrant(context, personId, mandate, context.newId(), asked.invitedBy);
    if (!granted.ok) return granted;
  }
  if (before) await endSession(db, before, now);
  const { token, expiresAt } = await openSession(db, { id: context.newId(), accountId, spaceId, now, device: context.device, stage: 'link' });
  context.reply.setSession(token, expiresAt);
  context.actor = { ...(await actorInSpace(db, accountId, spaceId, now)), byLink: true };
  context.audit({ event: 'reporter.admitted', subject: { kind: 'person', id: personId }, name: known?.name ?? asked.name });
  return ok({ personId });
}

/** Ends what somebody holds for one firm; their rights end with it, also in sessions that are open. */
export async function dismissReporter(context: Context, personId: string, organisationId: string): Promise<void> {
  const person = await getPerson(context.db, context.spaceId, personId, context.now);
  for (const mandate of (person?.mandates ?? []).filter(isFor(organisationId)).filter(({ postId }) => postId === null)) await performEnd(context, mandate, context.actor.personId);
}

import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { sql } from 'kysely';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { acceptInvitation, createInvitation } from '../identity.contract.ts';
import { invitationDays } from '../identity.rules.ts';
import { addInvitation, closeInvitation, findInvitation, withdrawInvitations } from '../store/invitation-store.ts';
import { attachAccount, getPerson } from '../store/person-store.ts';
import { actorInSpace, addAccount, joinSpace, openSession, tokenHash } from '../store/session-store.ts';

/** The link carries the space and a secret; a new invitation withdraws the ones before it. */
export const invitePerson: Action<typeof createInvitation> = async (context, { params }) => {
  const person = await getPerson(context.db, context.spaceId, params.personId, context.now);
  if (!person) return fail('notFound');
  if (person.login !== null) return fail('loginTaken');
  await withdrawInvitations(context.db, context.spaceId, person.id, context.now);
  const token = `${context.spaceId}.${randomBytes(24).toString('base64url')}`;
  const invitation = { id: context.newId(), personId: person.id, expiresAt: new Date(context.now.getTime() + invitationDays * 86_400_000) };
  await addInvitation(context.db, context.spaceId, { ...invitation, tokenHash: tokenHash(token), invitedBy: context.actor.personId, now: context.now });
  context.audit({ event: 'invitation.created', subject: { kind: 'person', id: person.id }, name: person.name });
  return ok({ ...invitation, token, expiresAt: invitation.expiresAt.toISOString() });
};

/** Makes the invited person's account, once; answers its id. The caller lets it in or links it. */
export async function takeInvitation(context: Context, token: string, account: { login: string; passwordHash: string | null }): Promise<Result<string>> {
  const spaceId = /^([0-9a-f-]{36})\./.exec(token)?.[1];
  const known = spaceId ? await sql`select 1 from space where id::text = ${spaceId}`.execute(context.db) : null;
  if (!spaceId || known?.rows.length !== 1) return fail('invitationDead');
  await context.enterSpace(spaceId);
  const invitation = await findInvitation(context.db, spaceId, tokenHash(token));
  if (!invitation || invitation.closed || invitation.expires_at <= context.now.toISOString()) return fail('invitationDead');
  const accountId = context.newId();
  if (!(await addAccount(context.db, { id: accountId, ...account, now: context.now }))) return fail('loginTaken');
  await joinSpace(context.db, accountId, spaceId);
  if (!(await attachAccount(context.db, spaceId, invitation.person_id, accountId))) return fail('invitationDead');
  await closeInvitation(context.db, spaceId, invitation.id, context.now);
  context.actor = await actorInSpace(context.db, accountId, spaceId, context.now);
  const person = await getPerson(context.db, spaceId, invitation.person_id, context.now);
  context.audit({ event: 'invitation.accepted', subject: { kind: 'person', id: invitation.person_id }, ...(person ? { name: person.name } : {}) });
  if (invitation.invited_by) context.notify({ kind: 'identity.invitationAccepted', subject: { kind: 'person', id: invitation.person_id }, href: `/administration/people/${invitation.person_id}`, to: { people: [invitation.invited_by] }, ...(person ? { name: person.name } : {}) });
  return ok(accountId);
}

export const acceptInvitationAction: Action<typeof acceptInvitation> = async (context, { body }) => {
  const taken = await takeInvitation(context, body.token, { login: body.login, passwordHash: await hash(body.password) });
  if (!taken.ok) return taken;
  const { token, expiresAt } = await openSession(context.db, { id: context.newId(), accountId: taken.value, spaceId: context.spaceId, now: context.now, device: context.device });
  context.reply.setSession(token, expiresAt);
  return ok({ signedIn: true });
};

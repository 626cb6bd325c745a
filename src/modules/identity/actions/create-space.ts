import { isEmptyScope, scopeOf } from '#platform/auth/permission.rules.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { createSpace, removeSpace } from '../identity.contract.ts';
import { identityPermissions } from '../identity.rules.ts';
import { addMandate, addPerson, getPerson } from '../store/person-store.ts';
import { actorInSpace, addSpace, joinSpace, listSpacesOf } from '../store/session-store.ts';

/** A space of one's own: its founder is its first operator; the reference pack is loaded when wished. */
export const createSpaceAction: Action<typeof createSpace> = async (context, { body }) => {
  const { accountId, name } = context.actor;
  if (!accountId) return fail('signInRequired');
  // The address comes along: without it the same person could not be recognised by it here.
  const self = context.actor.personId ? await getPerson(context.db, context.spaceId, context.actor.personId, context.now) : null;
  const spaceId = context.newId();
  const space = await addSpace(context.db, { id: spaceId, name: body.name, kind: 'own', now: context.now });
  await context.enterSpace(spaceId);
  const personId = context.newId();
  await addPerson(context.db, spaceId, { id: personId, name: { zh: name }, email: self?.email ?? null, language: context.actor.language, accountId, now: context.now });
  await joinSpace(context.db, accountId, spaceId);
  const mandate = { role: 'operator' as const, scopeKind: 'space' as const, scopeId: null, organisationId: null, validFrom: null, validUntil: null };
  await addMandate(context.db, spaceId, personId, { ...mandate, id: context.newId(), grantedBy: null, now: context.now });
  context.actor = await actorInSpace(context.db, accountId, spaceId, context.now);
  context.audit({ event: 'space.created', subject: { kind: 'space', id: spaceId }, name: body.name });
  if (body.withPack) for (const start of context.contributions.spaceStarters) await start(context);
  return ok(space);
};

/** Only the sample can be removed, by an operator of the sample who stands in another space. */
export const removeSpaceAction: Action<typeof removeSpace> = async (context, { params }) => {
  const { accountId } = context.actor;
  const spaces = accountId ? await listSpacesOf(context.db, accountId) : [];
  const target = spaces.find((space) => space.id === params.spaceId);
  if (!target || !accountId) return fail('noSpace');
  if (target.kind !== 'sample') return fail('ownSpaceOnly');
  const home = context.spaceId;
  if (target.id === home) return fail('currentSpace');
  await context.enterSpace(target.id);
  const there = await actorInSpace(context.db, accountId, target.id, context.now);
  if (isEmptyScope(scopeOf(there.mandates, identityPermissions['space.remove'])) || isEmptyScope(context.scope('space.remove'))) return fail('notAllowed');
  await context.enterSpace(home);
  context.audit({ event: 'space.removed', subject: { kind: 'space', id: target.id }, name: target.name });
  context.reply.removeSpace(target.id);
  return ok(null);
};

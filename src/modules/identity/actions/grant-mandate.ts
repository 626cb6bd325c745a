import type { Role } from '#platform/auth/permission.rules.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { endMandate, grantMandate } from '../identity.contract.ts';
import { canEndMandate, canTakePowers, powersOf, roleScopes } from '../identity.rules.ts';
import { addMandate,  endMandateRow, getPerson, lockMandates, mandatesOf, otherOperators } from '../store/person-store.ts';
import { nameScopes } from './name-scopes.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const grantMandateAction: Action<typeof grantMandate> = async (context, { params, body: given }) => {
  // Rights compare ids letter by letter; territories such as `world:DE` keep theirs.
  const body = { ...given, scopeId: given.scopeId && uuid.test(given.scopeId) ? given.scopeId.toLowerCase() : given.scopeId };
  if (!roleScopes[body.role as Role].includes(body.scopeKind)) return fail('scopeNotForRole');
  if (body.powers !== null && body.role !== 'operator') return fail('powersNotForRole');
  if (params.personId === context.actor.personId && !canTakePowers(context.actor.mandates, powersOf(body))) return fail('powerNotHeld');
  const loader = context.contributions.subjects[body.scopeKind];
  if (body.scopeId !== null && (!loader || (await loader.byId(context.db, body.scopeId)) === null)) return fail('scopeUnknown');
  const organisation = body.organisationId === null ? null : await context.contributions.subjects['organisation']?.byId(context.db, body.organisationId);
  if (organisation === null && body.organisationId !== null) return fail('scopeUnknown');
  const id = context.newId();
  await addMandate(context.db, context.spaceId, params.personId, { ...body, id, grantedBy: context.actor.personId, now: context.now });
  const granted = (await mandatesOf(context.db, context.spaceId, [params.personId], context.now)).get(params.personId)?.find((mandate) => mandate.id === id);
  const person = await getPerson(context.db, context.spaceId, params.personId, context.now);
  if (!granted || !person) return fail('notFound');
  context.audit({ event: 'mandate.granted', subject: { kind: 'person', id: params.personId }, name: person.name, changes: { mandate: [null, { role: body.role, ...(body.powers ? { powers: body.powers } : {}), scopeKind: body.scopeKind, scopeId: body.scopeId }] } });
  const [named] = await nameScopes(context, [granted]);
  return ok(named ?? granted);
};

export const endMandateAction: Action<typeof endMandate> = async (context, { params }) => {
  // One at a time, or the last two operators could end each other at the same instant.
  await lockMandates(context.db, context.spaceId);
  const held = (await mandatesOf(context.db, context.spaceId, [params.personId], context.now)).get(params.personId) ?? [];
  const mandate = held.find((candidate) => candidate.id === params.mandateId);
  if (!mandate) return fail('notFound');
  if (mandate.state === 'ended') return fail('mandateEnded');
  const verdict = canEndMandate(mandate, await otherOperators(context.db, context.spaceId, mandate.id, context.now));
  if (!verdict.allowed) return fail(verdict.reason);
  await endMandateRow(context.db, context.spaceId, mandate.id, context.actor.personId, context.now);
  const person = await getPerson(context.db, context.spaceId, params.personId, context.now);
  context.audit({ event: 'mandate.ended', subject: { kind: 'person', id: params.personId }, ...(person ? { name: person.name } : {}), changes: { mandate: [{ role: mandate.role, ...(mandate.powers ? { powers: mandate.powers } : {}), scopeKind: mandate.scopeKind, scopeId: mandate.scopeId }, null] } });
  return ok({ ...mandate, validUntil: context.now.toISOString(), state: 'ended' });
};

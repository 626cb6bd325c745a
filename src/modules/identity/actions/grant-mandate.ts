import type { Role } from '#platform/auth/permission.rules.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { endMandate, grantMandate } from '../identity.contract.ts';
import { canEndMandate, canTakePowers, powersOf, roleScopes } from '../identity.rules.ts';
import type { Mandate, MandateInput } from '../identity.schema.ts';
import { addMandate, allOrSome, endMandateRow, getPerson, lockMandates, mandatesOf, otherOperators } from '../store/person-store.ts';
import { mandateDeeds } from '../words/approval.rules.ts';
import { requestApproval, sideOf } from './approval/request-approval.ts';
import { nameScopes } from './name-scopes.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether such a mandate can exist at all, with its ids as rights compare them: letter by letter. */
export async function checkMandate(context: Context, given: MandateInput): Promise<Result<MandateInput>> {
  const body = { ...given, scopeId: given.scopeId && uuid.test(given.scopeId) ? given.scopeId.toLowerCase() : given.scopeId, powers: allOrSome(given.powers) };
  if (!roleScopes[body.role as Role].includes(body.scopeKind)) return fail('scopeNotForRole');
  if (body.powers !== null && body.role !== 'operator') return fail('powersNotForRole');
  if (body.validUntil && body.validUntil < (body.validFrom ?? context.now.toISOString())) return fail('periodOver');
  const loader = context.contributions.subjects[body.scopeKind];
  if (body.scopeId !== null && (!loader || (await loader.byId(context.db, body.scopeId)) === null)) return fail('scopeUnknown');
  const organisation = body.organisationId === null ? null : await context.contributions.subjects['organisation']?.byId(context.db, body.organisationId);
  return organisation === null && body.organisationId !== null ? fail('scopeUnknown') : ok(body);
}

/** Writes the mandate, in the name of whoever asked for it. */
export async function performGrant(context: Context, personId: string, body: MandateInput, id: string, grantedBy: string | null): Promise<Result<Mandate>> {
  const checked = await checkMandate(context, body);
  if (!checked.ok) return checked;
  await addMandate(context.db, context.spaceId, personId, { ...checked.value, id, grantedBy, now: context.now });
  const granted = (await mandatesOf(context.db, context.spaceId, [personId], context.now)).get(personId)?.find((mandate) => mandate.id === id);
  const person = await getPerson(context.db, context.spaceId, personId, context.now);
  if (!granted || !person) return fail('notFound');
  context.audit({ event: 'mandate.granted', subject: { kind: 'person', id: personId }, name: person.name, changes: { mandate: [null, mandateFacts(granted)] } });
  tellHolder(context, 'identity.mandateGranted', granted);
  return ok(granted);
}

function tellHolder(context: Context, kind: 'identity.mandateGranted' | 'identity.mandateEnded', mandate: Mandate): void {
  if (mandate.personId === context.actor.personId) return;
  context.notify({ kind, subject: { kind: 'person', id: mandate.personId }, href: '/account', to: { people: [mandate.personId] }, params: { role: `@identity.role.${mandate.role}` } });
}

const mandateFacts = (mandate: Pick<Mandate, 'role' | 'powers' | 'scopeKind' | 'scopeId'>) => ({ role: mandate.role, ...(mandate.powers ? { powers: mandate.powers } : {}), scopeKind: mandate.scopeKind, scopeId: mandate.scopeId });

export const grantMandateAction: Action<typeof grantMandate> = async (context, { params, body: given }) => {
  if (params.personId === context.actor.personId && !canTakePowers(context.actor.mandates, powersOf(given))) return fail('powerNotHeld');
  const checked = await checkMandate(context, given);
  if (!checked.ok) return checked;
  const { reason, ...body } = checked.value;
  const id = context.newId();
  if (mandateDeeds.grant(body)) {
    const person = await getPerson(context.db, context.spaceId, params.personId, context.now);
    const asked = await requestApproval(context, { kind: 'mandate.grant', subject: { kind: 'person', id: params.personId }, name: person?.name, payload: { personId: params.personId, mandate: body }, reason });
    if (!asked.ok) return asked;
    if (asked.value.state === 'requested') {
      const from = body.validFrom ?? context.now.toISOString();
      const [named] = await nameScopes(context, [{ ...body, id, personId: params.personId, postId: null, postName: null, validFrom: from, grantedAt: context.now.toISOString(), grantedBy: null, state: 'coming' }]);
      return named ? ok({ ...named, state: 'requested', approvalId: asked.value.approvalId }) : fail('notFound');
    }
    const [newest] = (await mandatesOf(context.db, context.spaceId, [params.personId], context.now)).get(params.personId)?.toSorted((a, b) => b.id.localeCompare(a.id)) ?? [];
    return newest ? ok({ ...newest, approvalId: null }) : fail('notFound');
  }
  const granted = await performGrant(context, params.personId, { ...body, reason: null }, id, context.actor.personId);
  if (!granted.ok) return granted;
  const [named] = await nameScopes(context, [granted.value]);
  return ok({ ...(named ?? granted.value), approvalId: null });
};

/** The mandate, if it can end now. One at a time, or the last two operators could end each other at the same instant. */
export async function endableMandate(context: Context, personId: string, mandateId: string): Promise<Result<Mandate>> {
  await lockMandates(context.db, context.spaceId);
  const held = (await mandatesOf(context.db, context.spaceId, [personId], context.now)).get(personId) ?? [];
  const mandate = held.find((candidate) => candidate.id === mandateId);
  if (!mandate) return fail('notFound');
  if (mandate.postId) return fail('mandateOfPost');
  if (mandate.state === 'ended') return fail('mandateEnded');
  const verdict = canEndMandate(mandate, await otherOperators(context.db, context.spaceId, mandate.id, context.now));
  return verdict.allowed ? ok(mandate) : fail(verdict.reason);
}

export async function performEnd(context: Context, mandate: Mandate, endedBy: string | null): Promise<void> {
  await endMandateRow(context.db, context.spaceId, mandate.id, endedBy, context.now);
  const person = await getPerson(context.db, context.spaceId, mandate.personId, context.now);
  context.audit({ event: 'mandate.ended', subject: { kind: 'person', id: mandate.personId }, ...(person ? { name: person.name } : {}), changes: { mandate: [mandateFacts(mandate), null] } });
  tellHolder(context, 'identity.mandateEnded', mandate);
}

export const endMandateAction: Action<typeof endMandate> = async (context, { params }) => {
  const found = await endableMandate(context, params.personId, params.mandateId);
  if (!found.ok) return found;
  const mandate = found.value;
  const ended = { ...mandate, validUntil: context.now.toISOString(), state: 'ended' as const, approvalId: null };
  if (mandateDeeds.end(mandate, sideOf(context))) {
    const person = await getPerson(context.db, context.spaceId, params.personId, context.now);
    const asked = await requestApproval(context, { kind: 'mandate.end', subject: { kind: 'person', id: params.personId }, name: person?.name, payload: { ...params } });
    if (!asked.ok) return asked;
    return ok(asked.value.state === 'requested' ? { ...mandate, approvalId: asked.value.approvalId } : ended);
  }
  await performEnd(context, mandate, context.actor.personId);
  return ok(ended);
};

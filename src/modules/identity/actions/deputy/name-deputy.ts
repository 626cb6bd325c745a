import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { addDeputy, endDeputyRow, findDeputy } from '../../store/deputy-store.ts';
import { mandatesInForce } from '../../store/right-holder-store.ts';
import { canNameDeputy } from '../../words/deputy.rules.ts';
import type { endDeputy, nameDeputy } from '../../words/deputy.contract.ts';
import type { Deputy } from '../../words/deputy.schema.ts';
import { superiorsOf } from '../post/holders.ts';

/** A holder decides for themselves; a superior or an operator may do it for somebody who is away. */
async function mayDecideFor(context: Context, holderId: string): Promise<boolean> {
  const { personId } = context.actor;
  if (personId === null) return false;
  if (personId === holderId || (await superiorsOf(context, holderId, context.now)).includes(personId)) return true;
  const facts = await context.contributions.subjects['person']?.byId(context.db, holderId);
  return facts ? context.allows('deputy.name', facts) : false;
}

function tell(context: Context, kind: string, deputy: Deputy): void {
  const told = [deputy.holder.id, deputy.deputy.id].filter((person) => person !== context.actor.personId);
  context.notify({ kind, subject: { kind: 'deputy', id: deputy.id }, href: '/account', to: { people: told }, name: deputy.holder.name });
}

export const nameDeputyAction: Action<typeof nameDeputy> = async (context, { body }) => {
  const { personId } = context.actor;
  const holderId = body.holderId ?? personId;
  if (!personId || !holderId) return fail('notAllowed');
  if (!(await mayDecideFor(context, holderId))) return fail('notAllowed');
  const held = (await mandatesInForce(context.db, context.spaceId, context.now, holderId)).get(holderId) ?? [];
  const deputySignsIn = ((await mandatesInForce(context.db, context.spaceId, context.now, body.deputyPersonId)).get(body.deputyPersonId) ?? []).length > 0;
  const verdict = canNameDeputy(body, holderId, context.now.toISOString(), { deputySignsIn, heldMandates: held.map((mandate) => mandate.id) });
  if (!verdict.allowed) return fail(verdict.reason);
  const id = context.newId();
  const from = body.validFrom ?? context.now.toISOString();
  await addDeputy(context.db, context.spaceId, { id, holderId, deputyId: body.deputyPersonId, kinds: [...new Set(body.kinds)], mandateId: body.mandateId, from, until: body.validUntil, reason: body.reason, namedBy: personId, now: context.now });
  const deputy = await findDeputy(context.db, context.spaceId, id, context.now);
  if (!deputy) return fail('notFound');
  context.audit({ event: 'deputy.named', subject: { kind: 'person', id: holderId }, name: deputy.holder.name, changes: { deputy: [null, { name: deputy.deputy.name, kinds: deputy.kinds, validFrom: from, validUntil: body.validUntil }] } });
  tell(context, 'identity.deputyNamed', deputy);
  return ok(deputy);
};

export const endDeputyAction: Action<typeof endDeputy> = async (context, { params }) => {
  const { personId } = context.actor;
  const deputy = personId ? await findDeputy(context.db, context.spaceId, params.deputyId, context.now) : null;
  if (!deputy) return fail('notFound');
  const involved = [deputy.holder.id, deputy.deputy.id, deputy.namedBy.id].includes(personId ?? '');
  if (!involved && !(await mayDecideFor(context, deputy.holder.id))) return fail('notFound');
  if (deputy.state === 'ended') return fail('deputyEnded');
  await endDeputyRow(context.db, context.spaceId, deputy.id, personId, context.now);
  context.audit({ event: 'deputy.ended', subject: { kind: 'person', id: deputy.holder.id }, name: deputy.holder.name, changes: { deputy: [{ name: deputy.deputy.name, kinds: deputy.kinds }, null] } });
  tell(context, 'identity.deputyEnded', deputy);
  return ok({ ...deputy, endedAt: context.now.toISOString(), state: 'ended' });
};

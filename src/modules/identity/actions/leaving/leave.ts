import type { Action, Context, HomeItem } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { addLeaving, findLeaving, finishLeaving, keepLines, keepSignature, leavingsFor, peopleByIds } from '../../store/leaving-store.ts';
import { heldMandates } from '../../store/holding-store.ts';
import { canStepLeaving, fulfilledBy } from '../../words/leaving.rules.ts';
import type { cancelLeaving, completeLeaving, getLeaving, planLeaving, signLeaving, startLeaving } from '../../words/leaving.contract.ts';
import { requestApproval } from '../approval/request-approval.ts';
import { leavingNow, planOf } from './leaving-view.ts';
import { performLeaving } from './perform-leaving.ts';

const note = (person: { id: string; name: { zh?: string | undefined; en?: string | undefined } }) => ({ subject: { kind: 'person', id: person.id }, name: person.name });

async function answer(context: Context, personId: string) {
  const now = await leavingNow(context, personId);
  if (!now) return fail('notFound');
  // A successor sees what comes to them, not everything that somebody holds.
  const leads = now.side.isLeaver || now.side.isStandIn;
  return ok(leads ? now.view : { ...now.view, lines: now.view.lines.filter((line) => line.successor?.id === context.actor.personId) });
}

export const getLeavingAction: Action<typeof getLeaving> = (context, { params }) => answer(context, params.personId);

export const startLeavingAction: Action<typeof startLeaving> = async (context, { params, body }) => {
  const now = await leavingNow(context, params.personId, true);
  if (!now || (!now.side.isLeaver && !now.side.isStandIn)) return fail('notFound');
  if (now.kept) return fail('leavingBegun');
  await addLeaving(context.db, context.spaceId, { id: context.newId(), personId: params.personId, lastDay: body.lastDay, reason: body.reason, by: context.actor.personId ?? '', now: context.now });
  context.audit({ event: 'leaving.started', ...note(now.view.person), changes: { validUntil: [null, body.lastDay] } });
  if (!now.side.isLeaver) context.notify({ kind: 'identity.leavingStarted', ...note(now.view.person), href: `/administration/people/${params.personId}/leaving`, to: { people: [params.personId] } });
  return answer(context, params.personId);
};

export const planLeavingAction: Action<typeof planLeaving> = async (context, { params, body }) => {
  const now = await leavingNow(context, params.personId, true);
  if (!now || (!now.side.isLeaver && !now.side.isStandIn)) return fail('notFound');
  if (!now.kept) return fail('leavingClosed');
  const known = new Set(now.view.lines.filter((line) => line.passes).map((line) => `${line.kind} ${line.id}`));
  if (body.lines.some((line) => !known.has(`${line.kind} ${line.id}`))) return fail('lineUnknown');
  const successors = [...new Set(body.lines.flatMap((line) => (line.successorId === null ? [] : [line.successorId])))];
  const people = await peopleByIds(context.db, context.spaceId, successors, true);
  if (successors.some((id) => id === params.personId || !people.has(id))) return fail('successorUnknown');
  await keepLines(context.db, context.spaceId, now.kept.id, body.lines);
  const before = new Set(now.view.lines.flatMap((line) => (line.successor ? [line.successor.id] : [])));
  const told = successors.filter((id) => !before.has(id) && id !== context.actor.personId);
  if (told.length > 0) context.notify({ kind: 'identity.leavingToSign', ...note(now.view.person), href: `/administration/people/${params.personId}/leaving`, to: { people: told } });
  return answer(context, params.personId);
};

/** Each side confirms in their own name. For a leaver who is gone, a superior or an operator signs, who gets nothing of it. */
export const signLeavingAction: Action<typeof signLeaving> = async (context, { params, body }) => {
  const now = await leavingNow(context, params.personId, true);
  const me = context.actor.personId;
  if (!now || !me) return fail('notFound');
  const verdict = canStepLeaving(now.kept?.state ?? null, 'sign', fulfilledBy(now.view));
  if (!now.kept || !verdict.allowed) return fail(verdict.allowed ? 'leavingClosed' : verdict.reason);
  if (body.side === 'leaver' && !now.side.isLeaver && !now.side.isStandIn) return fail('notAllowed');
  if (body.side === 'leaver' && now.side.isSuccessor) return fail('samePerson');
  if (body.side === 'successor' && !now.side.isSuccessor) return fail('notAllowed');
  const personId = body.side === 'leaver' ? params.personId : me;
  await keepSignature(context.db, context.spaceId, now.kept.id, { side: body.side, personId, signedBy: me, signed: planOf(now.view.lines, now.kept.last_day, body.side === 'leaver' ? null : me), now: context.now });
  context.audit({ event: personId === me ? 'leaving.signed' : 'leaving.signedFor', ...note(now.view.person) });
  return answer(context, params.personId);
};

export const completeLeavingAction: Action<typeof completeLeaving> = async (context, { params }) => {
  const now = await leavingNow(context, params.personId, true);
  if (!now || (!now.side.isLeaver && !now.side.isStandIn)) return fail('notFound');
  const verdict = canStepLeaving(now.kept?.state ?? null, 'complete', fulfilledBy(now.view));
  if (!now.kept || !verdict.allowed) return fail(verdict.allowed ? 'leavingClosed' : verdict.reason);
  const isOperator = (await heldMandates(context.db, [params.personId], context.now)).some((mandate) => mandate.role === 'operator');
  const inPerson = now.view.signatures.some((each) => each.side === 'leaver' && each.signedBy?.id === params.personId);
  // An operator who did not sign in person would be pushed out by it: that takes a second person, as ending the mandate would.
  if (isOperator && !inPerson) {
    const asked = await requestApproval(context, { kind: 'leaving.complete', ...note(now.view.person), payload: { personId: params.personId, leavingId: now.kept.id } });
    if (!asked.ok) return asked;
    const after = await answer(context, params.personId);
    return after.ok && asked.value.state === 'requested' ? ok({ ...after.value, approvalId: asked.value.approvalId }) : after;
  }
  const done = await performLeaving(context, now.kept, now.view);
  return done.ok ? answer(context, params.personId) : done;
};

export const cancelLeavingAction: Action<typeof cancelLeaving> = async (context, { params }) => {
  const now = await leavingNow(context, params.personId, true);
  if (!now || (!now.side.isLeaver && !now.side.isStandIn)) return fail('notFound');
  if (!now.kept || !canStepLeaving(now.kept.state, 'cancel', new Set()).allowed) return fail('leavingClosed');
  await finishLeaving(context.db, context.spaceId, now.kept.id, 'cancelled', context.actor.personId, context.now);
  context.audit({ event: 'leaving.cancelled', ...note(now.view.person) });
  return answer(context, params.personId);
};

/** What a successor has to sign. */
export async function leavingHomeItems(context: Context): Promise<HomeItem[]> {
  const me = context.actor.personId;
  if (!me || context.actor.acting) return [];
  const items: HomeItem[] = [];
  for (const person of await leavingsFor(context.db, context.spaceId, me)) {
    const now = await leavingNow(context, person.id);
    if (!now?.view.deeds.includes('signSuccessor')) continue;
    const kept = await findLeaving(context.db, context.spaceId, person.id);
    items.push({ key: `leaving ${person.id}`, text: { zh: `${person.name.zh ?? person.name.en ?? ''} 离任，移交给你，请签字`, en: `${person.name.en ?? person.name.zh ?? ''} leaves and hands over to you` }, href: `/administration/people/${person.id}/leaving`, verb: { zh: '签字', en: 'Sign' }, due: kept?.last_day ?? null });
  }
  return items;
}

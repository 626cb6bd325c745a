import type { ActorMandate } from '#platform/auth/actor.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { settleNotices } from '#platform/notice/settle.ts';
import { fail, failAndKeep, ok, type Result } from '#platform/result/result.rules.ts';
import { answerApproval, findApproval, type KeptApproval } from '../../store/approval-store.ts';
import { openDeputies } from '../../store/deputy-store.ts';
import { mandatesInForce } from '../../store/right-holder-store.ts';
import { canDecide, peopleBehind, type ApprovalVerb, type Side } from '../../words/approval.rules.ts';
import { mandatesForDeputy } from '../../words/deputy.rules.ts';
import type { approveApproval, rejectApproval, withdrawApproval } from '../../words/approval.contract.ts';
import type { Approval, ApprovalState } from '../../words/approval.schema.ts';
import { detailOf, hindranceOf, holdsRight, isAsker, isVisible } from './read-approvals.ts';
import { approvalKind, factsOf } from './request-approval.ts';

/** The request, locked, if this reader may take the step. */
async function load(context: Context, id: string, ifMatch: number | null, verb: ApprovalVerb): Promise<Result<KeptApproval>> {
  const kept = context.actor.personId ? await findApproval(context.db, context.spaceId, id, context.now, true) : null;
  if (!kept || !(await isVisible(context, kept))) return fail('notFound');
  if (kept.version !== ifMatch) return fail('changedMeanwhile');
  const hindrance = hindranceOf(context, kept);
  const fulfilled = new Set([...(hindrance === 'yes' ? ['secondPerson'] : []), ...(isAsker(context, kept) ? ['asker'] : []), 'unchanged']);
  const verdict = canDecide(kept.state, verb, fulfilled);
  if (!verdict.allowed && verdict.reason === 'wrongState') return fail('approvalClosed');
  if (verb !== 'withdraw' && hindrance !== 'yes') return fail(hindrance === 'samePerson' ? 'samePerson' : 'concernedPerson');
  if (!verdict.allowed || (verb !== 'withdraw' && !(await holdsRight(context, kept)))) return fail('notAllowed');
  return ok(kept);
}

/** What a side holds now: its own mandates, or the holder's as long as the deputyship lasts. */
async function mandatesOfSide(context: Context, side: Side): Promise<ActorMandate[]> {
  const holder = side.forPersonId ?? side.personId;
  const held = (await mandatesInForce(context.db, context.spaceId, context.now, holder)).get(holder) ?? [];
  if (side.forPersonId === null) return held;
  const deputies = (await openDeputies(context.db, context.spaceId, 'deputy', [side.personId], context.now)).filter((deputy) => deputy.state === 'inForce' && deputy.holder.id === holder);
  return deputies.flatMap((deputy) => mandatesForDeputy(held, deputy.mandateId));
}

/** Whether what was asked still stands: its records are as they were, and whoever asked still holds the right to ask. */
async function isUnchanged(context: Context, kept: KeptApproval): Promise<boolean> {
  const kind = approvalKind(context, kept.kind);
  if (((await kind.stamp?.(context, kept.payload)) ?? '') !== kept.stamp) return false;
  const facts = await factsOf(context, { kind: kept.subjectKind, id: kept.subjectId }, kept.facts);
  const held = await mandatesOfSide(context, kept.requested);
  return facts !== null && context.wouldAllow(held, kind.asks ?? kind.permission, facts);
}

async function answer(context: Context, kept: KeptApproval, state: ApprovalState, decision: string | null, href: string | null): Promise<Result<Approval>> {
  const { personId, acting } = context.actor;
  await answerApproval(context.db, context.spaceId, kept.id, { state, by: personId, for: acting?.personId ?? null, decision, href, now: context.now });
  const name = kept.subjectName ? { name: kept.subjectName } : {};
  context.audit({ event: `approval.${state}`, subject: { kind: kept.subjectKind, id: kept.subjectId }, ...name, changes: { approval: [{ kind: kept.kind, state: kept.state }, { kind: kept.kind, state, decision }] } });
  await settleNotices(context, { kind: 'approval', id: kept.id }, ['identity.approvalRequested']);
  const told = peopleBehind(kept.requested).filter((person) => person !== personId);
  if (told.length > 0) context.notify({ kind: 'identity.approvalAnswered', subject: { kind: 'approval', id: kept.id }, href: `/approvals/${kept.id}`, to: { people: told }, ...name, params: { state } });
  const now = await findApproval(context.db, context.spaceId, kept.id, context.now);
  return now ? ok(await detailOf(context, now)) : fail('notFound');
}

export const approveAction: Action<typeof approveApproval> = async (context, { params, body, ifMatch }) => {
  const loaded = await load(context, params.approvalId, ifMatch, 'approve');
  if (!loaded.ok) return loaded;
  const kept = loaded.value;
  if (!(await isUnchanged(context, kept))) {
    await answer(context, kept, 'expired', null, null);
    return failAndKeep('approvalStale');
  }
  const request = { id: kept.id, payload: kept.payload, requestedBy: kept.requested.personId, approvedBy: context.actor.personId ?? '' };
  const done = await approvalKind(context, kept.kind).apply(context, request);
  return done.ok ? answer(context, kept, 'approved', body.note, done.value.href) : done;
};

export const rejectAction: Action<typeof rejectApproval> = async (context, { params, body, ifMatch }) => {
  const loaded = await load(context, params.approvalId, ifMatch, 'reject');
  return loaded.ok ? answer(context, loaded.value, 'rejected', body.reason, null) : loaded;
};

export const withdrawAction: Action<typeof withdrawApproval> = async (context, { params, ifMatch }) => {
  const loaded = await load(context, params.approvalId, ifMatch, 'withdraw');
  return loaded.ok ? answer(context, loaded.value, 'withdrawn', null, null) : loaded;
};

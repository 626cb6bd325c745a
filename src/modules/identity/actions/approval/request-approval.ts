import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { ApprovalKind, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { addApproval, isAskedAlready } from '../../store/approval-store.ts';
import { mandatesInForce } from '../../store/right-holder-store.ts';
import { approvalDays, areTwoPeople, type Side } from '../../words/approval.rules.ts';

export interface ApprovalAsk {
  /** One of the contributed `approvalKinds`. */
  kind: string;
  subject: { kind: string; id: string };
  /** Name of the subject, for lists and notices. */
  name?: Name | undefined;
  /** Plain JSON: everything that `apply` needs. It is what the second person sees, and it never changes. */
  payload: Record<string, unknown>;
  reason?: string | null;
  /** Only for subjects that no room loads: what the deciding right is checked against. */
  facts?: ScopeFacts;
  due?: Date;
}
/** Either it waits, or nobody else could decide and it is done already. */
export type ApprovalOutcome = { state: 'requested'; approvalId: string } | { state: 'done'; href: string | null };

export const sideOf = (context: Context): Side => ({ personId: context.actor.personId ?? '', forPersonId: context.actor.acting?.personId ?? null });

export function approvalKind(context: Context, kind: string): ApprovalKind {
  const found = context.contributions.approvalKinds.find((each) => each.kind === kind);
  if (!found) throw new Error(`no room contributes the approval ${kind}`);
  return found;
}

/** What the deciding right is checked against: the subject as it is now. Null when it is gone. */
export async function factsOf(context: Context, subject: { kind: string; id: string }, given: ScopeFacts | null): Promise<ScopeFacts | null> {
  const loader = context.contributions.subjects[subject.kind];
  return loader ? loader.byId(context.db, subject.id) : given;
}

/** People who could be the second person here: they can sign in, hold the right themselves, and stand on neither side. */
export async function secondPeople(context: Context, permission: string, facts: ScopeFacts, concerned: readonly string[]): Promise<string[]> {
  const held = await mandatesInForce(context.db, context.spaceId, context.now);
  const free = [...held].filter(([personId]) => areTwoPeople(sideOf(context), { personId, forPersonId: null }, concerned) === 'yes');
  return free.filter(([, mandates]) => context.wouldAllow(mandates, permission, facts)).map(([personId]) => personId);
}

/**
 * Asks for a second person. Where nobody else in the space holds the right, the deed is done at once and the audit
 * says that it was done alone. Asking twice for the same answers the request that waits already.
 */
export async function requestApproval(context: Context, ask: ApprovalAsk): Promise<Result<ApprovalOutcome>> {
  const kind = approvalKind(context, ask.kind);
  const { personId } = context.actor;
  if (!personId) return fail('notAllowed');
  const facts = await factsOf(context, ask.subject, ask.facts ?? null);
  if (!facts) return fail('notFound');
  const waiting = await isAskedAlready(context.db, context.spaceId, ask, context.now);
  if (waiting) return ok({ state: 'requested', approvalId: waiting });
  const concerned = [...(kind.concerns?.(ask.payload) ?? [])];
  const others = await secondPeople(context, kind.permission, facts, concerned);
  const id = context.newId();
  const subject = { subject: ask.subject, ...(ask.name ? { name: ask.name } : {}) };
  if (others.length === 0) {
    const done = await kind.apply(context, { id, payload: ask.payload, requestedBy: personId, approvedBy: personId });
    if (!done.ok) return done;
    context.audit({ event: 'approval.waived', ...subject, changes: { approval: [null, { kind: ask.kind, secondPerson: null }] } });
    return ok({ state: 'done', href: done.value.href });
  }
  const stamp = (await kind.stamp?.(context, ask.payload)) ?? '';
  const due = ask.due ?? new Date(context.now.getTime() + approvalDays * 86_400_000);
  const requestedFor = context.actor.acting?.personId ?? null;
  await addApproval(context.db, context.spaceId, { id, kind: ask.kind, subject: ask.subject, name: ask.name ?? null, facts: ask.facts ?? null, payload: ask.payload, stamp, reason: ask.reason ?? null, requestedBy: personId, requestedFor, concerned, now: context.now, due });
  context.audit({ event: 'approval.requested', ...subject, changes: { approval: [null, { kind: ask.kind, reason: ask.reason ?? null }] } });
  context.notify({ kind: 'identity.approvalRequested', subject: { kind: 'approval', id }, href: `/approvals/${id}`, to: { people: others }, ...(ask.name ? { name: ask.name } : {}), due: due.toISOString() });
  return ok({ state: 'requested', approvalId: id });
}

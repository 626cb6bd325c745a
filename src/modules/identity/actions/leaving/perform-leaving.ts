import { z } from 'zod';
import { shownName, type Name } from '#platform/i18n/name.schema.ts';
import type { ApprovalKind, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { canEndMandate } from '../../identity.rules.ts';
import { findLeaving, finishLeaving, type KeptLeaving } from '../../store/leaving-store.ts';
import { lockMandates, mandatesOf, otherOperators } from '../../store/person-store.ts';
import { canStepLeaving, fulfilledBy } from '../../words/leaving.rules.ts';
import type { Leaving } from '../../words/leaving.schema.ts';
import { leavingNow, noteOf, planOf } from './leaving-view.ts';

/** Everything moves in one transaction; what has a period ends with the last day, the rest at once. */
export async function performLeaving(context: Context, kept: KeptLeaving, view: Leaving): Promise<Result<null>> {
  await lockMandates(context.db, context.spaceId);
  const held = (await mandatesOf(context.db, context.spaceId, [kept.person_id], context.now)).get(kept.person_id) ?? [];
  for (const mandate of held.filter((each) => each.state === 'inForce')) {
    const verdict = canEndMandate(mandate, await otherOperators(context.db, context.spaceId, mandate.id, context.now));
    if (!verdict.allowed) return fail(verdict.reason);
  }
  const lastDay = new Date(kept.last_day);
  const at = lastDay > context.now ? lastDay : context.now;
  for (const holding of context.contributions.holdings) {
    const lines = view.lines.filter((line) => line.kind === holding.kind);
    for (const successor of new Set(lines.map((line) => line.successor?.id ?? null))) {
      await holding.pass(context, lines.filter((line) => (line.successor?.id ?? null) === successor).map((line) => line.id), successor, at);
    }
  }
  await finishLeaving(context.db, context.spaceId, kept.id, 'done', context.actor.personId, context.now);
  const moved = view.lines.map((line) => ({ ...noteOf(line), successor: line.successor?.name ?? null }));
  context.audit({ event: 'leaving.completed', subject: { kind: 'person', id: kept.person_id }, name: view.person.name, changes: { holdings: [moved, null], validUntil: [null, at.toISOString()] } });
  const told = [...new Set(view.lines.flatMap((line) => (line.successor ? [line.successor.id] : [])))];
  if (told.length > 0) context.notify({ kind: 'identity.leavingCompleted', subject: { kind: 'person', id: kept.person_id }, href: '/account', to: { people: told }, name: view.person.name });
  return ok(null);
}

const payloadSchema = z.object({ personId: z.uuid(), leavingId: z.uuid() });

export const leavingApproval: ApprovalKind = {
  kind: 'leaving.complete',
  label: { zh: '代管理员完成离任交接', en: 'Complete the leaving of an operator who is gone' },
  permission: 'mandate.approve',
  asks: 'leaving.update',
  concerns: (payload) => [payloadSchema.parse(payload).personId],
  stamp: async (context, payload) => {
    const { personId, leavingId } = payloadSchema.parse(payload);
    const kept = await findLeaving(context.db, context.spaceId, personId);
    const now = await leavingNow(context, personId, false, true);
    return kept && now ? `${kept.id === leavingId} ${kept.state} ${planOf(now.view.lines, kept.last_day, null)}` : 'gone';
  },
  describe: async (context, payload) => {
    const now = await leavingNow(context, payloadSchema.parse(payload).personId, false, true);
    const called = (name: Name): string => shownName(name, context.language).text;
    return (now?.view.lines ?? []).map((line) => ({ label: line.label, value: called(line.name), ...(line.key ? { key: line.key } : {}), to: line.successor ? called(line.successor.name) : null }));
  },
  apply: async (context, { payload }) => {
    const { personId } = payloadSchema.parse(payload);
    const now = await leavingNow(context, personId, true, true);
    const verdict = now?.kept ? canStepLeaving(now.kept.state, 'complete', fulfilledBy(now.view)) : null;
    if (!now?.kept || !verdict?.allowed) return fail('leavingClosed');
    const done = await performLeaving(context, now.kept, now.view);
    return done.ok ? ok({ href: `/administration/people/${personId}` }) : done;
  },
};

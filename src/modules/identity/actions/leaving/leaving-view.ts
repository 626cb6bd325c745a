import { createHash } from 'node:crypto';
import { canonicalJson } from '#platform/audit/audit.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import { findLeaving, linesOf, peopleByIds, signaturesOf, type KeptLeaving } from '../../store/leaving-store.ts';
import { canStepLeaving, fulfilledBy } from '../../words/leaving.rules.ts';
import type { Leaving, LeavingLine, LeavingSignature } from '../../words/leaving.schema.ts';
import { superiorsOf } from '../post/holders.ts';

/** Everything that stands open in the name of these people, whatever room it belongs to. */
export async function heldBy(context: Context, people: readonly string[] | null): Promise<(Omit<LeavingLine, 'decided' | 'successor'> & { personId: string })[]> {
  const lists = await Promise.all(context.contributions.holdings.map(async (holding) => (await holding.list(context, people)).map((item) => ({ ...item, kind: holding.kind, label: holding.label }))));
  return lists.flat();
}

/** What a signature covers: where the things go that can go to somebody. A successor signs for their own part. */
export function planOf(lines: readonly LeavingLine[], lastDay: string, successorId: string | null): string {
  const part = lines.filter((line) => line.passes && (successorId === null || line.successor?.id === successorId)).map((line) => [line.kind, line.id, line.successor?.id ?? null]);
  return createHash('sha256').update(canonicalJson([lastDay, part.map((each) => canonicalJson(each)).sort()])).digest('hex');
}

export interface LeavingNow {
  kept: KeptLeaving | null;
  view: Leaving;
  side: { isLeaver: boolean; isStandIn: boolean; isSuccessor: boolean };
}

async function linesNow(context: Context, personId: string, kept: KeptLeaving | null): Promise<LeavingLine[]> {
  const decided = new Map((kept ? await linesOf(context.db, context.spaceId, kept.id) : []).map((line) => [`${line.kind} ${line.item_id}`, line]));
  return (await heldBy(context, [personId])).map(({ personId: _holder, ...item }) => {
    const line = item.passes ? decided.get(`${item.kind} ${item.id}`) : undefined;
    return { ...item, decided: !item.passes || line !== undefined, successor: line?.successor_id && line.successor_name ? { id: line.successor_id, name: line.successor_name } : null };
  });
}

/** Signatures that are needed under this plan; one under another plan does not count. */
async function signaturesNow(context: Context, person: Leaving['person'], kept: KeptLeaving, lines: readonly LeavingLine[]): Promise<LeavingSignature[]> {
  const given = await signaturesOf(context.db, context.spaceId, kept.id);
  const successors = [...new Map(lines.flatMap((line) => (line.successor ? [[line.successor.id, line.successor] as const] : []))).values()];
  const needed = [{ side: 'leaver' as const, person }, ...successors.map((successor) => ({ side: 'successor' as const, person: successor }))];
  return needed.map((need) => {
    const plan = planOf(lines, kept.last_day, need.side === 'leaver' ? null : need.person.id);
    const found = given.find((each) => each.side === need.side && each.person_id === need.person.id && each.signed === plan);
    return { ...need, signedBy: found ? { id: found.signed_by, name: found.signer_name } : null, signedAt: found?.signed_at ?? null };
  });
}

/** The leaving of a person as this reader may see it; null for somebody who has no part in it. */
export async function leavingNow(context: Context, personId: string, lock = false, asSecondPerson = false): Promise<LeavingNow | null> {
  const me = context.actor.acting && !asSecondPerson ? null : context.actor.personId;
  const name = (await peopleByIds(context.db, context.spaceId, [personId])).get(personId);
  if (!me || !name) return null;
  const person = { id: personId, name };
  const kept = await findLeaving(context.db, context.spaceId, personId, lock);
  const open = kept?.state === 'open' ? kept : null;
  const lines = kept?.state === 'done' ? [] : await linesNow(context, personId, open);
  const signatures = open ? await signaturesNow(context, person, open, lines) : [];
  const facts = await context.contributions.subjects['person']?.byId(context.db, personId);
  const isLeaver = me === personId;
  const isStandIn = !isLeaver && ((facts !== undefined && facts !== null && context.allows('leaving.update', facts)) || (await superiorsOf(context, personId, context.now)).includes(me));
  const isSuccessor = lines.some((line) => line.successor?.id === me);
  if (!isLeaver && !isStandIn && !isSuccessor && !asSecondPerson) return null;
  const fulfilled = fulfilledBy({ lines, signatures });
  const may = (verb: 'plan' | 'sign' | 'complete' | 'cancel'): boolean => canStepLeaving(open?.state ?? null, verb, fulfilled).allowed;
  const owes = (side: 'leaver' | 'successor', id: string): boolean => signatures.some((each) => each.side === side && each.person.id === id && each.signedAt === null);
  const leads = isLeaver || isStandIn;
  const deeds: [Leaving['deeds'][number], boolean][] = [
    ['start', leads && !open],
    ['plan', leads && may('plan')],
    ['signLeaver', isLeaver && may('sign') && owes('leaver', personId)],
    ['signForLeaver', isStandIn && !isSuccessor && may('sign') && owes('leaver', personId)],
    ['signSuccessor', isSuccessor && may('sign') && owes('successor', me)],
    ['complete', leads && may('complete')],
    ['cancel', leads && may('cancel')],
  ];
  const view: Leaving = {
    id: kept?.id ?? null, person, state: kept?.state ?? null, lastDay: kept?.last_day ?? null, reason: kept?.reason ?? null,
    lines, signatures, deeds: deeds.filter(([, allowed]) => allowed).map(([deed]) => deed), approvalId: null,
  };
  return { kept: open, view, side: { isLeaver, isStandIn, isSuccessor } };
}

/** How the audit names what was held: in the words of both languages, a mandate by its role. */
export function noteOf(held: { label: { zh: string; en: string }; name: Name; key?: string | null | undefined }): { kind: Name; role: string } | { kind: Name; name: Name } {
  const role = held.key?.startsWith('identity.role.') ? held.key.slice('identity.role.'.length) : null;
  return role ? { kind: held.label, role } : { kind: held.label, name: held.name };
}

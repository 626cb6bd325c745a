import { z } from 'zod';
import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { canEndMandate } from '../../identity.rules.ts';
import { mandateInputSchema } from '../../identity.schema.ts';
import { addPostMandate, endMandateRow, getPerson, lockMandates, otherOperators } from '../../store/person-store.ts';
import { addHolding, endHoldingRow, holdingsOf, mandatesOfPost, postsAt } from '../../store/post-store.ts';
import { checkMandate } from '../grant-mandate.ts';

export const deedSchema = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('fill'), postId: z.uuid(), personId: z.uuid(), validFrom: z.string().nullable(), validUntil: z.string().nullable() }),
  z.object({ deed: z.literal('vacate'), postId: z.uuid(), holdingId: z.uuid() }),
  z.object({ deed: z.literal('grant'), postId: z.uuid(), mandate: mandateInputSchema }),
  z.object({ deed: z.literal('revoke'), postId: z.uuid(), mandateId: z.uuid() }),
]);
export type Deed = z.infer<typeof deedSchema>;

export async function postNow(context: Context, postId: string) {
  const [post] = await postsAt(context.db, context.spaceId, context.now, postId);
  const holdings = (await holdingsOf(context.db, context.spaceId, [postId], context.now)).get(postId) ?? [];
  return post ? { ...post, holdings, mandates: await mandatesOfPost(context.db, context.spaceId, postId, context.now) } : null;
}
export type PostNow = NonNullable<Awaited<ReturnType<typeof postNow>>>;

/** Rights that the present holder would lose must stay with somebody who can sign in. */
async function keepsOperators(context: Context, mandates: PostNow['mandates']): Promise<Result<null>> {
  await lockMandates(context.db, context.spaceId);
  for (const mandate of mandates.filter((each) => each.state === 'inForce')) {
    const verdict = canEndMandate(mandate, await otherOperators(context.db, context.spaceId, mandate.id, context.now));
    if (!verdict.allowed) return fail(verdict.reason);
  }
  return ok(null);
}

export async function checkDeed(context: Context, post: PostNow, deed: Deed): Promise<Result<null>> {
  if (deed.deed === 'fill' || deed.deed === 'grant') {
    if (post.validUntil !== null) return fail('postClosed');
    if (deed.deed === 'grant') {
      const checked = await checkMandate(context, deed.mandate);
      return checked.ok ? ok(null) : checked;
    }
    if (deed.validUntil !== null && deed.validUntil <= startOf(context, deed)) return fail('invalidInput', { count: 1 }, [{ path: 'body.validUntil', reason: 'untilBeforeSince' }]);
    const person = await getPerson(context.db, context.spaceId, deed.personId, context.now);
    if (!person || person.state === 'archived') return fail('personUnknown');
    return person.login === null && post.holder ? keepsOperators(context, post.mandates) : ok(null);
  }
  if (deed.deed === 'vacate') {
    const holding = post.holdings.find((each) => each.id === deed.holdingId);
    if (!holding) return fail('notFound');
    if (holding.state === 'ended') return fail('holdingEnded');
    return holding.state === 'inForce' ? keepsOperators(context, post.mandates) : ok(null);
  }
  const mandate = post.mandates.find((each) => each.id === deed.mandateId);
  if (!mandate) return fail('notFound');
  return mandate.state === 'ended' ? fail('mandateEnded') : keepsOperators(context, [mandate]);
}

/** Nobody held a post before it was written down: at the earliest from now. */
function startOf(context: Context, deed: { validFrom: string | null }): string {
  const now = context.now.toISOString();
  return deed.validFrom !== null && deed.validFrom > now ? deed.validFrom : now;
}

export async function performDeed(context: Context, post: PostNow, deed: Deed, by: string | null): Promise<void> {
  const note = { subject: { kind: 'post', id: post.id }, name: post.name };
  if (deed.deed === 'fill') {
    const from = new Date(startOf(context, deed));
    const person = await getPerson(context.db, context.spaceId, deed.personId, context.now);
    await addHolding(context.db, context.spaceId, { id: context.newId(), postId: post.id, personId: deed.personId, from, until: deed.validUntil ? new Date(deed.validUntil) : null, namedBy: by, now: context.now });
    context.audit({ event: 'post.filled', ...note, changes: { holder: [post.holder?.name ?? null, person?.name ?? null], validFrom: [null, from.toISOString()] } });
    if (deed.personId !== context.actor.personId) context.notify({ kind: 'identity.postFilled', ...note, href: '/account', to: { people: [deed.personId] } });
  } else if (deed.deed === 'vacate') {
    await endHoldingRow(context.db, context.spaceId, deed.holdingId, by, context.now);
    context.audit({ event: 'post.vacated', ...note, changes: { holder: [post.holdings.find((each) => each.id === deed.holdingId)?.person.name ?? null, null] } });
  } else if (deed.deed === 'grant') {
    await addPostMandate(context.db, context.spaceId, post.id, { ...deed.mandate, id: context.newId(), grantedBy: by, now: context.now });
    context.audit({ event: 'mandate.granted', ...note, changes: { mandate: [null, { role: deed.mandate.role, scopeKind: deed.mandate.scopeKind, scopeId: deed.mandate.scopeId }] } });
  } else {
    await endMandateRow(context.db, context.spaceId, deed.mandateId, by, context.now);
    const mandate = post.mandates.find((each) => each.id === deed.mandateId);
    context.audit({ event: 'mandate.ended', ...note, changes: { mandate: [mandate ? { role: mandate.role, scopeKind: mandate.scopeKind, scopeId: mandate.scopeId } : null, null] } });
  }
}

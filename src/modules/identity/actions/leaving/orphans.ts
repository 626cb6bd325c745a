import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { withoutMandate } from '../../store/holding-store.ts';
import { peopleByIds } from '../../store/leaving-store.ts';
import type { listOrphans, passOrphans } from '../../words/leaving.contract.ts';
import type { Orphan } from '../../words/leaving.schema.ts';
import { heldBy, noteOf } from './leaving-view.ts';

/** What stands in the name of somebody who holds no mandate, now or to come. Empty is the rule. */
async function orphans(context: Context): Promise<Orphan[]> {
  const items = await heldBy(context, null);
  const gone = await withoutMandate(context.db, [...new Set(items.map((item) => item.personId))], context.now);
  return items.flatMap(({ personId, ...item }) => {
    const name = gone.get(personId);
    return name ? [{ ...item, person: { id: personId, name } }] : [];
  });
}

export const listOrphansAction: Action<typeof listOrphans> = async (context) => ok({ items: await orphans(context) });

export const passOrphansAction: Action<typeof passOrphans> = async (context, { body }) => {
  if (body.successorId !== null && !(await peopleByIds(context.db, context.spaceId, [body.successorId], true)).has(body.successorId)) return fail('successorUnknown');
  const found = await orphans(context);
  const chosen = found.filter((orphan) => body.items.some((item) => item.kind === orphan.kind && item.id === orphan.id));
  if (chosen.length === 0) return fail('lineUnknown');
  for (const holding of context.contributions.holdings) {
    const own = chosen.filter((orphan) => orphan.kind === holding.kind);
    const passing = own.filter((orphan) => orphan.passes && body.successorId !== null).map((orphan) => orphan.id);
    const ending = own.filter((orphan) => !passing.includes(orphan.id)).map((orphan) => orphan.id);
    if (passing.length > 0) await holding.pass(context, passing, body.successorId);
    if (ending.length > 0) await holding.pass(context, ending, null);
  }
  for (const orphan of chosen) context.audit({ event: 'orphan.passed', subject: { kind: 'person', id: orphan.person.id }, name: orphan.person.name, changes: { holdings: [[noteOf(orphan)], null] } });
  return ok({ items: await orphans(context) });
};

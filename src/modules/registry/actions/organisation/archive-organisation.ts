import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { refusalOf } from '../../words/lifecycle.rules.ts';
import { markArchived } from '../../store/organisation-state.store.ts';
import { findOrganisation, lockOrganisation } from '../../store/organisation.store.ts';
import type { archiveOrganisation, restoreOrganisation } from '../../words/organisation.contract.ts';
import type { Organisation } from '../../words/organisation.schema.ts';
import { usccTakenBy } from './check-content.ts';

export const archive: Action<typeof archiveOrganisation> = (context, { params, ifMatch }) => step(context, params.organisationId, ifMatch, 'archive');

export const restore: Action<typeof restoreOrganisation> = (context, { params, ifMatch }) => step(context, params.organisationId, ifMatch, 'restore');

async function step(context: Context, id: string, ifMatch: number | null, verb: 'archive' | 'restore'): Promise<Result<Organisation>> {
  const locked = await lockOrganisation(context.db, id);
  const before = locked && (await findOrganisation(context, id));
  if (!before) return fail('notFound');
  if (before.version !== ifMatch) return fail('changedMeanwhile', { version: before.version });
  const refusal = refusalOf(before, verb, context.actor.mandates.map((mandate) => mandate.role));
  if (refusal) return fail(refusal);
  const taken = verb === 'restore' && before.uscc ? await usccTakenBy(context, before.uscc, id) : null;
  if (taken) return fail('usccTaken', taken);

  const archivedAt = verb === 'archive' ? context.now.toISOString() : null;
  await markArchived(context, id, archivedAt);
  const after = await findOrganisation(context, id);
  if (!after) return fail('unexpected');
  context.audit({ event: `organisation.${verb}d`, subject: { kind: 'organisation', id }, name: after.name, changes: { archivedAt: [before.archivedAt, after.archivedAt] } });
  return ok(after);
}

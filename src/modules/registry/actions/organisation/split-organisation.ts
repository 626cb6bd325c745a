import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { refusalOf } from '../../words/lifecycle.rules.ts';
import { closeMerge, findMerge, laterMerge, putEverythingBack, returnPin } from '../../store/organisation-merge.store.ts';
import { markChanged, markSplit } from '../../store/organisation-state.store.ts';
import { refreshOrganisationSearch } from '../../store/organisation-write.store.ts';
import { findOrganisation, lockOrganisation, organisationSubject, readableOrganisation } from '../../store/organisation.store.ts';
import type { splitOrganisation } from '../../words/organisation.contract.ts';
import { usccTakenBy } from './check-content.ts';

export const split: Action<typeof splitOrganisation> = async (context, { params }) => {
  const id = params.organisationId;
  const known = await findMerge(context.db, id);
  for (const one of [id, ...(known ? [known.keptId] : [])].sort()) await lockOrganisation(context.db, one);
  const merged = await findOrganisation(context, id);
  if (!merged) return fail('notFound');
  const refusal = refusalOf(merged, 'split', context.actor.mandates.map((mandate) => mandate.role));
  const merge = await findMerge(context.db, id);
  if (refusal || !merge) return fail(refusal ?? 'notMerged');
  const facts = await organisationSubject.byId(context.db, merge.keptId);
  if (!facts || !context.allows('organisation.merge', facts)) return fail('notAllowed');
  const later = await laterMerge(context.db, merge);
  if (later) {
    const shown = await readableOrganisation(context, later.mergedId);
    return fail('splitLaterFirst', shown ? { id: shown.id, name: shown.name.zh ?? shown.name.en ?? '' } : {});
  }
  const taken = merged.uscc ? await usccTakenBy(context, merged.uscc, id) : null;
  if (taken) return fail('usccTaken', taken);

  await putEverythingBack(context.db, merge);
  await returnPin(context.db, merge);
  await markSplit(context, id, merge.moved.stateBefore);
  await markChanged(context, merge.keptId);
  await closeMerge(context, merge.id);
  await refreshOrganisationSearch(context.db, id);
  await refreshOrganisationSearch(context.db, merge.keptId);
  const kept = await findOrganisation(context, merge.keptId);
  const after = await findOrganisation(context, id);
  if (!kept || !after) return fail('unexpected');
  context.audit({ event: 'organisation.split', subject: { kind: 'organisation', id }, name: after.name, changes: { mergedInto: [kept.name, null] } });
  context.audit({ event: 'organisation.gaveBack', subject: { kind: 'organisation', id: kept.id }, name: kept.name, changes: { merged: [after.name, null] } });
  return ok(after);
};

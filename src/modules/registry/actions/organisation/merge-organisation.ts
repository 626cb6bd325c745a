import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { aliasesOf, insertAlias } from '../../store/alias.store.ts';
import { adoptPin, insertMerge, moveEverything, pinOf } from '../../store/organisation-merge.store.ts';
import { markChanged, markMerged } from '../../store/organisation-state.store.ts';
import { refreshOrganisationSearch } from '../../store/organisation-write.store.ts';
import { findOrganisation, lockOrganisation } from '../../store/organisation.store.ts';
import type { mergeOrganisation } from '../../words/organisation.contract.ts';
import { findMergePair, namesToKeep, type MergePair } from './merge-pair.ts';

export const merge: Action<typeof mergeOrganisation> = async (context, { params, body }) => {
  const pair = await findMergePair(context, params.organisationId, body.mergedId, lockOrganisation);
  if (!pair.ok) return pair;
  const { kept, merged } = pair.value;
  const pinBefore = await pinOf(context.db, kept.id);
  const moved = await moveEverything(context.db, kept.id, merged.id);
  const madeAliases = await keepNames(context, pair.value);
  await adoptPin(context.db, kept.id, merged.id);
  await insertMerge(context, { id: context.newId(), keptId: kept.id, mergedId: merged.id, moved: { ...moved, madeAliases, stateBefore: merged.state, pinBefore } });
  await markMerged(context, merged.id, kept.id);
  await markChanged(context, kept.id);
  await refreshOrganisationSearch(context.db, kept.id);
  await refreshOrganisationSearch(context.db, merged.id);
  context.audit({ event: 'organisation.merged', subject: { kind: 'organisation', id: merged.id }, name: merged.name, changes: { mergedInto: [null, kept.name] } });
  context.audit({ event: 'organisation.tookIn', subject: { kind: 'organisation', id: kept.id }, name: kept.name, changes: { merged: [null, merged.name] } });
  const after = await findOrganisation(context, kept.id);
  return after ? ok(after) : fail('unexpected');
};

async function keepNames(context: Context, pair: MergePair): Promise<string[]> {
  const present = (await aliasesOf(context.db, 'organisation', pair.kept.id)).map((alias) => alias.name);
  const made: string[] = [];
  for (const { name, language } of namesToKeep(pair, present)) {
    const id = context.newId();
    if (await insertAlias(context.db, { id, subjectKind: 'organisation', subjectId: pair.kept.id, name, language, kind: 'spelling' })) made.push(id);
  }
  return made;
}

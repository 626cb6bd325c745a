import type { Context, SpaceDb } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { refusalOf } from '../../words/lifecycle.rules.ts';
import { organisationSubject, type StandingOrganisation } from '../../store/organisation.store.ts';

export interface MergePair {
  kept: StandingOrganisation;
  merged: StandingOrganisation;
}

/** Both records, read in one order whichever is kept, and both the actor's to merge. */
export async function findMergePair(
  context: Context,
  keptId: string,
  mergedId: string,
  read: (db: SpaceDb, id: string) => Promise<StandingOrganisation | null>,
): Promise<Result<MergePair>> {
  if (keptId === mergedId) return fail('mergeSelf');
  const facts = await organisationSubject.byId(context.db, mergedId);
  if (!facts || !context.allows('organisation.read', facts)) return fail('organisationUnknown', { id: mergedId });
  if (!context.allows('organisation.merge', facts)) return fail('notAllowed');
  const found = new Map<string, StandingOrganisation | null>();
  for (const id of [keptId, mergedId].sort()) found.set(id, await read(context.db, id));
  const kept = found.get(keptId);
  const merged = found.get(mergedId);
  if (!kept || !merged) return fail('notFound');
  const roles = context.actor.mandates.map((mandate) => mandate.role);
  const refusal = refusalOf(kept, 'merge', roles) ?? refusalOf(merged, 'merge', roles);
  return refusal ? fail(refusal) : ok({ kept, merged });
}

/** Names of the merged record by which the kept one should be found from now on. */
export function namesToKeep({ kept, merged }: MergePair, aliases: readonly string[]): { name: string; language: 'zh-CN' | 'en' }[] {
  const known = new Set([kept.name.zh, kept.name.en, ...aliases]);
  const names = [{ name: merged.name.zh, language: 'zh-CN' as const }, { name: merged.name.en, language: 'en' as const }];
  return names.flatMap(({ name, language }) => (name && !known.has(name) ? [{ name, language }] : []));
}

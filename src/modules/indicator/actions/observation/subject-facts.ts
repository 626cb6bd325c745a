import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Context } from '#platform/module/module.ts';
import { areaTerritories } from '../../store/area.store.ts';
import type { ObservedKind } from '../../words/observation.schema.ts';

/** Facts of whom a value is about, when the actor may read that record; a value has its subject's rights, as if it were internal. */
export async function observedFacts(context: Context, kind: ObservedKind, id: string): Promise<ScopeFacts | null> {
  if (kind === 'area') {
    const territories = await areaTerritories(context.db, id);
    return territories && { visibility: 'internal', territories, clusters: [], organisations: [] };
  }
  const loader = context.contributions.subjects[kind];
  const facts = await loader?.byId(context.db, id);
  return loader && facts && context.allows(loader.readPermission, facts) ? { ...facts, visibility: 'internal' } : null;
}

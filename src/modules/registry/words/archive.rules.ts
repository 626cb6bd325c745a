import type { Role } from '#platform/auth/permission.rules.ts';
import { canTransition, defineLifecycle } from '#platform/lifecycle/lifecycle.rules.ts';
import { registryPermissions } from '../registry.rules.ts';

/** Clusters and places leave the register and come back; nothing else happens to them as records. */
const lifecycleFor = (roles: readonly Role[]) =>
  defineLifecycle<'active' | 'archived'>({
    initial: 'active',
    states: ['active', 'archived'],
    transitions: [
      { verb: 'archive', from: ['active'], to: 'archived', roles },
      { verb: 'restore', from: ['archived'], to: 'active', roles },
    ],
  });
export const archiveLifecycles = {
  cluster: lifecycleFor(registryPermissions['cluster.archive'].within),
  place: lifecycleFor(registryPermissions['place.archive'].within),
} as const;

type Archivable = { archivedAt: string | null };

/** Null when the step may be made, else the reason. */
export function archiveRefusalOf(kind: keyof typeof archiveLifecycles, record: Archivable, verb: 'archive' | 'restore', roles: readonly Role[]): 'alreadyArchived' | 'notArchived' | 'notAllowed' | null {
  const verdict = canTransition(archiveLifecycles[kind], record.archivedAt === null ? 'active' : 'archived', verb, roles);
  if (verdict.allowed) return null;
  if (verdict.reason !== 'wrongState') return 'notAllowed';
  return verb === 'archive' ? 'alreadyArchived' : 'notArchived';
}

/** Only a record that stands in the register can be edited. */
export function canEdit(record: Archivable): boolean {
  return record.archivedAt === null;
}

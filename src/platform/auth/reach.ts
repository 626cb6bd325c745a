import type { Actor } from './actor.ts';
import { deedKindOf } from './deed-kind.rules.ts';
import { keyCovers } from './key-limits.rules.ts';
import { emptyScope, scopeOf, type Permissions, type Scope } from './permission.rules.ts';

export interface PermissionTable {
  permissions: Permissions;
  /** Which room declares a permission. */
  permissionRooms: Readonly<Record<string, string>>;
}

/** The rows an actor reaches under a permission, whatever they came with: the only place where mandates become rights on the server. */
export function reach(table: PermissionTable, actor: Actor, permission: string): Scope {
  if (actor.key && !keyCovers(actor.key, table.permissionRooms[permission], permission)) return emptyScope();
  const rule = table.permissions[permission];
  if (actor.byLink && rule?.strong) return emptyScope();
  if (!actor.acting) return scopeOf(actor.mandates, rule);
  if (!actor.acting.kinds.includes(deedKindOf(permission))) return emptyScope();
  return scopeOf(actor.mandates.filter((mandate) => !rule?.inPerson?.includes(mandate.role)), rule);
}

/**
 * One declared scope rule per permission, with two readings that a property test keeps equal row by row:
 * `can(actor, permission, facts)` decides for one row, `scopeOf(actor, permission)` becomes a SQL filter.
 */
export const roles = [
  'operator',
  'nationalOfficer',
  'territorialOfficer',
  'chainLeaderOffice',
  'clusterStaff',
  'organisationRepresentative',
  'expert',
  'evaluator',
  'reader',
  'public',
] as const;
export type Role = (typeof roles)[number];

/** Everyone who signed in under a mandate, whatever the role. */
export const signedInRoles = roles.filter((role) => role !== 'public');

export const scopeKinds = ['space', 'territory', 'cluster', 'chain', 'programme', 'organisation'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/** What running a space divides into, so that three people can hold it: the machine, who may what, and watching both. */
export const powers = ['system', 'security', 'audit'] as const;
export type Power = (typeof powers)[number];

export interface MandateScope {
  role: Role;
  scopeKind: ScopeKind;
  /** Null exactly when the scope is the whole space. */
  scopeId: string | null;
  /** What an operator's mandate is limited to; null or absent: all powers. Other roles have none. */
  powers?: readonly Power[] | null;
}

export const visibilities = ['open', 'internal'] as const;
export type Visibility = (typeof visibilities)[number];

/** What the rule needs to know of a row. Territories hold the row's own codes and all their ancestors. */
export interface ScopeFacts {
  visibility: Visibility;
  territories: readonly string[];
  clusters: readonly string[];
  organisations: readonly string[];
  chains?: readonly string[];
  programmes?: readonly string[];
}

export interface Permission {
  /** Roles that may do it on every row marked open, wherever their mandate lies. */
  open?: readonly Role[];
  /** Roles that may do it on rows inside their mandate's scope. */
  within?: readonly Role[];
  /** The power that an operator's mandate has to carry for it; other roles are not asked. */
  power?: Power;
  /** Roles that do it in person only, never through a deputy. */
  inPerson?: readonly Role[];
  /** Money, votes and signing: not for somebody who only came by a link and a code. */
  strong?: true;
}
export type Permissions = Readonly<Record<string, Permission>>;

/** Rows an actor may reach: all of them, the open ones, or those that touch one of the listed scopes. */
export interface Scope {
  everything: boolean;
  open: boolean;
  territories: string[];
  clusters: string[];
  organisations: string[];
  chains: string[];
  programmes: string[];
}

const scopeList = {
  territory: 'territories',
  cluster: 'clusters',
  organisation: 'organisations',
  chain: 'chains',
  programme: 'programmes',
} as const;

export function emptyScope(): Scope {
  return { everything: false, open: false, territories: [], clusters: [], organisations: [], chains: [], programmes: [] };
}

export function carriesPower(mandate: MandateScope, power: Power | undefined): boolean {
  return power === undefined || mandate.role !== 'operator' || !mandate.powers || mandate.powers.includes(power);
}

export function scopeOf(mandates: readonly MandateScope[], permission: Permission | undefined): Scope {
  const scope = emptyScope();
  if (!permission) return scope;
  for (const mandate of mandates) {
    if (!carriesPower(mandate, permission.power)) continue;
    if (permission.open?.includes(mandate.role)) scope.open = true;
    if (!permission.within?.includes(mandate.role)) continue;
    if (mandate.scopeKind === 'space') scope.everything = true;
    else if (mandate.scopeId) scope[scopeList[mandate.scopeKind]].push(mandate.scopeId);
  }
  return scope;
}

export function isEmptyScope(scope: Scope): boolean {
  return !scope.everything && !scope.open && Object.values(scopeList).every((key) => scope[key].length === 0);
}

export function covers(scope: Scope, facts: ScopeFacts): boolean {
  if (scope.everything) return true;
  if (scope.open && facts.visibility === 'open') return true;
  return Object.values(scopeList).some((key) => facts[key]?.some((id) => scope[key].includes(id)) ?? false);
}

export function can(mandates: readonly MandateScope[], permission: Permission | undefined, facts: ScopeFacts): boolean {
  return covers(scopeOf(mandates, permission), facts);
}

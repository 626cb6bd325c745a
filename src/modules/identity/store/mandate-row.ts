import type { Power, ScopeKind } from '#platform/auth/permission.rules.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import { mandateState } from '../identity.rules.ts';
import type { GrantedRole, Mandate } from '../identity.schema.ts';

/** A mandate as the database gives it, whoever holds it. */
export interface MandateRow {
  id: string;
  role: GrantedRole;
  powers: Power[] | null;
  scope_kind: ScopeKind;
  scope_id: string | null;
  organisation_id: string | null;
  valid_from: string;
  valid_until: string | null;
  granted_at: string;
  granter: Name | null;
  post_id: string | null;
  post_name: Name | null;
}

export function toMandate(row: MandateRow, now: Date): Omit<Mandate, 'personId'> {
  return {
    id: row.id, role: row.role, powers: row.powers, scopeKind: row.scope_kind, scopeId: row.scope_id, scopeName: null, organisationId: row.organisation_id, postId: row.post_id, postName: row.post_name,
    validFrom: row.valid_from, validUntil: row.valid_until, grantedAt: row.granted_at,
    grantedBy: row.granter ? (row.granter.zh ?? row.granter.en ?? null) : null, state: mandateState({ validFrom: row.valid_from, validUntil: row.valid_until }, now.toISOString()),
  };
}

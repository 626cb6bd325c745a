import { z } from 'zod';
import { powers, roles, scopeKinds } from '#platform/auth/permission.rules.ts';
import type { Role, ScopeKind } from '#platform/auth/permission.rules.ts';
import { roleScopes } from '../identity.rules.ts';
import { grantableRoles } from '../identity.schema.ts';
import { localDay } from './mandate-words.ts';

/** Chains and programmes are not records yet, so nothing could be chosen there. */
const choosable: readonly ScopeKind[] = ['space', 'territory', 'cluster', 'organisation'];

/** Kinds of scope a role can be given for, as far as there are records to choose from. */
export function scopeKindsOf(role: unknown): ScopeKind[] {
  const allowed = roles.includes(role as Role) ? roleScopes[role as Role] : [];
  return choosable.filter((kind) => allowed.includes(kind));
}

export const startOfDay = (day: string): string => new Date(`${day}T00:00:00`).toISOString();
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString();

/** The form speaks in days; a mandate counts in instants. It begins at once when today is chosen, and lasts through its last day. */
export const grantFormSchema = z
  .object({
    role: z.enum(grantableRoles),
    scopeKind: z.enum(scopeKinds),
    scopeId: z.string().optional(),
    powers: z.partialRecord(z.enum(powers), z.boolean()).default({}),
    validFrom: z.iso.date().optional(),
    validUntil: z.iso.date().optional(),
    reason: z.string().trim().max(1000).optional(),
  })
  .refine((form) => form.scopeKind === 'space' || form.scopeId !== undefined, { message: 'scopeMissing', path: ['scopeId'] })
  .refine((form) => form.role !== 'operator' || powers.some((power) => form.powers[power] !== false), { message: 'powersMissing', path: ['role'] })
  .refine((form) => !form.validUntil || form.validUntil >= (form.validFrom ?? localDay(new Date().toISOString())), { message: 'untilBeforeSince', path: ['validUntil'] })
  .transform((form) => ({
    role: form.role,
    // A box that was never touched is a checked one: an operator carries all powers unless somebody takes one away.
    powers: form.role === 'operator' && powers.some((power) => form.powers[power] === false) ? powers.filter((power) => form.powers[power] !== false) : null,
    scopeKind: form.scopeKind,
    scopeId: form.scopeKind === 'space' ? null : (form.scopeId ?? null),
    organisationId: form.scopeKind === 'organisation' ? (form.scopeId ?? null) : null,
    validFrom: form.validFrom && form.validFrom !== localDay(new Date().toISOString()) ? startOfDay(form.validFrom) : null,
    validUntil: form.validUntil ? endOfDay(form.validUntil) : null,
    ...(form.reason ? { reason: form.reason } : {}),
  }));

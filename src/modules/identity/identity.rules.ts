import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import type { Role } from '#platform/auth/permission.rules.ts';

export const identityPermissions = definePermissions({
  'person.read': { within: ['operator', 'nationalOfficer'] },
  'person.create': { within: ['operator'] },
  'person.update': { within: ['operator'] },
  'mandate.grant': { within: ['operator'] },
  'mandate.end': { within: ['operator'] },
  'invitation.create': { within: ['operator'] },
  'audit.read': { within: ['operator'] },
  'space.create': { within: ['operator'] },
  'space.remove': { within: ['operator'] },
});

export const sessionDays = 14;
export const sessionIdleHours = 12;
export const invitationDays = 7;

/** Instants are ISO texts in UTC, which sort like time. A session is good while it is neither ended, nor past its last day, nor idle too long. */
export function isSessionGood(session: { expiresAt: string; lastSeenAt: string; endedAt: string | null }, now: string): boolean {
  const idle = Date.parse(now) - Date.parse(session.lastSeenAt);
  return session.endedAt === null && session.expiresAt > now && idle < sessionIdleHours * 3_600_000;
}

export function mandateState(mandate: { validFrom: string; validUntil: string | null }, now: string): 'coming' | 'inForce' | 'ended' {
  if (mandate.validUntil !== null && mandate.validUntil <= now) return 'ended';
  return mandate.validFrom > now ? 'coming' : 'inForce';
}

/** Scopes that make sense for a role: an operator rules a whole space, a representative stands for one organisation. */
export const roleScopes: Readonly<Record<Role, readonly string[]>> = {
  operator: ['space'],
  nationalOfficer: ['space'],
  territorialOfficer: ['territory'],
  chainLeaderOffice: ['territory', 'cluster', 'chain'],
  clusterStaff: ['cluster'],
  organisationRepresentative: ['organisation'],
  expert: ['space', 'programme'],
  evaluator: ['space', 'programme', 'cluster'],
  reader: ['space', 'territory', 'cluster'],
  public: [],
};

/** The last operator cannot lose the mandate: nobody could grant it again. */
export function canEndMandate(mandate: { role: string }, otherOperators: number): { allowed: true } | { allowed: false; reason: 'lastOperator' } {
  return mandate.role === 'operator' && otherOperators === 0 ? { allowed: false, reason: 'lastOperator' } : { allowed: true };
}

/** The people of the sample, by the last part of their login name, and what each of them is. */
export const sampleRoles = {
  operator: 'operator',
  national: 'nationalOfficer',
  territorial: 'territorialOfficer',
  chain: 'chainLeaderOffice',
  cluster: 'clusterStaff',
  firm: 'organisationRepresentative',
  expert: 'expert',
  evaluator: 'evaluator',
  reader: 'reader',
} as const satisfies Readonly<Record<string, Role>>;
export type SampleLogin = keyof typeof sampleRoles;
export const sampleLogins = Object.keys(sampleRoles) as SampleLogin[];

import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { securityPermissions } from './words/security-permissions.rules.ts';
import { powers, type MandateScope, type Power, type Role } from '#platform/auth/permission.rules.ts';

export const identityPermissions = definePermissions({
  ...securityPermissions,
  'person.read': { within: ['operator', 'nationalOfficer'] },
  'leaving.update': { within: ['operator'], power: 'security' },
  'orphan.read': { within: ['operator'] },
  'orphan.pass': { within: ['operator'], power: 'security' },
  'post.read': { within: ['operator', 'nationalOfficer'] },
  'post.create': { within: ['operator'], power: 'security' },
  'post.update': { within: ['operator'], power: 'security' },
  'deputy.read': { within: ['operator', 'nationalOfficer'] },
  'deputy.name': { within: ['operator'], power: 'security' },
  'colleague.read': { within: ['operator', 'nationalOfficer', 'territorialOfficer', 'chainLeaderOffice', 'clusterStaff', 'organisationRepresentative'] },
  'person.create': { within: ['operator'], power: 'security' },
  'person.update': { within: ['operator'], power: 'security' },
  'mandate.grant': { within: ['operator'], power: 'security' },
  'mandate.end': { within: ['operator'], power: 'security' },
  'mandate.approve': { within: ['operator', 'nationalOfficer'], inPerson: ['operator'], strong: true },
  'invitation.create': { within: ['operator'], power: 'security' },
  'audit.read': { within: ['operator'], power: 'audit' },
  'space.create': { within: ['operator'], power: 'system' },
  'space.remove': { within: ['operator'], power: 'system' },
});

export const invitationDays = 7;

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

/** The powers of an operator's mandate; other roles carry none. */
export function powersOf(mandate: { role: string; powers?: readonly Power[] | null }): readonly Power[] {
  return mandate.role === 'operator' ? (mandate.powers ?? powers) : [];
}

/** The last holder of a power cannot lose it: nobody could do its work or grant it again. `others` are the operators' mandates that would stay. */
export function canEndMandate(mandate: MandateScope, others: readonly MandateScope[]): { allowed: true } | { allowed: false; reason: 'lastOperator' | 'lastHolder' } {
  const lost = powersOf(mandate).filter((power) => !others.some((other) => powersOf(other).includes(power)));
  if (lost.length === 0) return { allowed: true };
  return { allowed: false, reason: others.length === 0 ? 'lastOperator' : 'lastHolder' };
}

/** Whoever may appoint administrators may not make themselves one more: a power never comes from one's own hand. */
export function canTakePowers(held: readonly MandateScope[], asked: readonly Power[]): boolean {
  return asked.every((power) => held.some((mandate) => powersOf(mandate).includes(power)));
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

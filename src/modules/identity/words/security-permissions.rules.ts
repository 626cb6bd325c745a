import { definePermissions } from '#platform/auth/define-permissions.rules.ts';

const security = { within: ['operator'], power: 'security' } as const;

export const securityPermissions = definePermissions({
  'securityPolicy.read': security,
  'securityPolicy.update': security,
  'apiKey.read': security,
  'apiKey.revoke': security,
  'signIn.read': security,
  'signIn.unlock': security,
  'signIn.resetFactor': security,
  'signIn.endSessions': security,
});

/** News about one's own access: never muted, because somebody else may have caused it. */
export const securityNotices = {
  'identity.accountLocked': { duty: true },
  'identity.accountLinked': { duty: true },
  'identity.factorChanged': { duty: true },
  'identity.signInChanged': { duty: true },
  'identity.keyCreated': { duty: true },
  'identity.keyRevoked': { duty: true },
} as const;

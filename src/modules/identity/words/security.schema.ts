import { z } from 'zod';
import { keyAccesses } from '#platform/auth/key-limits.rules.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { grantableRoles } from '../identity.schema.ts';
import { ruleBounds } from './security.rules.ts';

const instant = z.iso.datetime();
const within = ([least, most]: readonly [number, number]) => z.number().int().min(least).max(most);

/** What sign-in answers: inside, or what is still owed. */
export const signInAnswerSchema = z.object({ signedIn: z.boolean(), owes: z.enum(['code', 'enrolment']).nullable() });
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;

/** Six digits from the app, or one of the recovery codes, however it was typed. */
export const codeInputSchema = z.strictObject({ code: z.string().trim().min(6).max(40) });
/** Null only for an account without a password, right after its sign-in. */
export const againSchema = z.strictObject({ password: z.string().min(1).max(200).nullable() });

export const factorSchema = z.object({
  state: z.enum(['none', 'enrolled']),
  /** A mandate of this space asks for one. */
  required: z.boolean(),
  enrolledAt: instant.nullable(),
  codesLeft: z.number().int(),
  hasPassword: z.boolean(),
});
export type Factor = z.infer<typeof factorSchema>;
/** Shown once, on the way to confirmation. */
export const factorSeedSchema = z.object({ secret: z.string(), uri: z.string() });
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) });

export const sessionSchema = z.object({
  id: z.uuid(),
  current: z.boolean(),
  device: z.object({ browser: z.string().nullable(), system: z.string().nullable() }),
  ip: z.string().nullable(),
  createdAt: instant,
  lastSeenAt: instant,
});
export type Session = z.infer<typeof sessionSchema>;

/** How a person stands with signing in, for whoever administers security. */
export const signInStateSchema = z.object({
  hasAccount: z.boolean(),
  factor: z.enum(['none', 'enrolled']),
  factorRequired: z.boolean(),
  lockedUntil: instant.nullable(),
  failedTries: z.number().int(),
  openSessions: z.number().int(),
  lastSeenAt: instant.nullable(),
  openKeys: z.number().int(),
});
export type SignInState = z.infer<typeof signInStateSchema>;

const rules = {
  factorRoles: z.array(z.enum(grantableRoles)).max(grantableRoles.length),
  idleMinutes: within(ruleBounds.idleMinutes),
  absoluteHours: within(ruleBounds.absoluteHours),
  lockAfter: within(ruleBounds.lockAfter),
};
export const securityPolicySchema = z.object({
  version: z.number().int(),
  ...rules,
  updatedAt: instant.nullable(),
  updatedBy: nameSchema.nullable(),
});
export type SecurityPolicy = z.infer<typeof securityPolicySchema>;
export const securityPolicyInputSchema = z.strictObject(rules);
/** How many people hold a role, and how many of them would have to enrol before they can go on. */
export const factorCoverageSchema = z.object({ items: z.array(z.object({ role: z.enum(grantableRoles), people: z.number().int(), enrolled: z.number().int() })) });

const keyRoomSchema = z.object({ room: z.string().min(1).max(40), access: z.enum(keyAccesses) });
export const apiKeySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  person: z.object({ id: z.uuid(), name: nameSchema }),
  rooms: z.array(keyRoomSchema),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
  state: z.enum(['inForce', 'expired', 'revoked']),
});
export type ApiKey = z.infer<typeof apiKeySchema>;
export const apiKeyInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  rooms: z.array(z.strictObject(keyRoomSchema.shape)).min(1).max(40).refine((rooms) => new Set(rooms.map(({ room }) => room)).size === rooms.length, { message: 'givenTwice' }),
  expiresOn: z.iso.date(),
});
/** The secret is in this answer and nowhere else. */
export const newApiKeySchema = apiKeySchema.extend({ token: z.string() });
export const ownKeysSchema = z.object({
  items: z.array(apiKeySchema),
  /** The most a key of this person could be given today. */
  offered: z.array(keyRoomSchema),
});
export const apiKeyListQuery = z.strictObject({ ...pageQuery, state: z.enum(['inForce', 'expired', 'revoked']).optional(), sort: z.enum(['-createdAt', 'createdAt', 'expiresAt', '-expiresAt']).default('-createdAt') });

import { z } from 'zod';
import { powers, roles, scopeKinds, type Role } from '#platform/auth/permission.rules.ts';
import { actingSchema } from './words/deputy.schema.ts';
import { languages, nameSchema } from '#platform/i18n/name.schema.ts';
import { leveled } from '#platform/level/level.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';

const idSchema = z.uuid();
const instant = z.iso.datetime();

/** Roles a mandate can hold; `public` is whoever has none. */
export type GrantedRole = Exclude<Role, 'public'>;
export const grantableRoles = roles.filter((role): role is GrantedRole => role !== 'public');

export const loginSchema = leveled('sensitive', z.string().trim().toLowerCase().min(2).max(80).regex(/^[\p{L}\p{N}._@+-]+$/u));
/** Long beats clever: at least ten characters, not one repeated. */
export const newPasswordSchema = z
  .string()
  .min(10)
  .max(200)
  .refine((password) => new Set(password).size > 1, { message: 'passwordTooSimple' });

export const signInSchema = z.strictObject({ login: loginSchema, password: z.string().min(1).max(200) });
export const passwordChangeSchema = z.strictObject({ current: z.string().min(1).max(200), next: newPasswordSchema });

export const spaceSchema = z.object({ id: idSchema, name: nameSchema, kind: z.enum(['sample', 'own']), createdAt: instant });
export type Space = z.infer<typeof spaceSchema>;
export const spaceInputSchema = z.strictObject({ name: nameSchema, withPack: z.boolean().default(true) });

export const mandateSchema = z.object({
  id: idSchema,
  personId: idSchema,
  role: z.enum(grantableRoles),
  /** What an operator's mandate is limited to; null: all powers, or a role that has none. */
  powers: z.array(z.enum(powers)).nullable(),
  scopeKind: z.enum(scopeKinds),
  scopeId: z.string().nullable(),
  /** Name of what the scope points at, where it still exists and this reader may know it. */
  scopeName: nameSchema.nullable(),
  organisationId: z.string().nullable(),
  /** Set when it comes with a post that the person holds. */
  postId: z.string().nullable(),
  postName: nameSchema.nullable(),
  validFrom: instant,
  validUntil: instant.nullable(),
  grantedAt: instant,
  grantedBy: z.string().nullable(),
  state: z.enum(['coming', 'inForce', 'ended']),
});
export type Mandate = z.infer<typeof mandateSchema>;
export const mandateInputSchema = z
  .strictObject({
    role: z.enum(grantableRoles),
    powers: z.array(z.enum(powers)).min(1).max(powers.length).nullable().default(null),
    scopeKind: z.enum(scopeKinds),
    scopeId: z.string().trim().min(1).max(60).nullable().default(null),
    organisationId: idSchema.nullable().default(null),
    validFrom: instant.nullable().default(null),
    validUntil: instant.nullable().default(null),
    /** Why, for the second person where one is needed. */
    reason: z.string().trim().min(1).max(1000).nullable().default(null),
  })
  .refine((mandate) => (mandate.scopeKind === 'space') === (mandate.scopeId === null), { message: 'scopeMissing', path: ['scopeId'] })
  .refine((mandate) => !mandate.validFrom || !mandate.validUntil || mandate.validUntil >= mandate.validFrom, { message: 'untilBeforeSince', path: ['validUntil'] });
/** What became of a grant or an end: done, or waiting for a second person. A mandate that waits is `requested` and gives no right. */
export const mandateOutcomeSchema = mandateSchema.extend({ state: z.enum(['requested', 'coming', 'inForce', 'ended']), approvalId: idSchema.nullable() });
export type MandateInput = z.output<typeof mandateInputSchema>;

export const personSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  name: nameSchema,
  login: leveled('sensitive', z.string()).nullable(),
  email: leveled('sensitive', z.string()).nullable(),
  language: z.enum(languages).nullable(),
  state: z.enum(['invited', 'active', 'archived', 'withoutAccount']),
  mandates: z.array(mandateSchema),
  createdAt: instant,
  updatedAt: instant,
});
export type Person = z.infer<typeof personSchema>;
const personFields = { name: nameSchema, email: leveled('sensitive', z.email().max(200)).nullable().default(null), language: z.enum(languages).nullable().default(null) };
export const personInputSchema = z.strictObject(personFields);
export const personPatchSchema = z.strictObject({ name: nameSchema.optional(), email: leveled('sensitive', z.email().max(200)).nullable().optional(), language: z.enum(languages).nullable().optional() });
export const personListQuery = z.strictObject({ ...pageQuery, q: z.string().trim().max(100).optional(), role: z.enum(roles).optional(), sort: z.enum(['name', '-name', 'updatedAt', '-updatedAt']).default('name') });

/** The link's secret is shown once, to the one who invites; only its hash is kept. */
export const invitationSchema = z.object({ id: idSchema, personId: idSchema, token: leveled('sensitive', z.string()), expiresAt: instant });
export const acceptInvitationSchema = z.strictObject({ token: z.string().min(20).max(200), login: loginSchema, password: newPasswordSchema });

export const sessionViewSchema = z.object({
  signedIn: z.boolean(),
  /** One's own name and sign-in name, told to nobody else. */
  person: leveled('internal', z.object({ id: idSchema, name: nameSchema, login: leveled('internal', z.string()) })).nullable(),
  /** Half a sign-in still owes its code; or a second factor has to be enrolled before anything else. */
  owes: z.enum(['code', 'enrolment']).nullable(),
  space: spaceSchema.nullable(),
  /** Spaces in which this account is a person; one is the ordinary case, and then the word is never shown. */
  spaces: z.array(spaceSchema),
  mandates: z.array(mandateSchema),
  /** For whom the reader works just now, as their deputy; mandates and permissions are then that person's, cut down. */
  acting: actingSchema.nullable(),
  mayActFor: z.array(actingSchema),
  /** Permissions held for at least one row: menus show what can be done somewhere. */
  permissions: z.array(z.string()),
  /** Product version, whether a sample space exists, and the name of the provider people may sign in through, for the first screen. */
  product: z.object({ version: z.string(), hasSample: z.boolean(), outsideSignIn: z.string().nullable() }),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

export const auditEntrySchema = z.object({
  id: idSchema,
  seq: z.string(),
  at: instant,
  actorName: z.string(),
  /** For whom, when the actor was a deputy. */
  forName: z.string().nullable(),
  role: z.string().nullable(),
  event: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  subjectName: nameSchema.nullable(),
  changes: leveled('sensitive', z.record(z.string(), z.tuple([z.unknown(), z.unknown()]))).nullable(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
export const auditListQuery = z.strictObject({ ...pageQuery, event: z.string().max(60).optional(), subjectKind: z.string().max(40).optional(), subjectId: z.string().max(60).optional(), personId: idSchema.optional(), sort: z.enum(['-seq', 'seq']).default('-seq') });
export const auditVerdictSchema = z.object({
  intact: z.boolean(),
  entries: z.number().int(),
  brokenAt: z.object({ seq: z.string(), reason: z.enum(['changed', 'missing', 'headDiffers']) }).nullable(),
  checkedAt: instant,
});

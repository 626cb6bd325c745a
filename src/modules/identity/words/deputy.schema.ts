import { z } from 'zod';
import { deedKinds } from '#platform/auth/deed-kind.rules.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';

const instant = z.iso.datetime();
export const personRefSchema = z.object({ id: z.uuid(), name: nameSchema });
export type PersonRef = z.infer<typeof personRefSchema>;

export const deputySchema = z.object({
  id: z.uuid(),
  holder: personRefSchema,
  deputy: personRefSchema,
  kinds: z.array(z.enum(deedKinds)),
  /** Only this mandate of the holder; null: all of them. */
  mandateId: z.uuid().nullable(),
  mandateRole: z.string().nullable(),
  validFrom: instant,
  validUntil: instant,
  reason: z.string().nullable(),
  namedBy: personRefSchema,
  namedAt: instant,
  endedAt: instant.nullable(),
  state: z.enum(['coming', 'inForce', 'ended']),
});
export type Deputy = z.infer<typeof deputySchema>;

export const deputyInputSchema = z
  .strictObject({
    /** Whose deputy; the caller's own when left out. */
    holderId: z.uuid().nullable().default(null),
    deputyPersonId: z.uuid(),
    kinds: z.array(z.enum(deedKinds)).min(1).max(deedKinds.length),
    mandateId: z.uuid().nullable().default(null),
    validFrom: instant.nullable().default(null),
    validUntil: instant,
    reason: z.string().trim().min(1).max(500).nullable().default(null),
  })
  .refine((deputy) => !deputy.validFrom || deputy.validUntil > deputy.validFrom, { message: 'untilBeforeSince', path: ['validUntil'] });
export type DeputyInput = z.output<typeof deputyInputSchema>;

export const deputyListQuery = z.strictObject({ ...pageQuery, state: z.enum(['inForce', 'coming', 'ended']).optional(), sort: z.enum(['-validFrom', 'validFrom']).default('-validFrom') });
export const myDeputiesSchema = z.object({ mine: z.array(deputySchema), forOthers: z.array(deputySchema) });
export const actingInputSchema = z.strictObject({ deputyId: z.uuid().nullable() });

/** In the session's view: as whom the reader works now, and as whom they could. */
export const actingSchema = z.object({ deputyId: z.uuid(), person: personRefSchema, kinds: z.array(z.enum(deedKinds)), validUntil: instant });

export const colleagueQuery = z.strictObject({ q: z.string().trim().min(1).max(100), limit: z.coerce.number().int().min(1).max(20).default(10) });
export const colleaguesSchema = z.object({ items: z.array(personRefSchema) });

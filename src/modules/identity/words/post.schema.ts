import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { mandateSchema } from '../identity.schema.ts';
import { personRefSchema } from './deputy.schema.ts';

const instant = z.iso.datetime();

export const postHoldingSchema = z.object({ id: z.uuid(), person: personRefSchema, validFrom: instant, validUntil: instant.nullable(), state: z.enum(['coming', 'inForce', 'ended']) });
export type PostHolding = z.infer<typeof postHoldingSchema>;

export const postSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  name: nameSchema,
  /** The organisation or cluster that the post belongs to, if any. */
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  subjectName: nameSchema.nullable(),
  superiorId: z.uuid().nullable(),
  validFrom: instant,
  validUntil: instant.nullable(),
  /** Who holds it at the instant asked for; null: vacant. */
  holder: personRefSchema.nullable(),
  /** The next change of holder after that instant. */
  next: postHoldingSchema.nullable(),
  mandateCount: z.number().int(),
});
export type Post = z.infer<typeof postSchema>;
export const postDetailSchema = postSchema.extend({ holdings: z.array(postHoldingSchema), mandates: z.array(mandateSchema.omit({ personId: true })) });
export const postChartSchema = z.object({ at: instant, items: z.array(postSchema) });
export const postChartQuery = z.strictObject({ at: instant.optional() });

const fields = {
  name: nameSchema,
  subjectKind: z.enum(['organisation', 'cluster']).nullable().default(null),
  subjectId: z.uuid().nullable().default(null),
  superiorId: z.uuid().nullable().default(null),
};
export const postInputSchema = z.strictObject(fields).refine((post) => (post.subjectKind === null) === (post.subjectId === null), { message: 'scopeMissing', path: ['subjectId'] });
export type PostInput = z.output<typeof postInputSchema>;
export const holdingInputSchema = z
  .strictObject({ personId: z.uuid(), validFrom: instant.nullable().default(null), validUntil: instant.nullable().default(null), reason: z.string().trim().min(1).max(1000).nullable().default(null) })
  .refine((holding) => !holding.validFrom || !holding.validUntil || holding.validUntil > holding.validFrom, { message: 'untilBeforeSince', path: ['validUntil'] });

/** What became of a change to a post: done, or waiting for a second person. */
export const postOutcomeSchema = z.object({ approvalId: z.uuid().nullable() });

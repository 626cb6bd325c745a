import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { personRefSchema } from './deputy.schema.ts';

const instant = z.iso.datetime();
const bilingual = z.object({ zh: z.string(), en: z.string() });
export const leavingStates = ['open', 'done', 'cancelled'] as const;
export type LeavingState = (typeof leavingStates)[number];

export const heldLineSchema = z.object({
  kind: z.string(),
  id: z.string(),
  label: bilingual,
  name: nameSchema,
  /** The message that says the name, where it is a word of the product. */
  key: z.string().optional(),
  href: z.string().nullable(),
  /** Whether it can go to somebody else; what can't is ended. */
  passes: z.boolean(),
});
export const leavingLineSchema = heldLineSchema.extend({ decided: z.boolean(), successor: personRefSchema.nullable() });
export type LeavingLine = z.infer<typeof leavingLineSchema>;

export const leavingSignatureSchema = z.object({ side: z.enum(['leaver', 'successor']), person: personRefSchema, signedBy: personRefSchema.nullable(), signedAt: instant.nullable() });
export type LeavingSignature = z.infer<typeof leavingSignatureSchema>;

export const leavingSchema = z.object({
  id: z.uuid().nullable(),
  person: personRefSchema,
  /** Null before it was begun; the lines are then a preview. */
  state: z.enum(leavingStates).nullable(),
  lastDay: instant.nullable(),
  reason: z.string().nullable(),
  lines: z.array(leavingLineSchema),
  /** Who has to sign, and who has. A signature under another plan does not count. */
  signatures: z.array(leavingSignatureSchema),
  deeds: z.array(z.enum(['start', 'plan', 'signLeaver', 'signForLeaver', 'signSuccessor', 'complete', 'cancel'])),
  approvalId: z.uuid().nullable(),
});
export type Leaving = z.infer<typeof leavingSchema>;

export const leavingStartSchema = z.strictObject({ lastDay: instant, reason: z.string().trim().min(1).max(500).nullable().default(null) });
export const leavingPlanSchema = z.strictObject({ lines: z.array(z.strictObject({ kind: z.string().min(1).max(60), id: z.string().min(1).max(80), successorId: z.uuid().nullable() })).min(1).max(1000) });
export const leavingSignSchema = z.strictObject({ side: z.enum(['leaver', 'successor']) });

export const orphanSchema = heldLineSchema.extend({ person: personRefSchema });
export const orphansSchema = z.object({ items: z.array(orphanSchema) });
export type Orphan = z.infer<typeof orphanSchema>;
export const orphanPassSchema = z.strictObject({ items: z.array(z.strictObject({ kind: z.string().min(1).max(60), id: z.string().min(1).max(80) })).min(1).max(500), successorId: z.uuid().nullable() });

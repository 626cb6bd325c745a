import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';

export const approvalStates = ['requested', 'approved', 'rejected', 'withdrawn', 'expired'] as const;
export type ApprovalState = (typeof approvalStates)[number];
export const approvalViews = ['waiting', 'asked', 'decided'] as const;

const bilingual = z.object({ zh: z.string(), en: z.string() });

/** Who did something, and for whom when it was done as a deputy. */
export const byForSchema = z.object({ personId: z.uuid(), name: nameSchema, forPersonId: z.uuid().nullable(), forName: nameSchema.nullable() });
export type ByFor = z.infer<typeof byForSchema>;

export const approvalSummarySchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  kind: z.string(),
  label: bilingual,
  subjectKind: z.string(),
  subjectId: z.string(),
  subjectName: nameSchema.nullable(),
  reason: z.string().nullable(),
  state: z.enum(approvalStates),
  requested: byForSchema,
  requestedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  decided: byForSchema.nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decision: z.string().nullable(),
  /** Where the result is, once there is one. */
  href: z.string().nullable(),
});
export type ApprovalSummary = z.infer<typeof approvalSummarySchema>;

export const approvalSchema = approvalSummarySchema.extend({
  /** What is asked for, line by line. Where it passes to somebody, `to` is their name, and null if it ends. */
  lines: z.array(z.object({ label: bilingual, value: z.string(), key: z.string().optional(), to: z.string().nullable().optional() })),
  /** What this reader may do with it now; empty when it is closed. */
  deeds: z.array(z.enum(['approve', 'reject', 'withdraw'])),
  /** Why this reader cannot decide although they hold the right. */
  hindrance: z.enum(['samePerson', 'concerned']).nullable(),
});
export type Approval = z.infer<typeof approvalSchema>;

export const approvalListQuery = z.strictObject({ ...pageQuery, view: z.enum(approvalViews).default('waiting'), sort: z.enum(['-requestedAt', 'requestedAt']).default('-requestedAt') });
export const approvalNoteSchema = z.strictObject({ note: z.string().trim().min(1).max(1000).nullable().default(null) });
export const approvalReasonSchema = z.strictObject({ reason: z.string().trim().min(1).max(1000) });

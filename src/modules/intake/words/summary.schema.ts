import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { idSchema } from './form.schema.ts';

export const summaryStates = ['draft', 'submitted', 'returned', 'accepted'] as const;
export type SummaryState = (typeof summaryStates)[number];
const count = z.number().int().min(0);

/** One line of the sheet. A sum of nothing is unknown, never zero. */
export const summaryLineSchema = z.object({
  field: z.string(),
  label: nameSchema,
  unit: z.string().nullable(),
  scale: z.string(),
  sum: z.string().nullable(),
  counted: count,
  withheld: count,
  /** Reported without a number that can be added: about, at least, not stated. */
  inexact: count,
});
export const summaryContentSchema = z.object({
  lines: z.array(summaryLineSchema),
  total: count,
  reported: count,
  onBehalf: count,
  /** Names of those who have not reported, the first 500. */
  missing: z.array(z.object({ id: z.string(), name: nameSchema })),
  missingCount: count,
});
export type SummaryContent = z.output<typeof summaryContentSchema>;

export const campaignSummarySheetSchema = z.object({
  id: idSchema,
  version: z.number().int().min(1),
  campaignId: idSchema,
  level: z.number().int(),
  holder: z.string(),
  holderName: nameSchema.nullable(),
  number: z.number().int(),
  state: z.enum(summaryStates),
  content: summaryContentSchema,
  note: z.string().nullable(),
  reason: z.string().nullable(),
  isOnBehalf: z.boolean(),
  createdByName: z.string(),
  createdAt: z.iso.datetime(),
  submittedByName: z.string().nullable(),
  submittedAt: z.iso.datetime().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
});
export type SummarySheet = z.output<typeof campaignSummarySheetSchema>;
export const summaryListQuery = z.strictObject({ ...pageQuery });

import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });
const count = z.number().int().min(0);

export const sourceQualitySchema = z.object({
  source: z.object({
    id: z.uuid(),
    title: z.string(),
    publisher: z.string().nullable(),
    kind: z.string(),
    url: z.string().nullable(),
    publishedOn: z.string().nullable(),
    note: z.string().nullable(),
    licence: z.string().nullable(),
  }),
  /** Files of this source; null for a reader who may not see imports. */
  files: z
    .object({
      batches: count,
      applied: count,
      rows: count,
      created: count,
      changed: count,
      left: count,
      /** Rows that still ask which of several records or places they mean. */
      unmatched: count,
      lastAppliedAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  /** Days since the newest thing known of it: a file applied, a statement entered, the day it was published. */
  freshness: z.object({ days: count.nullable(), publishedOn: z.string().nullable(), lastAppliedAt: z.iso.datetime().nullable(), latestPeriod: z.string().nullable(), latestEnteredAt: z.iso.datetime().nullable() }),
  /** Filled cells of each field, over the rows of the files that carry it. */
  completeness: z.array(z.object({ target: z.string(), targetLabel: bilingual, field: z.string(), label: bilingual, required: z.boolean(), filled: count, rows: count })),
  /** Rows left out, by the group they fell into. */
  rejects: z.array(z.object({ target: z.string(), group: z.string(), label: bilingual, rows: count })),
  /** Remarks on rows, the most frequent first. */
  remarks: z.array(z.object({ target: z.string(), reason: z.string(), label: bilingual, rows: count })),
  statements: z.object({
    total: count,
    records: count,
    disputed: count,
    conflicts: z.array(z.object({ subjectKind: z.string(), subjectId: z.string(), name: nameSchema, attribute: nameSchema, period: z.string().nullable(), shown: z.boolean() })),
  }),
});
export type SourceQuality = z.infer<typeof sourceQualitySchema>;
export const shownConflicts = 50;

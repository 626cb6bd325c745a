import { z } from 'zod';
import { idSchema } from '#modules/registry/words/record.schema.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';

/** Four sheets: two that evaluate (how it stands, how it is managed), two that diagnose (where it may go, what holds it back). */
export const sheetHeadings = ['currentState', 'management', 'outlook', 'bottlenecks'] as const;
/** Findings under the headings that the texts on clusters give. */
export const findingGroups = {
  weakness: ['resourcesUnused', 'innovationWeak', 'influenceSmall', 'brandLow'],
  quality: ['systemic', 'advanced', 'secure', 'coordinated', 'rooted'],
  capability: ['innovation', 'managing', 'international'],
  effect: ['agglomeration', 'external', 'network'],
} as const;
export type FindingGroup = keyof typeof findingGroups;
export const findingHeadings = [...findingGroups.weakness, ...findingGroups.quality, ...findingGroups.capability, ...findingGroups.effect] as const;
export const diagnosisHeadings = [...sheetHeadings, ...findingHeadings] as const;
export type DiagnosisHeading = (typeof diagnosisHeadings)[number];
export const isSheet = (heading: DiagnosisHeading): boolean => sheetHeadings.some((each) => each === heading);
export const groupOf = (heading: DiagnosisHeading): FindingGroup | null => (Object.keys(findingGroups) as FindingGroup[]).find((group) => findingGroups[group].some((each) => each === heading)) ?? null;

/** Of a weakness: it is there, in part, not. Of anything else: strong, fair, poor. `unclear` says that the evidence does not carry a judgement. */
export const judgements = ['strong', 'fair', 'poor', 'unclear'] as const;

const words = z.string().trim().min(1).max(4000);
const decimal = z.string().regex(/^-?\d{1,24}(\.\d{1,20})?$/);
export const evidenceInputSchema = z.strictObject({
  indicatorId: idSchema,
  /** What it is held against, with where that comes from. */
  benchmark: z.strictObject({ value: decimal, source: z.string().trim().min(1).max(200) }).nullable().default(null),
});
export const diagnosisInputSchema = z.strictObject({
  /** Number of the entry that it follows; 0 for the first. */
  after: z.number().int().min(0),
  judgement: z.enum(judgements).nullable().default(null),
  text: z.strictObject({ zh: words.optional(), en: words.optional() }).refine((given) => Boolean(given.zh ?? given.en), { message: 'nameEmpty' }),
  evidence: z.array(evidenceInputSchema).max(12).default([]),
});
export type DiagnosisInput = z.infer<typeof diagnosisInputSchema>;

export const evidenceSchema = z.object({
  indicatorId: idSchema,
  name: nameSchema,
  value: z.string().nullable(),
  unit: z.string().nullable(),
  period: z.string().nullable(),
  source: z.string().nullable(),
  sample: z.boolean(),
  /** Oldest first, as it stood when the entry was written. */
  series: z.array(z.object({ period: z.string(), value: z.string().nullable() })),
  benchmark: z.object({ value: z.string(), source: z.string() }).nullable(),
  /** It rests on values that not every reader of the cluster may see. */
  restricted: z.boolean(),
  withheld: z.boolean(),
});
export type Evidence = z.infer<typeof evidenceSchema>;
export const diagnosisEntrySchema = z.object({
  id: idSchema,
  heading: z.enum(diagnosisHeadings),
  number: z.number().int().min(1),
  judgement: z.enum(judgements).nullable(),
  text: z.object({ zh: z.string().optional(), en: z.string().optional() }),
  evidence: z.array(evidenceSchema),
  writtenByName: z.string(),
  writtenAt: z.iso.datetime(),
  sample: z.boolean(),
});
export type DiagnosisEntry = z.infer<typeof diagnosisEntrySchema>;

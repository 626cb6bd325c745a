import { z } from 'zod';
import { idSchema, noteSchema } from './record.schema.ts';

/** What a cluster may turn out to be when its facts are looked at; a chain is none of the registry's records. */
export const recordNatures = ['cluster', 'base', 'park', 'chain', 'facility'] as const;
export const classificationFactsSchema = z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/), z.union([z.string().max(200), z.number(), z.boolean(), z.null()]));
export type ClassificationFacts = z.infer<typeof classificationFactsSchema>;

export const classificationInputSchema = z.strictObject({
  facts: classificationFactsSchema,
  /** Why the record is entered as it is although the rules say otherwise. */
  reason: noteSchema.min(1).nullable().default(null),
});
export const classificationCheckSchema = z.strictObject({ facts: classificationFactsSchema, enteredAs: z.enum(recordNatures) });

export const classificationVerdictSchema = z.object({
  enteredAs: z.enum(recordNatures),
  /** What the rules make of the facts; null when the facts do not decide it. */
  nature: z.enum(recordNatures).nullable(),
  agrees: z.boolean().nullable(),
  clauses: z.array(
    z.object({
      id: z.string(),
      words: z.object({ zh: z.string(), en: z.string() }),
      outcome: z.enum(['pass', 'fail', 'unknown']),
      missing: z.array(z.string()),
    }),
  ),
  ruleSet: z.object({ id: z.string(), version: z.string() }),
});
export type ClassificationVerdict = z.infer<typeof classificationVerdictSchema>;
export const storedVerdictSchema = z.object({
  id: idSchema,
  facts: classificationFactsSchema,
  verdict: classificationVerdictSchema,
  reason: z.string().nullable(),
  decidedAt: z.iso.datetime(),
});

import { z } from 'zod';
import { classificationQuestions, recordKinds, type ClassificationFact } from './classification.rules.ts';
import { idSchema, noteSchema } from './record.schema.ts';

const answers = { number: z.number().int().min(0).max(10_000_000), list: z.array(z.string().max(60)).max(20), boolean: z.boolean() } as const;

/** Answers to the questions that tell a cluster from a base, park or chain; an answer left open is unknown, never no. */
const questions = Object.entries(classificationQuestions).map(([key, question]) => [key, answers[question.kind].nullable().optional()]);
export const classificationFactsSchema = z.strictObject(
  Object.fromEntries(questions) as Record<ClassificationFact, z.ZodOptional<z.ZodNullable<z.ZodType<number | boolean | string[]>>>>,
);
export type GivenFacts = z.output<typeof classificationFactsSchema>;

export const classificationInputSchema = z.strictObject({
  facts: classificationFactsSchema,
  /** Why the record is entered as it is although the rules say otherwise. */
  reason: noteSchema.min(1).nullable().default(null),
});

const outcome = z.enum(['pass', 'fail', 'unknown']);
const bilingual = z.object({ zh: z.string(), en: z.string() });
export const classificationVerdictSchema = z.object({
  enteredAs: z.enum(recordKinds),
  /** The one kind whose rules pass; `unsure` when none does, or more than one. */
  likely: z.enum([...recordKinds, 'unsure']),
  /** False when the rules of the kind entered fail; null when they are open. */
  agrees: z.boolean().nullable(),
  passing: z.array(z.enum(recordKinds)),
  kinds: z.array(
    z.object({
      kind: z.enum(recordKinds),
      outcome,
      ruleSetId: z.string(),
      version: z.string(),
      clauses: z.array(z.object({ id: z.string(), title: bilingual, outcome, inputs: z.array(z.object({ name: z.string(), value: z.unknown() })), reason: z.string().nullable() })),
    }),
  ),
});
export type ClassificationVerdict = z.infer<typeof classificationVerdictSchema>;
export const storedVerdictSchema = z.object({
  id: idSchema,
  facts: classificationFactsSchema,
  verdict: classificationVerdictSchema,
  reason: z.string().nullable(),
  decidedAt: z.iso.datetime(),
});
export type StoredVerdict = z.infer<typeof storedVerdictSchema>;

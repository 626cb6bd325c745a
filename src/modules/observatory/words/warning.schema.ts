import { z } from 'zod';
import { observedKinds } from '#modules/indicator/words/observation.schema.ts';
import { idSchema, refSchema } from '#modules/registry/words/record.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { alarmTestSchema } from './alarm-rule.schema.ts';
import { severities, warningStates, warningVerbs } from './warning.rules.ts';

const value = z.object({ period: z.string(), value: z.string() });

/** One test of the rule with all that it read. */
export const signSchema = z.object({
  test: alarmTestSchema,
  outcome: z.enum(['pass', 'fail', 'unknown']),
  /** What was held against the bound: the value, its change, places, a share, a chance. */
  actual: z.string().nullable(),
  unit: z.string().nullable(),
  /** How far beyond the bound, or how far still from it. */
  beyond: z.string().nullable(),
  missing: z.string().nullable(),
  /** What it was compared with. */
  before: value.nullable(),
  rank: z.object({ now: z.number().int(), before: z.number().int(), of: z.number().int() }).nullable(),
  total: z.object({ sum: z.string(), of: z.number().int() }).nullable(),
  slope: z.string().nullable(),
  /** Why it could not be judged. */
  reason: z.enum(['noBefore', 'notPositive', 'tooFew', 'notInPeers']).nullable(),
});
export type Sign = z.infer<typeof signSchema>;

export const warningEvidenceSchema = z.object({ unit: z.string().nullable(), value: z.string(), sources: z.array(z.string()), series: z.array(value), signs: z.array(signSchema), combine: z.enum(['all', 'any']) });
export type WarningEvidence = z.infer<typeof warningEvidenceSchema>;

const bilingual = z.object({ zh: z.string(), en: z.string() });
export const warningSummarySchema = z.object({
  id: idSchema,
  title: bilingual,
  severity: z.enum(severities),
  state: z.enum(warningStates),
  subjectKind: z.enum(observedKinds),
  subject: refSchema,
  /** Page of the subject; none for a statistical area. */
  subjectHref: z.string().nullable(),
  indicator: refSchema,
  period: z.string(),
  value: z.string(),
  unit: z.string().nullable(),
  ruleId: idSchema,
  editionNumber: z.number().int(),
  productDefault: z.boolean(),
  sample: z.boolean(),
  raisedAt: z.iso.datetime(),
});
export type WarningSummary = z.infer<typeof warningSummarySchema>;

export const warningStepSchema = z.object({ id: idSchema, verb: z.enum(warningVerbs), toState: z.enum(warningStates), note: z.string().nullable(), href: z.string().nullable(), doneByName: z.string(), doneAt: z.iso.datetime() });
export const warningSchema = warningSummarySchema.extend({
  evidence: warningEvidenceSchema,
  steps: z.array(warningStepSchema),
  /** What the one who asks may do next. */
  may: z.array(z.enum(warningVerbs)),
  targets: z.array(z.object({ id: z.string(), label: bilingual })),
});
export type Warning = z.infer<typeof warningSchema>;

const filters = {
  q: z.string().trim().max(100).optional(),
  state: z.enum([...warningStates, 'waiting']).optional(),
  severity: z.enum(severities).optional(),
  subjectKind: z.enum(observedKinds).optional(),
  subjectId: z.string().max(60).optional(),
  indicatorId: z.uuid().optional(),
  ruleId: z.uuid().optional(),
};
export const warningListQuery = z.strictObject({ ...pageQuery, ...filters, sort: z.enum(['raisedAt', '-raisedAt']).default('-raisedAt') });
export const warningCountQuery = z.strictObject({ q: filters.q, subjectKind: filters.subjectKind, subjectId: filters.subjectId, indicatorId: filters.indicatorId, ruleId: filters.ruleId });
export const warningCountSchema = z.object({ byState: z.array(z.object({ state: z.enum(warningStates), count: z.number().int() })), waiting: z.array(z.object({ severity: z.enum(severities), count: z.number().int() })) });
export type WarningCount = z.infer<typeof warningCountSchema>;
export const warningStepInput = z.strictObject({ verb: z.enum(warningVerbs), note: z.string().trim().min(1).max(1000).nullable().default(null), targetId: z.string().max(80).nullable().default(null) });

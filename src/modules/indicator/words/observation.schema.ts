import { z } from 'zod';
import { idSchema, noteSchema, refSchema, visibilitySchema } from '#modules/registry/words/record.schema.ts';
import { operators, sourceKinds } from '#modules/registry/words/statement.schema.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { bases, dimensions, unitCodeSchema } from './indicator.schema.ts';

export const observedKinds = ['territory', 'cluster', 'organisation', 'place', 'area'] as const;
export type ObservedKind = (typeof observedKinds)[number];
/** Missing, zero and suppressed are three things. */
export const missingKinds = ['notStated', 'notApplicable', 'suppressed'] as const;
export type MissingKind = (typeof missingKinds)[number];
export const origins = ['batch', 'submission', 'typed', 'sample'] as const;
export type Origin = (typeof origins)[number];
export const observationFlags = ['estimated', 'provisional', 'revised', 'forecast', 'seriesBreak', 'comparableBasis', 'reportedOnBehalf', 'perturbed'] as const;
/** What a value of a statistical survey can be released for. */
export const purposes = ['rules', 'policyFit', 'grading', 'review', 'otherScreens', 'publication'] as const;
export type ReleasePurpose = (typeof purposes)[number];
/** `own`: whom it is about and the officials who collect it. `statistics`: totals that pass through suppression. */
export const uses = ['own', 'statistics', ...purposes] as const;
export type Use = (typeof uses)[number];

/** Text form of kernel/quantity/period; the action refuses what is none. */
export const periodSchema = z.string().trim().min(1).max(40);
const decimal = z.string().regex(/^-?\d{1,24}(\.\d{1,20})?$/);

const observationFields = {
  subjectKind: z.enum(observedKinds),
  subjectId: z.string().min(1).max(60),
  period: periodSchema,
  vintageId: idSchema.nullable().default(null),
  operator: z.enum(operators).default('='),
  value: decimal.nullable(),
  unit: unitCodeSchema.nullable().default(null),
  missing: z.enum(missingKinds).nullable().default(null),
  flags: z.array(z.enum(observationFlags)).max(observationFlags.length).default([]),
  scopeNote: noteSchema.max(500).nullable().default(null),
  sourceId: idSchema.nullable().default(null),
  basis: z.enum(bases),
  releasedFor: z.array(z.enum(purposes)).max(purposes.length).default([]),
  visibility: visibilitySchema.optional(),
};
/** A value typed by a person. */
export const observationInputSchema = z
  .strictObject(observationFields)
  .refine((given) => (given.value === null) === (given.missing !== null) && (given.value === null) === (given.operator === 'notStated'), { message: 'valueOrMissing', path: ['value'] });
export type ObservationInput = z.output<typeof observationInputSchema>;

export const observationSchema = z.object({
  id: idSchema,
  indicatorId: idSchema,
  subjectKind: z.enum(observedKinds),
  subject: refSchema,
  /** System and code of an area. */
  subjectCode: z.string().nullable(),
  period: z.string(),
  periodEnd: z.iso.date(),
  vintage: z.object({ id: idSchema, title: z.string(), releasedOn: z.iso.date().nullable() }).nullable(),
  operator: z.enum(operators),
  value: z.string().nullable(),
  /** As the source wrote it. */
  valueText: z.string().nullable(),
  unit: z.string().nullable(),
  missing: z.enum(missingKinds).nullable(),
  flags: z.array(z.string()),
  scopeNote: z.string().nullable(),
  source: z.object({ id: idSchema, title: z.string(), kind: z.enum(sourceKinds), publishedOn: z.iso.date().nullable() }).nullable(),
  basis: z.enum(bases),
  releasedFor: z.array(z.string()),
  visibility: visibilitySchema,
  sample: z.boolean(),
  origin: z.enum(origins),
  originId: idSchema,
  originRow: z.number().int().min(0),
  statementId: idSchema.nullable(),
  enteredAt: z.iso.datetime(),
  /** Shown by the rule, by a person's decision, or standing beside. */
  shown: z.enum(['byRule', 'byDecision', 'other']),
  /** True when another observation of the same period says something else. */
  disputed: z.boolean(),
});
export type Observation = z.infer<typeof observationSchema>;

export const observationListQuery = z.strictObject({
  ...pageQuery,
  subjectKind: z.enum(observedKinds).optional(),
  subjectId: z.string().max(60).optional(),
  /** Only periods that end on or after, and on or before. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  disputed: z.enum(['true', 'false']).optional(),
  vintageId: idSchema.optional(),
  shown: z.enum(['true', 'false']).optional(),
});
/** What is measured of one record: the shown value of the newest period of each indicator. */
export const subjectValuesQuery = z.strictObject({ ...pageQuery, subjectKind: z.enum(observedKinds), subjectId: z.string().min(1).max(60) });
export const subjectValueSchema = z.object({
  /** Of the indicator. */
  id: idSchema,
  key: z.string(),
  name: nameSchema,
  dimension: z.enum(dimensions).nullable(),
  topic: z.string().nullable(),
  periodCount: z.number().int().min(1),
  latest: observationSchema,
});
export type SubjectValue = z.infer<typeof subjectValueSchema>;

/** Who or what holds values of an indicator. */
export const subjectListQuery = z.strictObject({ ...pageQuery, q: z.string().trim().max(100).optional(), subjectKind: z.enum(observedKinds).optional() });
export const observedSubjectSchema = z.object({
  id: z.string(),
  subjectKind: z.enum(observedKinds),
  subject: refSchema,
  subjectCode: z.string().nullable(),
  system: z.string().nullable(),
  observationCount: z.number().int().min(0),
  firstPeriod: z.string(),
  lastPeriod: z.string(),
});
export type ObservedSubject = z.infer<typeof observedSubjectSchema>;

import { z } from 'zod';
import { dateSchema, idSchema, noteSchema, refSchema, visibilitySchema } from '#modules/registry/words/record.schema.ts';
import { operators } from '#modules/registry/words/statement.schema.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { bases } from './indicator.schema.ts';
import { missingKinds, observationFlags, observedKinds, periodSchema } from './observation.schema.ts';

const decimal = z.string().regex(/^-?\d{1,24}(\.\d{1,20})?$/);
const subjectId = z.string().min(1).max(60);

/** Why a formula gives no figure for one subject and period. */
export const derivedReasons = ['termMissing', 'termNotApplicable', 'termSuppressed', 'termInexact', 'unitsDiffer', 'scopesDiffer', 'divisionByZero', 'notANumber'] as const;
/** What does not stop a formula and must be told beside its figure. */
export const derivedWarnings = ['vintagesDiffer', 'basesDiffer', 'scopeUnsaid'] as const;

/** One figure that went into a formula. */
export const termValueSchema = z.object({
  key: z.string(),
  /** Of the indicator; null for a count of records. */
  indicatorId: idSchema.nullable(),
  value: z.string().nullable(),
  unit: z.string().nullable(),
  period: z.string(),
  missing: z.enum(missingKinds).nullable(),
  scope: z.string().nullable(),
  vintageTitle: z.string().nullable(),
  observationId: idSchema.nullable(),
});
export type TermValue = z.infer<typeof termValueSchema>;
export const derivedSchema = z.object({
  value: z.string().nullable(),
  reason: z.enum(derivedReasons).nullable(),
  /** Keys, units or scopes that the reason is about. */
  about: z.array(z.string()),
  warnings: z.array(z.enum(derivedWarnings)),
  terms: z.array(termValueSchema),
});
export type Derived = z.infer<typeof derivedSchema>;

/** The figure of one subject and period: what a source states, else what the formula gives. */
export const readValueSchema = z.object({
  /** Subject and period. */
  id: z.string(),
  subjectKind: z.enum(observedKinds),
  subject: refSchema,
  subjectCode: z.string().nullable(),
  /** Code system of an area. */
  system: z.string().nullable(),
  /** The territory to draw it on. */
  territoryId: z.string().nullable(),
  period: z.string(),
  periodEnd: z.iso.date(),
  operator: z.enum(operators),
  value: z.string().nullable(),
  unit: z.string().nullable(),
  missing: z.enum(missingKinds).nullable(),
  flags: z.array(z.enum(observationFlags)),
  scopeNote: z.string().nullable(),
  vintageTitle: z.string().nullable(),
  sourceTitle: z.string().nullable(),
  basis: z.enum(bases).nullable(),
  sample: z.boolean(),
  /** The value that a source states; null for one that was computed. */
  observationId: idSchema.nullable(),
  derived: derivedSchema.nullable(),
});
export type ReadValue = z.infer<typeof readValueSchema>;

const asOf = { /** As it was known at the end of this day: later values, releases and decisions are left out. */ asOf: dateSchema.optional() };
export const periodsQuery = z.strictObject(asOf);
export const indicatorPeriodsSchema = z.object({
  groups: z.array(z.object({ subjectKind: z.enum(observedKinds), system: z.string().nullable(), subjects: z.number().int(), periods: z.array(z.object({ period: z.string(), periodEnd: z.iso.date(), held: z.number().int() })) })),
  /** Releases that figures of the indicator stand in, the newest first; null for figures of none. */
  vintages: z.array(z.object({ id: idSchema.nullable(), title: z.string().nullable(), releasedOn: z.iso.date().nullable(), values: z.number().int() })),
});
export type IndicatorPeriods = z.infer<typeof indicatorPeriodsSchema>;
export const crossSectionQuery = z.strictObject({
  ...asOf,
  period: periodSchema,
  subjectKind: z.enum(observedKinds),
  system: z.string().max(60).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
});
export const seriesQuery = z.strictObject({
  ...asOf,
  /** `kind:id` each, divided by commas; without it the first ones. */
  subjects: z.string().max(2000).optional(),
  subjectKind: z.enum(observedKinds).optional(),
  system: z.string().max(60).optional(),
});
export const mostSeries = 24;

/** How the list behind a growth changed: units that entered it, left it, changed their class or moved. */
export const unitChanges = ['enteredUnits', 'leftUnits', 'reclassifiedUnits', 'movedUnits'] as const;
export const comparisons = ['yearEarlier', 'previousPeriod'] as const;
const units = z.number().int().min(0).max(10_000_000).nullable().default(null);
const growthFields = {
  subjectKind: z.enum(observedKinds),
  subjectId,
  period: periodSchema,
  comparedWith: z.enum(comparisons).default('yearEarlier'),
  /** As stated: 8.4 for 8.4 %. */
  value: decimal,
  unit: z.enum(['percent', 'point']).default('percent'),
  /** On a list of units that the source made comparable. */
  comparable: z.boolean().default(true),
  /** Units that entered the list, left it, changed their class or moved; null where the source does not say. */
  enteredUnits: units,
  leftUnits: units,
  reclassifiedUnits: units,
  movedUnits: units,
  note: noteSchema.max(500).nullable().default(null),
  vintageId: idSchema.nullable().default(null),
  sourceId: idSchema.nullable().default(null),
  basis: z.enum(bases),
  visibility: visibilitySchema.optional(),
};
export const growthInputSchema = z.strictObject(growthFields);
export const growthSchema = z.object({
  ...growthFields,
  id: idSchema,
  indicatorId: idSchema,
  enteredUnits: z.number().int().nullable(),
  leftUnits: z.number().int().nullable(),
  reclassifiedUnits: z.number().int().nullable(),
  movedUnits: z.number().int().nullable(),
  note: z.string().nullable(),
  value: z.string(),
  unit: z.enum(['percent', 'point']),
  comparable: z.boolean(),
  comparedWith: z.enum(comparisons),
  periodEnd: z.iso.date(),
  vintageId: idSchema.nullable(),
  vintageTitle: z.string().nullable(),
  sourceId: idSchema.nullable(),
  sourceTitle: z.string().nullable(),
  releasedFor: z.array(z.string()),
  visibility: visibilitySchema,
  sample: z.boolean(),
  enteredAt: z.iso.datetime(),
});
export type GrowthStatement = z.infer<typeof growthSchema>;

export const breakKinds = ['definition', 'population', 'classification', 'boundary', 'unit', 'method'] as const;
export const spliceMethods = ['none', 'overlap', 'factor'] as const;
export const spliceSchema = z.object({ method: z.enum(spliceMethods), factor: z.string().nullable(), overlapPeriod: z.string().nullable(), reason: z.string(), chosenAt: z.iso.datetime() });
export const breakInputSchema = z
  .strictObject({
    subjectKind: z.enum(observedKinds).nullable().default(null),
    subjectId: subjectId.nullable().default(null),
    startsOn: dateSchema,
    kind: z.enum(breakKinds),
    beforeWords: noteSchema.max(2000).nullable().default(null),
    afterWords: noteSchema.max(2000).nullable().default(null),
    note: noteSchema.max(1000).nullable().default(null),
  })
  .refine(({ subjectKind, subjectId: id }) => (subjectKind === null) === (id === null), { message: 'subjectIncomplete', path: ['subjectId'] });
export const breakSchema = z.object({
  id: idSchema,
  indicatorId: idSchema,
  subjectKind: z.enum(observedKinds).nullable(),
  subjectId: z.string().nullable(),
  startsOn: z.iso.date(),
  kind: z.enum(breakKinds),
  beforeWords: z.string().nullable(),
  afterWords: z.string().nullable(),
  note: z.string().nullable(),
  origin: z.enum(['typed', 'changed', 'sample']),
  enteredAt: z.iso.datetime(),
  /** In force; null while nobody has chosen, and the series stays broken. */
  splice: spliceSchema.nullable(),
  splices: z.array(spliceSchema),
});
export type SeriesBreak = z.infer<typeof breakSchema>;
export const spliceInputSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('none'), reason: noteSchema.min(1) }),
  z.strictObject({ method: z.literal('factor'), factor: z.string().regex(/^\d{1,12}(\.\d{1,12})?$/), reason: noteSchema.min(1) }),
  /** The same subject and period on both footings: the factor is the later figure over the earlier. */
  z.strictObject({ method: z.literal('overlap'), before: decimal, after: decimal, overlapPeriod: periodSchema, reason: noteSchema.min(1) }),
]);

export const subjectSeriesSchema = z.object({
  id: z.string(),
  subjectKind: z.enum(observedKinds),
  subject: refSchema,
  subjectCode: z.string().nullable(),
  /** Oldest first. */
  values: z.array(readValueSchema),
  growth: z.array(growthSchema),
});
export type SubjectSeriesData = z.infer<typeof subjectSeriesSchema>;
export const seriesSchema = z.object({ items: z.array(subjectSeriesSchema), subjects: z.number().int(), breaks: z.array(breakSchema) });

export const formulaTrySchema = z.strictObject({ key: z.string().max(80).default(''), formula: z.string().trim().min(1).max(2000), unit: z.string().max(20).nullable().default(null), population: z.string().max(200).nullable().default(null) });
export const formulaTriedSchema = z.object({
  problems: z.array(z.object({ reason: z.enum(['formulaUnreadable', 'formulaOfItself', 'formulaNotNumber', 'formulaCycle', 'formulaUnits', 'formulaUnit', 'formulaPopulations', 'formulaTermUnknown']), at: z.number().int().nullable(), about: z.array(z.string()) })),
  /** `money.CNY/count.person`; `1` for a ratio, `?` where it can't be told. */
  measure: z.string(),
  terms: z.array(z.object({ key: z.string(), id: idSchema.nullable(), name: nameSchema.nullable(), unit: z.string().nullable(), population: z.string().nullable(), records: z.boolean() })),
  /** What it gives, for the newest of them. */
  values: z.array(readValueSchema),
});
export type FormulaTried = z.infer<typeof formulaTriedSchema>;
export const recordTermsSchema = z.object({ items: z.array(z.object({ key: z.string(), label: z.object({ zh: z.string(), en: z.string() }), unit: z.string(), subjectKinds: z.array(z.string()), dated: z.boolean() })) });

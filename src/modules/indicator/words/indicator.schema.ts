import { z } from 'zod';
import { parseExpression } from '#kernel/expression/parse.ts';
import { unitOf } from '#kernel/quantity/unit.ts';
import { dateSchema, idSchema, noteSchema, recordShape, visibilitySchema } from '#modules/registry/words/record.schema.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';

/** What monitoring looks at, in six dimensions. */
export const dimensions = ['operation', 'policy', 'strategy', 'innovation', 'ip', 'resources'] as const;
export type Dimension = (typeof dimensions)[number];
export const indicatorKinds = ['level', 'share', 'index', 'count', 'amount'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];
export const directions = ['up', 'down', 'none'] as const;
export const periodicities = ['year', 'half', 'quarter', 'month'] as const;
export type Periodicity = (typeof periodicities)[number];
/** On what ground a figure is collected: it decides what it may be used for. */
export const bases = ['statisticalSurvey', 'administrative', 'voluntary', 'public'] as const;
export type Basis = (typeof bases)[number];
/** Whether figures add up over months, or hold at one moment. */
export const timings = ['flow', 'stock'] as const;
export const indicatorStates = ['draft', 'active', 'retired'] as const;
export type IndicatorState = (typeof indicatorStates)[number];

export const indicatorKeySchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,79}$/);
export const unitCodeSchema = z.string().max(20).refine((code) => unitOf(code) !== null, { message: 'unitUnknown' });
const longName = z.strictObject({ zh: z.string().trim().min(1).max(2000).optional(), en: z.string().trim().min(1).max(2000).optional() });

const indicatorFields = {
  key: indicatorKeySchema,
  name: nameSchema,
  definition: longName.nullable().default(null),
  dimension: z.enum(dimensions).nullable().default(null),
  /** The heading under the dimension. */
  topic: z.string().trim().min(1).max(100).nullable().default(null),
  kind: z.enum(indicatorKinds).default('level'),
  /** Code of a unit, a currency for amounts; null while nobody has said it. */
  unit: unitCodeSchema.nullable().default(null),
  /** Whether more is better, worse or neither. */
  direction: z.enum(directions).default('none'),
  periodicity: z.enum(periodicities).nullable().default(null),
  decimals: z.number().int().min(0).max(10).nullable().default(null),
  sourceId: idSchema.nullable().default(null),
  /** How it follows from other indicators, by their keys: `rdSpending / revenue * 100`. */
  formula: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .refine((text) => parseExpression(text).ok, { message: 'formulaUnreadable' })
    .nullable()
    .default(null),
  reportedBy: nameSchema.nullable().default(null),
  basis: z.enum(bases).nullable().default(null),
  /** Whom it counts, as statisticians say it: 规模以上工业企业. Ratios of two of them are refused. */
  population: z.string().trim().min(1).max(200).nullable().default(null),
  timing: z.enum(timings).nullable().default(null),
  aliases: z.array(z.string().trim().min(1).max(200)).max(30).default([]),
  visibility: visibilitySchema.default('open'),
};
export const indicatorInputSchema = z.strictObject(indicatorFields);
export type IndicatorInput = z.infer<typeof indicatorInputSchema>;
export const indicatorPatchSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(indicatorFields).map(([key, schema]) => [key, (schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : schema).optional()]),
  ) as { [Key in keyof IndicatorInput]: z.ZodOptional<z.ZodType<IndicatorInput[Key]>> },
);

export const indicatorSummarySchema = z.object({
  ...recordShape,
  key: z.string(),
  state: z.enum(indicatorStates),
  name: nameSchema,
  dimension: z.enum(dimensions).nullable(),
  topic: z.string().nullable(),
  kind: z.enum(indicatorKinds),
  unit: z.string().nullable(),
  direction: z.enum(directions),
  periodicity: z.enum(periodicities).nullable(),
  decimals: z.number().int().nullable(),
  sourceTitle: z.string().nullable(),
  /** Shipped with the product and not from an official text. */
  productDefault: z.boolean(),
  /** Follows from other indicators by its formula. */
  computed: z.boolean(),
  /** Of the values that this reader may see. */
  observationCount: z.number().int().min(0),
  subjectCount: z.number().int().min(0),
  firstPeriod: z.string().nullable(),
  lastPeriod: z.string().nullable(),
});
export type IndicatorSummary = z.infer<typeof indicatorSummarySchema>;
export const indicatorSchema = indicatorSummarySchema.extend({
  definition: longName.nullable(),
  sourceId: idSchema.nullable(),
  formula: z.string().nullable(),
  /** Indicators that the formula names, as far as they are there. */
  formulaTerms: z.array(z.object({ key: z.string(), id: idSchema.nullable(), name: nameSchema.nullable() })),
  reportedBy: nameSchema.nullable(),
  basis: z.enum(bases).nullable(),
  population: z.string().nullable(),
  timing: z.enum(timings).nullable(),
  aliases: z.array(z.string()),
});
export type Indicator = z.infer<typeof indicatorSchema>;

export const indicatorFilterShape = {
  q: z.string().trim().max(100).optional(),
  dimension: z.enum([...dimensions, 'none']).optional(),
  topic: z.string().trim().max(100).optional(),
  state: z.enum(indicatorStates).optional(),
  /** Only those with, or without, a value that the reader may see. */
  held: z.enum(['true', 'false']).optional(),
};
export const indicatorListQuery = z.strictObject({ ...pageQuery, ...indicatorFilterShape, sort: z.enum(['name', '-name', 'updatedAt', '-updatedAt']).default('name') });
const count = z.number().int().min(0);
/** The catalogue as a tree: dimension, then topic. */
export const indicatorFacetsSchema = z.object({
  total: count,
  byDimension: z.array(z.object({ dimension: z.enum(dimensions).nullable(), count, topics: z.array(z.object({ topic: z.string().nullable(), count })) })),
  byState: z.array(z.object({ state: z.enum(indicatorStates), count })),
});
export type IndicatorFacets = z.infer<typeof indicatorFacetsSchema>;

export const vintageInputSchema = z.strictObject({ sourceId: idSchema.nullable().default(null), title: z.string().trim().min(1).max(200), releasedOn: dateSchema.nullable().default(null), note: noteSchema.nullable().default(null) });
export const vintageSchema = vintageInputSchema.extend({ id: idSchema, version: z.number().int().min(1), sourceTitle: z.string().nullable() });
export type Vintage = z.infer<typeof vintageSchema>;

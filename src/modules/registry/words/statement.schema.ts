import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { dateSchema, idSchema, noteSchema, subjectKinds, subjectShape, visibilitySchema } from './record.schema.ts';

/** A fact that came from somewhere. Conflicting statements stand side by side; a visible rule chooses one for display. */
export const operators = ['=', '>=', '<=', '>', '<', 'about', 'notStated'] as const;
export const sourceKinds = ['officialStatistics', 'officialNotice', 'annualReport', 'researchPaper', 'press', 'selfReported', 'database', 'other'] as const;

export const sourceInputSchema = z.strictObject({
  title: z.string().trim().min(1).max(300),
  publisher: z.string().trim().max(200).nullable().default(null),
  kind: z.enum(sourceKinds),
  url: z.url({ protocol: /^https?$/ }).max(500).nullable().default(null),
  publishedOn: dateSchema.nullable().default(null),
  note: noteSchema.nullable().default(null),
  /** The terms of use in the source's own words. */
  licence: z.string().trim().max(200).nullable().default(null),
});
export const sourceSchema = sourceInputSchema.extend({ id: idSchema });
export type Source = z.infer<typeof sourceSchema>;

/** What statements are about: `revenue`, `rdSpending`. Data, not code. */
export const attributeSchema = z.object({ key: z.string(), name: nameSchema, unit: z.string(), definition: nameSchema.nullable() });
export const attributeInputSchema = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]{1,59}$/),
  name: nameSchema,
  unit: z.string().trim().min(1).max(20),
  definition: nameSchema.nullable().default(null),
});
export type Attribute = z.infer<typeof attributeSchema>;

const decimal = z.string().regex(/^-?\d{1,24}(\.\d{1,10})?$/);
export const statementInputSchema = z
  .strictObject({
    ...subjectShape,
    attributeKey: z.string().min(1).max(60),
    operator: z.enum(operators).default('='),
    /** Decimal string, or null when the source gives words only. */
    value: decimal.nullable().default(null),
    /** The source's own words where the value is not a number. */
    text: z.string().trim().max(500).nullable().default(null),
    unit: z.string().trim().max(20).nullable().default(null),
    scopeNote: z.string().trim().max(500).nullable().default(null),
    /** Text form of kernel/quantity period: `2022`, `2022-Q1`. */
    period: z.string().trim().max(40).nullable().default(null),
    sourceId: idSchema,
    quote: z.string().trim().max(1000).nullable().default(null),
    visibility: visibilitySchema.default('open'),
  })
  .refine((statement) => statement.operator === 'notStated' || statement.value !== null || statement.text !== null, { message: 'statementEmpty', path: ['value'] });
export type StatementInput = z.infer<typeof statementInputSchema>;
export const statementSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  visibility: visibilitySchema,
  subjectKind: z.enum(subjectKinds),
  subjectId: z.string(),
  attribute: attributeSchema,
  operator: z.enum(operators),
  value: z.string().nullable(),
  text: z.string().nullable(),
  unit: z.string().nullable(),
  scopeNote: z.string().nullable(),
  period: z.string().nullable(),
  source: sourceSchema,
  quote: z.string().nullable(),
  enteredBy: z.string().nullable(),
  enteredAt: z.iso.datetime(),
  /** Shown by rule (best source first, then newest), shown by a person's decision, or standing beside. */
  shown: z.enum(['byRule', 'byDecision', 'other']),
  /** True when another statement on the same attribute and period says something else. */
  disputed: z.boolean(),
  sample: z.boolean(),
});
export type Statement = z.infer<typeof statementSchema>;
export const statementListQuery = z.strictObject({
  ...pageQuery,
  subjectKind: z.enum(subjectKinds),
  subjectId: z.string().min(1).max(60),
  attributeKey: z.string().max(60).optional(),
});

/** "196 = 53 + 81 + 31 + 31": a whole and its parts. A sum that fails warns and never blocks. */
export const compositionInputSchema = z.strictObject({
  ...subjectShape,
  title: nameSchema,
  total: decimal,
  unit: z.string().trim().max(20),
  period: z.string().trim().max(40).nullable().default(null),
  sourceId: idSchema,
  parts: z.array(z.strictObject({ label: nameSchema, value: decimal.nullable() })).min(1).max(60),
});
export const compositionRecordSchema = compositionInputSchema.extend({
  id: idSchema,
  source: sourceSchema,
  /** Sum of the known parts; complete when every part is known. */
  sum: z.string(),
  complete: z.boolean(),
  reconciles: z.boolean().nullable(),
  difference: z.string().nullable(),
  sample: z.boolean(),
});
export type CompositionRecord = z.infer<typeof compositionRecordSchema>;

export const aliasInputSchema = z.strictObject({ ...subjectShape, name: z.string().trim().min(1).max(200), language: z.enum(['zh-CN', 'en', 'other']), kind: z.enum(['former', 'short', 'brand', 'translation', 'spelling', 'localName']) });
export const aliasSchema = aliasInputSchema.extend({ id: idSchema });
export type Alias = z.infer<typeof aliasSchema>;

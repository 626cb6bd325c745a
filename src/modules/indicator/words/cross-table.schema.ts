import { z } from 'zod';
import { idSchema, refSchema, visibilitySchema } from '#modules/registry/words/record.schema.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { bases } from './indicator.schema.ts';

const count = z.number().int().min(0);
export const crossTableSummarySchema = z.object({
  id: idSchema,
  version: z.number().int().min(1),
  visibility: visibilitySchema,
  sample: z.boolean(),
  name: nameSchema,
  measure: z.string().nullable(),
  unit: z.string().nullable(),
  period: z.string(),
  vintage: z.object({ id: idSchema, title: z.string(), releasedOn: z.iso.date().nullable() }).nullable(),
  sourceTitle: z.string().nullable(),
  areaSystem: z.string(),
  industrySystem: z.string(),
  basis: z.enum(bases),
  batchId: idSchema.nullable(),
  /** Set on a table that was published in place of one that only its office sees whole. */
  edition: z.object({ of: idSchema.nullable(), number: z.number().int().min(1) }).nullable(),
  areaCount: count,
  industryCount: count,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type CrossTableSummary = z.infer<typeof crossTableSummarySchema>;
export const crossTableSchema = crossTableSummarySchema.extend({
  /** In the order of the file; `sum` adds the known cells of the column up. */
  columns: z.array(z.object({ id: idSchema, position: count, code: z.string(), name: nameSchema, industry: refSchema.nullable(), sum: z.string().nullable(), statedTotal: z.string().nullable() })),
  cellCount: count,
  nonZero: count,
  zero: count,
  notStated: count,
  notApplicable: count,
  suppressed: count,
});
export type CrossTable = z.infer<typeof crossTableSchema>;
export const crossTableListQuery = z.strictObject({ ...pageQuery, q: z.string().trim().max(100).optional(), sort: z.enum(['name', '-name', 'updatedAt', '-updatedAt']).default('name') });

export const crossTableRowSchema = z.object({
  /** Of the area. */
  id: idSchema,
  code: z.string(),
  name: nameSchema,
  territory: refSchema.nullable(),
  /** In the order of the columns; null where `marks` says why. */
  cells: z.array(z.string().nullable()),
  /** One letter a cell: v a value, m not stated, n not applicable, s suppressed. */
  marks: z.string(),
  /** Of the known cells; null where there is none. */
  sum: z.string().nullable(),
  /** As the source gives it. */
  statedTotal: z.string().nullable(),
  batchId: idSchema.nullable(),
  /** Line of the file. */
  originRow: z.number().int().nullable(),
});
export type CrossTableRow = z.infer<typeof crossTableRowSchema>;
export const crossTableRowQuery = z.strictObject({ ...pageQuery, q: z.string().trim().max(100).optional(), sort: z.enum(['position', '-position', 'sum', '-sum']).default('position') });

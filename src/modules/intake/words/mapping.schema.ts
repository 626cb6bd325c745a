import { z } from 'zod';
import { constantsSchema, importRowSchema, mappingSchema } from './import.schema.ts';
import { importLimitsSchema } from './read.schema.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });

export const mappingVersionSchema = z.object({
  id: z.uuid(),
  /** Counted per source and target, from 1. */
  number: z.number().int().min(1),
  usedAt: z.iso.datetime(),
  fileName: z.string(),
});

export const suggestionSchema = z.object({
  mapping: mappingSchema,
  by: z.array(z.enum(['memory', 'hint']).nullable()),
  /** What was said once for the whole file, as last time. */
  constants: constantsSchema,
  /** The remembered mapping behind the suggestion: “as last time on …”. */
  learned: mappingVersionSchema.nullable(),
  /** The numbered mapping this batch was last mapped with. */
  current: mappingVersionSchema.nullable(),
  /** Earlier mappings of this source, the last used first. */
  earlier: z.array(mappingVersionSchema.extend({ mapping: mappingSchema, constants: constantsSchema })),
});
export type MappingSuggestion = z.infer<typeof suggestionSchema>;

export const previewRowSchema = z.object({
  rowNumber: z.number().int(),
  cells: z.array(z.string()),
  state: importRowSchema.shape.state,
  reasons: importRowSchema.shape.reasons,
  /** What was read out of a cell, where that is not the cell itself; null where it can't be read. */
  read: z.array(z.object({ column: z.number().int(), value: bilingual.nullable() })),
});
export type PreviewRow = z.infer<typeof previewRowSchema>;
export const previewSchema = z.object({
  rows: z.array(previewRowSchema),
  /** What keeps the mapping from being used, in words. */
  problems: z.array(bilingual),
});
export type Preview = z.infer<typeof previewSchema>;
export const previewRows = 50;

export const targetFieldSchema = z.object({
  key: z.string(),
  label: bilingual,
  required: z.boolean(),
  kind: z.enum(['text', 'number', 'date', 'period', 'choice', 'place', 'code', 'coordinate']),
  choices: z.array(z.object({ value: z.string(), label: bilingual })),
  note: bilingual.nullable(),
  example: z.string().nullable(),
  /** May be said once for the whole file, where no column holds it. */
  perFile: z.boolean(),
  /** Many columns may be of this field, each headed by one of its values. */
  repeats: z.boolean(),
});
export const importTargetSchema = z.object({ id: z.string(), label: bilingual, note: bilingual.nullable(), fields: z.array(targetFieldSchema) });
export type ImportTargetView = z.infer<typeof importTargetSchema>;
export const targetListSchema = z.object({
  items: z.array(importTargetSchema),
  /** What a file may hold at most; said before it is sent. */
  limits: importLimitsSchema,
});
export type ImportTargetList = z.infer<typeof targetListSchema>;

import { z } from 'zod';
import { widestSheet } from '#platform/files/import-limits.schema.ts';
import { pageOf, pageQuery } from '#platform/page/page.schema.ts';
import { delimiters, encodings, fileRemarks, tableFormats } from './read.schema.ts';

/** What a long step is called while it runs. */
export const batchSteps = ['reading', 'checking', 'applying', 'undoing'] as const;
export type BatchStep = (typeof batchSteps)[number];
export const batchStates = ['reading', 'read', 'mapped', 'checking', 'checked', 'applying', 'applied', 'undoing', 'discarded', 'undone'] as const;
export type BatchState = (typeof batchStates)[number];
export const rowStates = ['unchecked', 'ready', 'choose', 'warning', 'rejected', 'notTarget'] as const;
export type RowState = (typeof rowStates)[number];
/** What became of a row when its batch was applied; `left` where it made and changed nothing. */
export const rowEffects = ['created', 'changed'] as const;
export type RowEffect = (typeof rowEffects)[number];
/** Columns that a mapping may speak of: as many as the widest sheet has, whatever an installation allows. */
export const mostColumns = widestSheet;

const bilingual = z.object({ zh: z.string(), en: z.string() });
const count = z.number().int().min(0);
const fieldKey = z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/);

export const importColumnSchema = z.object({
  name: z.string(),
  /** Cells that hold something. */
  filled: count,
  samples: z.array(z.string()),
});
export type ImportColumn = z.infer<typeof importColumnSchema>;

/** One entry per column: the field it fills, or null to leave the column out. */
export const mappingSchema = z.array(fieldKey.nullable()).max(mostColumns);

/** Fields that no column holds and the whole file shares. */
export const constantsSchema = z.record(fieldKey, z.string().trim().min(1).max(300));

export const batchCountsSchema = z.object({
  states: z.record(z.enum(rowStates), count),
  /** Every row is in exactly one group: the counts add up to the rows of the file. */
  groups: z.array(z.object({ key: z.string(), label: bilingual, written: z.boolean(), count })),
  /** How many rows carry a remark; a row may carry several. */
  reasons: z.array(z.object({ reason: z.string(), label: bilingual, count })),
  /** Rows that still ask for a choice. */
  open: count,
});
export type BatchCounts = z.infer<typeof batchCountsSchema>;

export const batchOutcomeSchema = z.object({
  created: count,
  changed: count,
  left: count,
  /** After taking the batch back: removed, and kept because somebody changed them since. */
  removed: count.nullable(),
  kept: count.nullable(),
  /** Changed records that were put back as they stood before. */
  restored: count.nullable().optional(),
});
export type BatchOutcome = z.infer<typeof batchOutcomeSchema>;

export const batchSummarySchema = z.object({
  id: z.uuid(),
  version: z.number().int().min(1),
  target: z.string(),
  targetLabel: bilingual,
  fileName: z.string(),
  state: z.enum(batchStates),
  rowCount: count,
  open: count,
  outcome: batchOutcomeSchema.nullable(),
  /** Where the file comes from; null when nobody said. */
  source: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  createdByName: z.string(),
  createdAt: z.iso.datetime(),
  appliedAt: z.iso.datetime().nullable(),
});
export type BatchSummary = z.infer<typeof batchSummarySchema>;

export const batchSchema = batchSummarySchema.extend({
  fileHash: z.string(),
  fileSize: count,
  format: z.enum(tableFormats),
  encoding: z.enum(encodings).nullable(),
  delimiter: z.enum(delimiters).nullable(),
  /** Sheets of a workbook, and the one that was read. */
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  sheet: z.string().nullable(),
  /** The step that runs, in words; it can be cancelled until it is over. */
  job: z.object({ id: z.uuid(), done: count, total: count.nullable(), cancelling: z.boolean(), words: bilingual }).nullable(),
  /** What reading the file decided on its own. */
  fileRemarks: z.array(z.object({ remark: z.enum(fileRemarks), text: bilingual })),
  /** Why the file could not be read in the end. */
  failure: z.object({ reason: z.string(), text: bilingual }).nullable(),
  columns: z.array(importColumnSchema),
  mapping: mappingSchema,
  /** Said once for the whole file: field → value. */
  constants: constantsSchema,
  /** The batch whose rejects this file brings back. */
  followsId: z.uuid().nullable(),
  /** Whether what a row asks can still be answered once it is written. */
  settles: z.boolean(),
  fields: z.array(z.object({ key: z.string(), label: bilingual, required: z.boolean(), perFile: z.boolean(), repeats: z.boolean() })),
  counts: batchCountsSchema.nullable(),
  /** An earlier batch with the very same file that was applied. */
  sameFileAs: z.object({ id: z.uuid(), fileName: z.string(), appliedAt: z.iso.datetime() }).nullable(),
});
export type Batch = z.infer<typeof batchSchema>;

const candidateSchema = z.object({ id: z.string(), label: z.object({ zh: z.string().optional(), en: z.string().optional() }), detail: z.string().optional() });
export const importRowSchema = z.object({
  id: z.string(),
  rowNumber: z.number().int(),
  state: z.enum(rowStates),
  group: z.string().nullable(),
  cells: z.array(z.string()),
  /** What a person wrote over a cell; the cell itself stays as the file said it. */
  fixes: z.array(z.object({ column: count, value: z.string() })),
  skipped: z.boolean(),
  reasons: z.array(z.object({ reason: z.string(), field: z.string().nullable(), quiet: z.boolean(), text: bilingual })),
  candidates: z.array(candidateSchema),
  question: z.string().nullable(),
  decision: z.object({ candidateId: z.string().nullable() }).nullable(),
  recordId: z.uuid().nullable(),
  effect: z.enum(rowEffects).nullable(),
  /** The page of the record, where the target says one. */
  page: z.string().nullable(),
});
export type ImportRowView = z.infer<typeof importRowSchema>;
export const rowListQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(rowStates).optional(),
  group: z.string().max(60).optional(),
  reason: z.string().max(60).optional(),
  question: z.string().max(200).optional(),
  /** What the batch created, changed, or left, once it is applied. */
  effect: z.enum([...rowEffects, 'left']).optional(),
});
export const rowPage = pageOf(importRowSchema);

/** One question asked by several rows, with its candidates. */
export const questionSchema = z.object({
  question: z.string(),
  rows: count,
  open: count,
  candidates: z.array(candidateSchema),
  /** The answer all its rows share; undefined answers differ or are missing. */
  decision: z.object({ candidateId: z.string().nullable() }).nullable(),
});
export type Question = z.infer<typeof questionSchema>;

/** One of the candidates; null for none of them; left out to take a decision back. */
const candidateId = z.string().min(1).max(60).nullable().optional();
export const decisionInputSchema = z.union([
  z.strictObject({ rowNumbers: z.array(z.number().int().min(2)).min(1).max(1000), question: z.undefined().optional(), candidateId }),
  /** Every row of the batch that asks this question. */
  z.strictObject({ rowNumbers: z.undefined().optional(), question: z.string().min(1).max(200), candidateId }),
]);
export type DecisionInput = z.infer<typeof decisionInputSchema>;

const columnIndex = z.coerce.number().int().min(0).max(mostColumns - 1);
/** Counts rows of the file as it stands: where a column says something, where others are filled, by the values of one. */
export const tallyQuery = z.strictObject({
  by: columnIndex,
  whereColumn: columnIndex.optional(),
  whereValue: z.string().max(200).optional(),
  /** Column numbers, comma separated. */
  filled: z.string().regex(/^\d{1,3}(,\d{1,3}){0,20}$/).optional(),
});
export const tallySchema = z.object({ rows: count, distinct: count, values: z.array(z.object({ value: z.string(), count })) });
export type Tally = z.infer<typeof tallySchema>;

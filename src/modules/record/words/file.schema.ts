import { z } from 'zod';
import { leveledValues } from '#platform/level/level.schema.ts';
import { idSchema, writerSchema } from './subject.schema.ts';

/** Who sees a file among those who may read its record: all of them, those whose mandate covers it, those who may change it. */
export const fileLevels = ['public', 'internal', 'sensitive'] as const;
export type FileLevel = (typeof fileLevels)[number];
/** Given with a file: it may not be above what may be kept here. */
const fileLevelSchema = leveledValues({ internal: 'internal', sensitive: 'sensitive' }, z.enum(fileLevels));
export const previewKinds = ['picture', 'pdf', 'text', 'table', 'none'] as const;

/** The largest body the server takes; an operator may set less for a space. */
export const largestUpload = 50 * 1024 * 1024;
export const defaultQuota = 5 * 1024 * 1024 * 1024;
/** Days for which a removed file can be brought back. */
export const keptDays = 30;

const noteSchema = z.string().trim().max(1000);
const fileNameSchema = z.string().trim().min(1).max(200);

export const uploadQuery = z.strictObject({
  name: fileNameSchema,
  level: fileLevelSchema.default('internal'),
  note: noteSchema.optional(),
  retainUntil: z.iso.date().optional(),
});
export const replaceQuery = z.strictObject({ name: fileNameSchema });
export const filePatchSchema = z.strictObject({
  name: fileNameSchema.optional(),
  level: fileLevelSchema.optional(),
  note: noteSchema.nullable().optional(),
  retainUntil: z.iso.date().nullable().optional(),
});
export type FilePatch = z.infer<typeof filePatchSchema>;

export const fileVersionSchema = z.object({
  number: z.number().int().min(1),
  name: z.string(),
  hash: z.string(),
  size: z.number().int().min(0),
  mediaType: z.string(),
  uploadedBy: writerSchema,
  uploadedAt: z.iso.datetime(),
});
export type FileVersion = z.infer<typeof fileVersionSchema>;

export const fileSchema = z.object({
  id: idSchema,
  version: z.number().int().min(1),
  name: z.string(),
  level: z.enum(fileLevels),
  note: z.string().nullable(),
  /** After this day the file is removed by itself. */
  retainUntil: z.iso.date().nullable(),
  sample: z.boolean(),
  removedAt: z.iso.datetime().nullable(),
  /** The newest content. */
  current: fileVersionSchema,
  versionCount: z.number().int().min(1),
  preview: z.enum(previewKinds),
});
export type RecordFile = z.infer<typeof fileSchema>;
export const fileListSchema = z.object({
  items: z.array(fileSchema),
  /** Files that this reader may not see are not counted. */
  total: z.number().int(),
  mayChange: z.boolean(),
  quota: z.object({ used: z.number().int(), total: z.number().int(), largest: z.number().int() }).nullable(),
});

export const attachedSchema = z.object({ files: z.number().int(), comments: z.number().int(), openComments: z.number().int() });

/** How far a space has filled what it was given, in bytes. */
export const quotaSchema = z.object({ used: z.number().int(), total: z.number().int(), largest: z.number().int(), files: z.number().int(), removed: z.number().int() });
export type Quota = z.infer<typeof quotaSchema>;
export const quotaInputSchema = z.strictObject({ total: z.number().int().min(1_048_576).max(1e15), largest: z.number().int().min(1024).max(largestUpload) });

export const surveyKinds = ['biggest', 'expiring', 'ownerless', 'removed'] as const;
export type SurveyKind = (typeof surveyKinds)[number];
export const surveyItemSchema = z.object({
  id: idSchema,
  name: z.string(),
  recordKind: z.string(),
  recordId: z.string(),
  /** Null where the record is gone or has no name. */
  recordName: z.object({ zh: z.string().optional(), en: z.string().optional() }).nullable(),
  size: z.number().int(),
  versionCount: z.number().int(),
  level: z.enum(fileLevels),
  retainUntil: z.string().nullable(),
  removedAt: z.string().nullable(),
  uploadedBy: writerSchema,
  uploadedAt: z.iso.datetime(),
});
export type SurveyItem = z.infer<typeof surveyItemSchema>;

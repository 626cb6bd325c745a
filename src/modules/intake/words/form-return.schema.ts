import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { idSchema } from './form.schema.ts';
import { submissionProblemSchema } from './party.schema.ts';

export const returnStates = ['ready', 'faulty', 'unknown', 'submitted', 'discarded'] as const;
export type ReturnState = (typeof returnStates)[number];
/** Why a file is no report of this campaign. */
export const unknownReasons = ['notForm', 'noReference', 'otherCampaign', 'notYours', 'unreadable'] as const;

export const workbookReturnSchema = z.object({
  id: idSchema,
  version: z.number().int().min(1),
  fileName: z.string(),
  state: z.enum(returnStates),
  reason: z.string().nullable(),
  /** Whose report it is; null where it is not known. */
  party: z.object({ id: idSchema, name: nameSchema, code: z.string().nullable() }).nullable(),
  answered: z.number().int(),
  problems: z.array(submissionProblemSchema),
  /** Version of the report that it became. */
  number: z.number().int().nullable(),
  createdByName: z.string(),
  createdAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
});
export type WorkbookReturn = z.output<typeof workbookReturnSchema>;

export const returnListQuery = z.strictObject({ ...pageQuery, state: z.enum(returnStates).optional() });

export const stampScanSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  /** Among the files of the party. */
  fileId: idSchema,
  party: z.object({ id: idSchema, name: nameSchema }),
  /** Version of the figures that the stamped sheet shows; 0 for a sheet printed empty. */
  number: z.number().int(),
  /** Newest version by now: another one means that the stamp stands under older figures. */
  newest: z.number().int(),
  scannedByName: z.string(),
  scannedAt: z.iso.datetime(),
});
export type StampScan = z.output<typeof stampScanSchema>;

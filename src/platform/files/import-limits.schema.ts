import { z } from 'zod';

const megabyte = 1024 * 1024;
/** The widest sheet that a spreadsheet can hold. */
export const widestSheet = 16_384;

/** How much a file of a table may hold. */
export const importLimitsSchema = z.object({
  /** Rows with content; null lets any number in, which only the command line may say. */
  rows: z.number().int().min(1).nullable(),
  /** Bytes of a text file (CSV, JSON one a line), or of a workbook as it is packed. */
  bytes: z.number().int().min(1),
  /** Bytes of a JSON file that is one document: it has to be read whole. */
  documentBytes: z.number().int().min(1),
  /** Bytes of one sheet of a workbook, unpacked. */
  sheetBytes: z.number().int().min(1),
  cellBytes: z.number().int().min(1),
  columns: z.number().int().min(1).max(widestSheet),
});
export type ImportLimits = z.infer<typeof importLimitsSchema>;

/** What holds unless the installation says otherwise. */
export const defaultImportLimits: ImportLimits = { rows: 2_000_000, bytes: 1024 * megabyte, documentBytes: 32 * megabyte, sheetBytes: 200 * megabyte, cellBytes: megabyte, columns: 1000 };

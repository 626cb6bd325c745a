import { z } from 'zod';

/** Why a file cannot be read at all. Nothing is kept of it. */
export const fileReasons = [
  'emptyFile', 'fileTooLarge', 'notTable', 'oldWorkbook', 'encodingUnreadable', 'encodingMixed', 'nulCharacter', 'quoteUnclosed', 'quoteMisplaced',
  'noHeader', 'noRows', 'tooManyRows', 'tooManyColumns', 'cellTooLong', 'rowTooLong', 'jsonBroken', 'jsonNotRows', 'workbookBroken', 'workbookLocked',
  'workbookMacros', 'workbookLinks', 'workbookUnsafe', 'workbookTooBig', 'sheetTooBig', 'sheetUnknown', 'readerFailed',
] as const;
export type FileReason = (typeof fileReasons)[number];

/** What one cell of a file is wrong in, so that its row is left out and the cell named. */
export const cellFaults = ['cellError', 'codeRounded', 'formulaEmpty', 'dateImpossible', 'nestedValue'] as const;
export type CellFault = (typeof cellFaults)[number];

/** What a reader did with a file that its owner should know, though nothing was refused. */
export const fileRemarks = ['headersNumbered', 'headersJoined', 'titleSkipped', 'cellsMerged', 'formulasCached', 'rowsHidden', 'columnsHidden', 'sheetHidden', 'otherSheets', 'nestedFlattened'] as const;
export type FileRemarkCode = (typeof fileRemarks)[number];
export interface FileRemark {
  remark: FileRemarkCode;
  params?: Record<string, string | number>;
}

export const encodings = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];
export const tableFormats = ['csv', 'xlsx', 'json'] as const;
export type TableFormat = (typeof tableFormats)[number];

const megabyte = 1024 * 1024;
/** The widest sheet that a spreadsheet can hold. */
export const widestSheet = 16_384;

export const importLimitsSchema = z.object({
  /** Rows with content; null lets any number in, which only the command line may say. */
  rows: z.number().int().min(1).nullable(),
  /** Bytes of a text file (CSV, JSON one a line). */
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

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

export { defaultImportLimits, importLimitsSchema, widestSheet, type ImportLimits } from '#platform/files/import-limits.schema.ts';

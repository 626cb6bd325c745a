import { defaultImportLimits, widestSheet, type ImportLimits } from '#platform/files/import-limits.schema.ts';
import { PlainProblem } from './plain-problem.ts';

const [kilobyte, megabyte] = [1024, 1024 * 1024];

/** The limits of imported files as the environment sets them; each has a default. */
export function readImportLimits(environment: Readonly<Record<string, string | undefined>>): ImportLimits {
  const number = (name: string, unit: number, standard: number, most: number): number => {
    const text = environment[name]?.trim();
    if (!text) return standard;
    if (/^[1-9]\d{0,11}$/.test(text) && Number(text) <= most) return Number(text) * unit;
    throw new PlainProblem('importLimitInvalid', { en: `${name} must be a whole number from 1 to ${most}; it is "${text}".`, zh: `${name} 须为 1 到 ${most} 之间的整数，当前为“${text}”。` });
  };
  const { rows, bytes, documentBytes, sheetBytes, cellBytes, columns } = defaultImportLimits;
  return {
    rows: number('CLUSTERLOOM_IMPORT_ROWS', 1, rows ?? 1, 1_000_000_000),
    bytes: number('CLUSTERLOOM_IMPORT_MB', megabyte, bytes, 1_000_000),
    documentBytes: number('CLUSTERLOOM_IMPORT_DOCUMENT_MB', megabyte, documentBytes, 256),
    sheetBytes: number('CLUSTERLOOM_IMPORT_SHEET_MB', megabyte, sheetBytes, 4000),
    cellBytes: number('CLUSTERLOOM_IMPORT_CELL_KB', kilobyte, cellBytes, 16 * 1024),
    columns: number('CLUSTERLOOM_IMPORT_COLUMNS', 1, columns, widestSheet),
  };
}

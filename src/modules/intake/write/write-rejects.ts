import Excel from 'exceljs';
import { safeCell } from '#platform/http/safe-cell.rules.ts';
import type { Language } from '#platform/i18n/name.schema.ts';
import { rejectWords } from '../words/workbook.rules.ts';

export interface RejectedRow {
  rowNumber: number;
  cells: readonly string[];
  /** In the reader's language; `column` is the index of the cell that it is about. */
  reasons: readonly { text: string; column: number | null }[];
}

/** A spreadsheet has room for so many rows below its header. */
export const mostRejects = 1_048_575;
/** Comments are heavy: beyond so many, the colour and the reason beside the row must do. */
const mostComments = 2000;
const wrong = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFDE2DD' } } as const;

/**
 * Writes the rows left out as a workbook on disk: the columns as they came, the row number in the file and the reason.
 * Cells with a fault are coloured and commented. It can be mended and brought back as it is.
 */
export async function writeRejects(path: string, columns: readonly string[], rows: AsyncIterable<readonly RejectedRow[]> | Iterable<readonly RejectedRow[]>, language: Language): Promise<number> {
  const { row, reason, sheet: title } = rejectWords[language];
  const book = new Excel.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [...columns.map((name) => ({ width: widthOf(name) })), { width: 12 }, { width: 60 }];
  const head = sheet.addRow([...columns.map(safeCell), row, reason]);
  head.font = { bold: true };
  head.commit();
  let [count, comments] = [0, 0];
  for await (const part of rows) {
    for (const { rowNumber, cells, reasons } of part.slice(0, mostRejects - count)) {
      count += 1;
      const line = sheet.addRow([...columns.map((_, index) => safeCell(cells[index] ?? '')), rowNumber, safeCell(reasons.map(({ text }) => text).join(language === 'en' ? ' ' : ''))]);
      line.eachCell((cell, index) => {
        if (index <= columns.length) cell.numFmt = '@';
      });
      for (const { text, column } of reasons) {
        if (column === null || column >= columns.length) continue;
        const cell = line.getCell(column + 1);
        cell.fill = wrong;
        if (comments < mostComments) cell.note = text;
        comments += 1;
      }
      line.commit();
    }
  }
  sheet.commit();
  await book.commit();
  return count;
}

/** Chinese characters take the room of two letters. */
export const widthOf = (text: string): number => Math.min(40, Math.max(12, [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 2 : 1), 4)));

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { hiddenSheet } from '../words/form-workbook.rules.ts';
import type { FileReason, ImportLimits } from '../words/read.schema.ts';
import { openTable } from './open-table.ts';
import type { OpenTable } from './table.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface ReturnedSheet {
  /** All rows with content as they stand, the header among them. */
  rows: string[][];
  /** What stands on the hidden sheet; empty where it was lost. */
  hidden: string;
}

/** A form is a page, not a table: whatever is longer is none. */
const mostRows = 1000;

/** Reads a workbook that came back, through the same guarded reader as every other file. */
export async function readForm(bytes: Uint8Array, fileName: string, limits: ImportLimits): Promise<Result<ReturnedSheet, FileReason | 'notForm'>> {
  const folder = await mkdtemp(join(tmpdir(), 'cl-form-'));
  const path = join(folder, 'form');
  try {
    await writeFile(path, bytes);
    const main = await openTable(path, { fileName, limits });
    if (!main.ok) return main;
    if (main.value.format !== 'xlsx') {
      await main.value.close();
      return fail('notForm');
    }
    const rows = await allRows(main.value);
    if (!main.value.sheets.some(({ name }) => name === hiddenSheet)) return ok({ rows, hidden: '' });
    const key = await openTable(path, { fileName, limits, sheet: hiddenSheet });
    return ok({ rows, hidden: key.ok ? (await allRows(key.value)).flat().join(' ') : '' });
  } catch (error) {
    if (error instanceof UnreadableFile) return error.failure;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function allRows(table: OpenTable): Promise<string[][]> {
  const rows: string[][] = [[...table.columns]];
  try {
    for await (const part of table.rows()) {
      rows.push(...part.map(({ cells }) => cells));
      if (rows.length > mostRows) break;
    }
  } finally {
    await table.close();
  }
  return rows;
}

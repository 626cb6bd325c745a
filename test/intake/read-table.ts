import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable } from '#modules/intake/read/open-table.ts';
import type { TableRow } from '#modules/intake/read/table.ts';
import { UnreadableFile } from '#modules/intake/read/unreadable-file.ts';
import { workbookMessages } from '#modules/intake/read/workbook/read-workbook.ts';
import { defaultImportLimits, type FileRemark, type ImportLimits } from '#modules/intake/words/read.schema.ts';

/** A file on disk, opened and read to its end as the product would, or why it was refused. */
export async function readTableFile(content: string | Uint8Array, { name = 'file.csv', sheet, limits = {} }: { name?: string; sheet?: string; limits?: Partial<ImportLimits> } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'read-table-'));
  const path = join(folder, 'file');
  writeFileSync(path, content);
  try {
    const opened = await openTable(path, { fileName: name, sheet, limits: { ...defaultImportLimits, ...limits } });
    if (!opened.ok) return { reason: opened.reason, params: opened.params };
    const { value: table } = opened;
    const parts: TableRow[][] = [];
    try {
      for await (const part of table.rows()) parts.push(part);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      return { reason: error.reason, params: error.params };
    } finally {
      await table.close();
    }
    return { table, columns: table.columns, rows: parts.flat(), parts: parts.length, remarks: table.remarks() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same for a workbook within this process: what the reading process does, without starting one for every case. */
export async function readWorkbookHere(content: Uint8Array, { sheet, limits = {} }: { sheet?: string; limits?: Partial<ImportLimits> } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'read-workbook-'));
  const path = join(folder, 'file');
  writeFileSync(path, content);
  const rows: TableRow[] = [];
  const remarks: FileRemark[] = [];
  let columns: string[] = [];
  try {
    for await (const message of workbookMessages({ path, sheet, limits: { ...defaultImportLimits, ...limits } })) {
      if (message.kind === 'rows') rows.push(...message.rows);
      if (message.kind === 'open') columns = message.columns;
      if (message.kind === 'open' || message.kind === 'end') remarks.push(...message.remarks);
    }
    return { columns, rows, remarks };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { reason: error.reason, params: error.params };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

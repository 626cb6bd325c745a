import { ok, type Result } from '#platform/result/result.rules.ts';
import type { FileReason } from '../words/read.schema.ts';
import { openBytes } from './byte-source.ts';
import { formatOf } from './format-of.ts';
import { openJson } from './json/open-json.ts';
import { openCsv } from './open-csv.ts';
import { withoutRejectColumns } from './returned-rejects.ts';
import type { OpenRequest, OpenTable } from './table.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { openWorkbook } from './workbook/open-workbook.ts';

/** Opens a file on disk as a table, or says in one word why it is none. Whoever opens it closes it. */
export async function openTable(path: string, request: OpenRequest): Promise<Result<OpenTable, FileReason>> {
  const source = await openBytes(path);
  let opened: Result<OpenTable, FileReason> | null = null;
  try {
    const format = await formatOf(source);
    if (!format.ok) return format;
    opened = await (format.value === 'xlsx' ? openWorkbook(source, path, request) : format.value === 'json' ? openJson(source, request) : openCsv(source, request));
    return opened.ok ? ok(withoutRejectColumns(opened.value)) : opened;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.failure;
    throw error;
  } finally {
    if (!opened?.ok) await source.close();
  }
}

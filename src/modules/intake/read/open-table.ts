import { fail, type Result } from '#platform/result/result.rules.ts';
import type { FileReason } from '../words/read.schema.ts';
import { openBytes } from './byte-source.ts';
import { openCsv } from './open-csv.ts';
import type { OpenRequest, OpenTable } from './table.ts';

/** Opens a file on disk as a table, or says in one word why it is none. Whoever opens it closes it. */
export async function openTable(path: string, request: OpenRequest): Promise<Result<OpenTable, FileReason>> {
  const source = await openBytes(path);
  let opened: Result<OpenTable, FileReason> | null = null;
  try {
    opened = source.size === 0 ? fail('emptyFile') : await openCsv(source, request);
    return opened;
  } finally {
    if (!opened?.ok) await source.close();
  }
}

import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { FileReason, TableFormat } from '../words/read.schema.ts';
import type { ByteSource } from './byte-source.ts';

/** What a file is by its bytes; names lie, and a table exported as `.xls` is often CSV. */
export async function formatOf(source: ByteSource): Promise<Result<TableFormat, FileReason>> {
  if (source.size === 0) return fail('emptyFile');
  const start = await source.read(0, 4096);
  const begins = (...bytes: number[]): boolean => bytes.every((byte, index) => start[index] === byte);
  if (begins(0x50, 0x4b) && (start[2] ?? 0) < 9) return ok('xlsx');
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return fail((await isLocked(source)) ? 'workbookLocked' : 'oldWorkbook');
  const isBinary = [[0x25, 0x50, 0x44, 0x46], [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x1f, 0x8b], [0x52, 0x61, 0x72, 0x21], [0x37, 0x7a, 0xbc, 0xaf], [0x7f, 0x45, 0x4c, 0x46], [0x4d, 0x5a, 0x90], [0x50, 0x41, 0x52, 0x31], [0x53, 0x51, 0x4c, 0x69]].some((mark) => begins(...mark));
  if (isBinary) return fail('notTable');
  const wide = begins(0xff, 0xfe) ? 'utf-16le' : begins(0xfe, 0xff) ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(wide).decode(start).trimStart();
  if (/^<(!doctype|html|head|body|table|\?xml|svg|script|meta|style)\b/iu.test(text)) return fail('notTable');
  return ok(/^(\[\s*[{\]]|\{\s*["}])/u.test(text) || /^[[{]\s*$/u.test(text) ? 'json' : 'csv');
}

/** A workbook with a password is an old container whose one stream is called `EncryptedPackage`. */
async function isLocked(source: ByteSource): Promise<boolean> {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  for await (const part of source.parts(0)) if (part.includes(name)) return true;
  return false;
}

import { readFile } from 'node:fs/promises';
import { RefusedInput } from './refused-input.ts';

/** A file, or what stands on the standard input for `-`. UTF-8, else GB 18030, as offices write it; a byte order mark is dropped. */
export async function readText(path: string): Promise<string> {
  const bytes = path === '-' ? await readStandardInput() : await readFile(path).catch((error: unknown) => unreadable(path, error));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError || bytes.length > largest) throw new RefusedInput('tooLarge', 'the file is too large for one text', path);
  }
  return new TextDecoder('gb18030').decode(bytes);
}

const largest = 500_000_000;

export function unreadable(path: string, error: unknown): never {
  const code = (error as { code?: unknown } | null)?.code;
  const why = code === 'ENOENT' ? 'there is no such file' : code === 'EACCES' ? 'the file may not be read' : code === 'ERR_FS_FILE_TOO_LARGE' ? 'the file is too large' : 'the file cannot be read';
  throw new RefusedInput('fileUnreadable', why, path);
}

async function readStandardInput(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Deeper lists and objects are no input of any method and would overrun whoever walks them. */
const deepest = 64;

/** JSON as it is defined: NaN and Infinity are not part of it. */
export function parseJson(text: string, where: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw new RefusedInput('tooDeep', 'lists and objects are nested too deeply', where);
    const found = (error as Error).message;
    throw new RefusedInput('notJson', `this is not JSON: ${found}${/\b(NaN|Infinity)\b/.test(found) ? '; a missing number is written as null' : ''}`, where);
  }
  if (deeperThan(value, deepest)) throw new RefusedInput('tooDeep', `lists and objects are nested more than ${deepest} deep`, where);
  return value;
}

function deeperThan(value: unknown, left: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (left === 0) return true;
  return (Array.isArray(value) ? value : Object.values(value)).some((one) => deeperThan(one, left - 1));
}

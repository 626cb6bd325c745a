import type { Name } from '#platform/i18n/name.schema.ts';

export interface OutlineEntry {
  code: string;
  name: Name;
  parentCode: string | null;
}

/**
 * Reads a two-level classification typed as text: `code 中文名 | English name`, an entry of the second level indented
 * under its parent. A name without Chinese leaves the part before the bar empty.
 */
export function readOutline(text: string): OutlineEntry[] {
  let parentCode: string | null = null;
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [left = '', right] = line.split('|', 2);
      const [, indent = '', code = '', words = ''] = /^(\s*)(\S+)\s(.*)$/u.exec(right === undefined ? '' : left) ?? [];
      const [zh, en] = [words.trim(), (right ?? '').trim()];
      if (code === '') throw new Error(`Unreadable outline line: ${line}`);
      const nested = indent !== '';
      if (!nested) parentCode = code;
      return { code, name: { ...(zh ? { zh } : {}), ...(en ? { en } : {}) }, parentCode: nested ? parentCode : null };
    });
}

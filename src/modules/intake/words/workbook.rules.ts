import type { Language } from '#platform/i18n/name.schema.ts';

/** The columns that a file of rejects adds. A file whose last two columns are called so is one that comes back. */
export const rejectWords = { 'zh-CN': { row: '原文件行号', reason: '原因', file: '未写入', sheet: '未写入的行' }, en: { row: 'Row in file', reason: 'Reason', file: 'left-out', sheet: 'Rows left out' } } as const satisfies Record<Language, Record<string, string>>;

export function endsInRejectColumns(columns: readonly string[]): boolean {
  return Object.values(rejectWords).some(({ row, reason }) => columns.length > 2 && columns.at(-2) === row && columns.at(-1) === reason);
}

/** Sheets of a template that explain and are never data. */
export const guideSheets = { 'zh-CN': '填写说明', en: 'Instructions' } as const satisfies Record<Language, string>;
export const isGuideSheet = (name: string): boolean => Object.values<string>(guideSheets).includes(name);

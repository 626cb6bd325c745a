import type { Language } from '#platform/i18n/name.schema.ts';

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** 1 536 000 as `1.5 MB`: powers of 1024, as file managers count. */
export function formatBytes(bytes: number, language: Language): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 }).format(value)} ${units[step]}`;
}

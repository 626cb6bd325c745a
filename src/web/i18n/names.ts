import type { Name } from '#platform/i18n/name.schema.ts';
import { shownName } from '#platform/i18n/name.schema.ts';
import { useLanguage } from './language.ts';

/** A stored name as text in the reader's language, or the language it has. */
export function useName(): (name: Name | null | undefined) => string {
  const language = useLanguage();
  return (name) => (name ? shownName(name, language).text : '');
}

/** One of two texts that the server sent side by side. */
export function useBilingual(): (pair: { zh: string; en: string } | null | undefined) => string {
  const language = useLanguage();
  return (pair) => (pair ? (language === 'en' ? pair.en : pair.zh) : '');
}

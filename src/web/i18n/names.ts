import type { Name } from '#platform/i18n/name.schema.ts';
import { shownName } from '#platform/i18n/name.schema.ts';
import { useLanguage, useShownLanguage } from './language.ts';
import { pseudoText } from './pseudo.ts';

/** A stored name as text in the reader's language, or the language it has. */
export function useName(): (name: Name | null | undefined) => string {
  const language = useLanguage();
  return (name) => (name ? shownName(name, language).text : '');
}

/** One of two texts that the server sent side by side; stretched like every other word in the pseudo-locale. */
export function useBilingual(): (pair: { zh: string; en: string } | null | undefined) => string {
  const language = useShownLanguage();
  return (pair) => {
    if (!pair) return '';
    if (language === 'zh-CN') return pair.zh;
    return language === 'en-XA' ? pseudoText(pair.en) : pair.en;
  };
}

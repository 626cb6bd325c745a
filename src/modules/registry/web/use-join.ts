import { useLanguage } from '#web/i18n/language.ts';

/** Whole sentences one after the other: with a space in English, without in Chinese. */
export function useJoin(): (sentences: readonly string[]) => string {
  const language = useLanguage();
  return (sentences) => sentences.filter(Boolean).join(language === 'en' ? ' ' : '');
}

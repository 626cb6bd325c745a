import { unitOf } from '#kernel/quantity/unit.ts';
import { useLanguage } from '#web/i18n/language.ts';

/** The unit in the reader's words; its code where it has none. */
export function useUnitWord(): (code: string) => string {
  const language = useLanguage();
  return (code) => {
    const unit = unitOf(code);
    return (language === 'en' ? unit?.enPlural : unit?.zh) || (code === 'one' ? '' : code);
  };
}

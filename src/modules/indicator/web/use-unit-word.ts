import { unitOf } from '#kernel/quantity/unit.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';

/** The unit in the reader's words; a unit that nobody has said is said to be missing. */
export function useUnitWord(): (code: string | null) => string {
  const text = useText();
  const language = useLanguage();
  return (code) => {
    if (code === null) return text('indicator.unit.unsaid');
    const unit = unitOf(code);
    return (language === 'en' ? unit?.enPlural : unit?.zh) || (code === 'one' ? text('indicator.unit.one') : code);
  };
}

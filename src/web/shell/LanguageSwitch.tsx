import { changeLanguage, useLanguage } from '#web/i18n/language.ts';

/** Names the other language in that language, so that it can be found by someone who can't read this one. */
export function LanguageSwitch() {
  const language = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className="icon-button top-language" lang={other} aria-label={other === 'en' ? 'EN: English' : '中文'} title={other === 'en' ? 'English' : '中文'} onClick={() => void changeLanguage(other)}>
      {other === 'en' ? 'EN' : '中'}
    </button>
  );
}

import { formatCount } from '#web/kit/figure/format-figure.ts';

const catalogue = {
  en: import.meta.glob<Record<string, { message: string }>>('../../src/{web,platform/i18n,modules/*}/messages/en.json', { import: 'default', eager: true }),
  'zh-CN': import.meta.glob<Record<string, { message: string }>>('../../src/{web,platform/i18n,modules/*}/messages/zh-CN.json', { import: 'default', eager: true }),
} as const;

export type JourneyLanguage = keyof typeof catalogue;
export const languages = ['zh-CN', 'en'] as const satisfies readonly JourneyLanguage[];
export type Say = (key: string, params?: Record<string, string | number>) => string;

/** The words of the screens, as people read them: `say('identity.mandate.endOthers', { count: 2 })`. Unknown keys are a fault of the journey. */
export function wordsOf(language: JourneyLanguage): Say {
  const all: Record<string, { message: string }> = Object.assign({}, ...Object.values(catalogue[language]));
  const plural = new Intl.PluralRules(language);
  return (key, params = {}) => {
    const message = (all[key] ?? all[`${key}_${plural.select(Number(params['count'] ?? 0))}`] ?? all[`${key}_other`])?.message;
    if (message === undefined) throw new Error(`There is no message ${key} in ${language}.`);
    return message.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = params[name];
      return typeof value === 'number' ? formatCount(value, language) : String(value ?? '');
    });
  };
}

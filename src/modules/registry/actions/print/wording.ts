import { formatDay, formatPeriod } from '#kernel/quantity/format-words.ts';
import { formatQuantity, groupDigits } from '#kernel/quantity/format.ts';
import { parsePeriod } from '#kernel/quantity/period.ts';
import type { Figure } from '#platform/figure/figure.schema.ts';
import type { Text } from '#platform/i18n/messages.ts';
import { shownName, type Language, type Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { Statement } from '../../words/statement.schema.ts';

/** How one reader's page says things: language, words, names, dates, values. */
export interface Wording {
  language: Language;
  text: Text;
  name(name: Name | null | undefined): string;
  /** `registry.legalForm.company` where there are such words, the stored name where not. */
  word(family: string, value: string | null): string | null;
  day(iso: string | null): string | null;
  period(iso: string | null): string | null;
  count(value: number): string;
  figure(figure: Figure): string;
  statement(statement: Statement): string;
}

const noValue: Partial<Record<Figure['mark'], string>> = { notStated: 'web.figure.notStated', noData: 'web.figure.noData', suppressed: 'web.figure.suppressedHint' };
const operators = { about: 'about', atLeast: '>=', atMost: '<=' } as const;

export function wordingOf(context: Context): Wording {
  const { language } = context;
  const text = context.installation.texts(language);
  const quantity = (operator: Parameters<typeof formatQuantity>[0]['operator'], value: string, unit: string): string => formatQuantity({ operator, value, unit }, { language }).replaceAll('\u202F', '\u00A0');
  return {
    language,
    text,
    name: (name) => (name ? shownName(name, language).text : '—'),
    word: (family, value) => {
      if (value === null) return null;
      const key = `registry.${family}.${value}`;
      const words = text(key);
      return words === key ? value : words;
    },
    day: (iso) => (iso === null ? null : /^\d{4}-\d{2}-\d{2}/.test(iso) ? formatDay(iso.slice(0, 10), language) : iso),
    period: (iso) => {
      const parsed = iso === null ? null : parsePeriod(iso);
      return parsed === null ? null : parsed.ok ? formatPeriod(parsed.value, language) : iso;
    },
    count: (value) => groupDigits(String(value), language),
    figure: ({ value, unit, mark }) => {
      const instead = noValue[mark];
      if (instead) return text(instead);
      if (value === null) return '—';
      if (!/^-?\d+(\.\d+)?$/.test(value)) return [value, unit].filter(Boolean).join(' ');
      return language === 'en' && unit === 'unit' ? groupDigits(value, language) : quantity(mark in operators ? operators[mark as keyof typeof operators] : '=', value, unit);
    },
    statement: ({ operator, value, text: words, unit, attribute }) => {
      if (operator === 'notStated') return text('web.figure.notStated');
      return value === null ? (words ?? '—') : quantity(operator, value, unit ?? attribute.unit);
    },
  };
}

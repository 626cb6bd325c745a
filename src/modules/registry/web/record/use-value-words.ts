import type { Name } from '#platform/i18n/name.schema.ts';
import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';

const families: Record<string, string> = {
  type: 'organisationType', subtype: 'subtype', sector: 'sector', sizeClass: 'sizeClass', ownership: 'ownership', origin: 'origin', visibility: 'visibility', state: 'organisationState',
};

const isName = (value: object): value is Name => 'zh' in value || 'en' in value;

/** A stored value of a field in the reader's words, as history, comparisons and conflicts show it; null for nothing. */
export function useValueWords(): (field: string, value: unknown) => string | null {
  const text = useText();
  const name = useName();
  const format = useFormat();
  return (field, value) => {
    if (value === null || value === undefined || value === '') return null;
    if (Array.isArray(value)) return text('registry.history.entries', { count: value.length });
    if (typeof value === 'object') {
      const named = 'name' in value && typeof value.name === 'object' && value.name ? value.name : value;
      if (!isName(named)) return JSON.stringify(value);
      return 'name' in value ? name(named) : [named.zh, named.en].filter(Boolean).join(' · ');
    }
    if (typeof value === 'boolean') return text(value ? 'web.yes' : 'web.no');
    const family = families[field];
    if (family) return textOr(`registry.${family}.${String(value)}`, String(value));
    if (field.endsWith('At') && typeof value === 'string') return format.moment(value);
    return String(value);
  };
}

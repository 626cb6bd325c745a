import { formatQuantity } from '#kernel/quantity/format.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { operators } from '../../words/statement.schema.ts';

const families: Record<string, string> = {
  type: 'organisationType', subtype: 'subtype', sector: 'sector', sizeClass: 'sizeClass', ownership: 'ownership', origin: 'origin', visibility: 'visibility', state: 'organisationState',
  membershipClass: 'membershipClass', legalForm: 'legalForm', thirdParty: 'yesNo', nonProfit: 'yesNo', role: 'clusterOrganisationRole', classification: 'verdict.kind',
};
/** Fields whose words depend on the kind of record. */
const ownFamilies: Record<string, Record<string, string>> = { cluster: { state: 'clusterState' } };

interface Said {
  operator: (typeof operators)[number];
  value: string | null;
  text?: string | null;
  unit: string | null;
  period?: string | null;
  source?: string | null;
}

const isName = (value: object): value is Name => 'zh' in value || 'en' in value;
const isSaid = (value: object): value is Said => 'operator' in value && 'value' in value;

/** A stored value of a field in the reader's words, as history, comparisons and conflicts show it; null for nothing. */
export function useValueWords(kind?: string): (field: string, value: unknown) => string | null {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const language = useLanguage();
  const said = ({ operator, value, text: words, unit, period, source }: Said): string => {
    const figure = value === null ? words : formatQuantity({ operator, value, unit: unit ?? 'one' }, { language }).replaceAll('\u202F', '\u00A0');
    return [operator === 'notStated' ? text('web.figure.notStated') : figure, period ? format.period(period) : null, source].filter(Boolean).join(' · ');
  };
  const ofObject = (value: object): string => {
    if (isSaid(value)) return said(value);
    if (isName(value)) return [value.zh, value.en].filter(Boolean).join(' · ');
    if ('name' in value && typeof value.name === 'object' && value.name) return name(value.name as Name);
    return Object.values(value).map((part) => (typeof part === 'object' && part ? ofObject(part as object) : part)).filter(Boolean).join(' · ');
  };
  return (field, value) => {
    if (value === null || value === undefined || value === '') return null;
    if (Array.isArray(value)) return text('registry.history.entries', { count: value.length });
    if (typeof value === 'object') return ofObject(value);
    if (typeof value === 'boolean') return text(value ? 'web.yes' : 'web.no');
    const family = (kind && ownFamilies[kind]?.[field]) || families[field];
    if (family) return textOr(`registry.${family}.${String(value)}`, String(value));
    if (field.startsWith('title.')) return textOr(`registry.titleKey.${String(value)}`, String(value));
    if (field.endsWith('At') && typeof value === 'string') return format.moment(value);
    return String(value);
  };
}

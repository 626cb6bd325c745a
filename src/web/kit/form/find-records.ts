import { search } from '#modules/registry/words/record.contract.ts';
import { shownName } from '#platform/i18n/name.schema.ts';
import { call } from '#web/api/client.ts';
import { contentLanguage } from '#web/i18n/language.ts';
import type { ComboboxOption } from './Combobox.tsx';

/** Finds records of one kind by name, for a Combobox: `find={findRecords('territory')}`. */
export function findRecords(kind: string): (words: string, signal: AbortSignal) => Promise<ComboboxOption[]> {
  return async (words, signal) => {
    if (words === '') return [];
    const language = contentLanguage();
    const { groups } = await call(search, { query: { q: words.slice(0, 100), kind, limit: 20 }, signal });
    return groups.flatMap((group) => (group.kind === kind ? group.hits : [])).map((hit) => ({ value: hit.id, label: shownName(hit.name, language).text, detail: language === 'en' ? hit.detail.en : hit.detail.zh }));
  };
}

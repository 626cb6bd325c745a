import { shownName } from '#platform/i18n/name.schema.ts';
import { call } from '#web/api/client.ts';
import { contentLanguage } from '#web/i18n/language.ts';
import type { ComboboxOption } from '#web/kit/form/Combobox.tsx';
import { findColleagues } from '../../words/deputy.contract.ts';

/** People who can sign in and work on the same records, by name. */
export async function findPeople(words: string, signal: AbortSignal): Promise<ComboboxOption[]> {
  if (words === '') return [];
  const { items } = await call(findColleagues, { query: { q: words.slice(0, 100), limit: 10 }, signal });
  return items.map((person) => ({ value: person.id, label: shownName(person.name, contentLanguage()).text }));
}

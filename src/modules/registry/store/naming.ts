import type { Name } from '#platform/i18n/name.schema.ts';
import { romanise, searchTextOf, type SearchContent } from '#platform/text/folding.ts';

export interface NameColumns {
  sortName: string;
  searchText: string;
  grams: string[];
}

/** What a row stores beside its name: its place in lists (Chinese names by their reading) and what search looks in. */
export function nameColumnsOf(name: Name, also: Omit<SearchContent, 'names'> = {}): NameColumns {
  const { text, grams } = searchTextOf({ names: [name], ...also });
  const sortName = name.zh ? `${romanise(name.zh)} ${name.zh}` : (name.en ?? '');
  return { sortName: sortName.toLowerCase(), searchText: text, grams };
}

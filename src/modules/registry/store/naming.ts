import type { Name } from '#platform/i18n/name.schema.ts';
import { searchTextOf, sortNameOf, type SearchContent } from '#platform/text/folding.ts';

export interface NameColumns {
  sortName: string;
  searchText: string;
  grams: string[];
}

/** What a row stores beside its name: its place in lists (Chinese names by their reading) and what search looks in. */
export function nameColumnsOf(name: Name, also: Omit<SearchContent, 'names'> = {}): NameColumns {
  const { text, grams } = searchTextOf({ names: [name], ...also });
  return { sortName: sortNameOf(name), searchText: text, grams };
}

import { call } from '#web/api/client.ts';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import type { ComboboxOption } from '#web/kit/form/Combobox.tsx';
import type { Find } from '#web/kit/list/FindChip.tsx';
import { listClusters } from '../../words/cluster.contract.ts';
import { getList, listLists } from '../../words/list.contract.ts';
import { listOrganisations } from '../../words/organisation.contract.ts';
import type { OrganisationSummary } from '../../words/organisation.schema.ts';
import { listPlaces } from '../../words/place.contract.ts';
import type { Ref } from '../../words/record.schema.ts';
import { listSources } from '../../words/statement.contract.ts';
import { getIndustry, getTerritory, listIndustries, listTerritories } from '../../words/territory.contract.ts';

const limit = 12;
const asked = (words: string) => (words ? { q: words } : {});

/** Searches for pickers and filters: words in, options out. */
export function useFind() {
  const name = useName();
  const option = (ref: Ref, detail?: string | null): ComboboxOption => ({ value: ref.id, label: name(ref.name) || ref.id, ...(detail ? { detail } : {}) });
  const organisationDetail = (each: OrganisationSummary) => [name(each.territory?.name), each.uscc ?? each.externalCode].filter(Boolean).join(' · ');
  const listsOf = (entryKind: 'organisation' | 'cluster'): Find => async (words, signal) => {
    const { items } = await call(listLists, { query: { ...asked(words), entryKind, limit }, signal });
    return items.map((each) => option(each, name(each.issuer)));
  };
  return {
    option,
    territories: (async (words, signal) => {
      const query = words ? { q: words, limit } : { level: 'province' as const, limit: 40 };
      const { items } = await call(listTerritories, { query, signal });
      return items.map((each) => option(each, name(each.parent?.name)));
    }) as Find,
    industries: (async (words, signal) => {
      const { items } = await call(listIndustries, { query: words ? { q: words, limit: 20 } : { top: 'true', limit: 40 }, signal });
      return items.map((each) => option(each, each.code));
    }) as Find,
    organisations: (async (words, signal) => {
      const { items } = await call(listOrganisations, { query: { ...asked(words), limit }, signal });
      return items.map((each) => option(each, organisationDetail(each)));
    }) as Find,
    clusters: (async (words, signal) => {
      const { items } = await call(listClusters, { query: { ...asked(words), limit }, signal });
      return items.map((each) => option(each));
    }) as Find,
    places: (async (words, signal) => {
      const { items } = await call(listPlaces, { query: { ...asked(words), limit }, signal });
      return items.map((each) => option(each, name(each.territory?.name)));
    }) as Find,
    lists: listsOf('organisation'),
    listsOf,
    sources: (async (words, signal) => {
      const { items } = await call(listSources, { query: { ...asked(words), limit }, signal });
      return items.map((each) => ({ value: each.id, label: each.title, ...(each.publisher ? { detail: each.publisher } : {}) }));
    }) as Find,
  };
}

/** Words for an id that stands in the URL or in a draft. */
export function useKnownTerritory(id: string | null | undefined): ComboboxOption | null {
  const name = useName();
  const { data } = useRoute(getTerritory, { params: { territoryId: id ?? '' } }, { enabled: Boolean(id), staleTime: Infinity });
  return id && data?.id === id ? { value: id, label: name(data.name) } : null;
}

export function useKnownIndustry(id: string | null | undefined): ComboboxOption | null {
  const name = useName();
  const { data } = useRoute(getIndustry, { params: { industryId: id ?? '' } }, { enabled: Boolean(id), staleTime: Infinity });
  return id && data?.id === id ? { value: id, label: name(data.name) } : null;
}

export function useKnownList(id: string | null | undefined): ComboboxOption | null {
  const name = useName();
  const { data } = useRoute(getList, { params: { listId: id ?? '' } }, { enabled: Boolean(id), staleTime: Infinity });
  return id && data?.id === id ? { value: id, label: name(data.name) } : null;
}

/** Countries alone, for records that belong to one. */
export function useFindCountries(): Find {
  const { option } = useFind();
  return async (words, signal) => {
    const { items } = await call(listTerritories, { query: { ...asked(words), level: 'country', limit }, signal });
    return items.map((each) => option(each, each.code));
  };
}

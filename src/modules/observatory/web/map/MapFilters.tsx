import { getCluster, listClusters } from '#modules/registry/words/cluster.contract.ts';
import { organisationTypes } from '#modules/registry/words/organisation.schema.ts';
import { getIndustry, getTerritory, listIndustries, listTerritories } from '#modules/registry/words/territory.contract.ts';
import { call } from '#web/api/client.ts';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Chip } from '#web/kit/Chip.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { FindChip } from '#web/kit/list/FindChip.tsx';
import type { Find } from '#web/kit/list/FindChip.tsx';
import type { MapState } from './use-cluster-map.ts';

/** What the points are narrowed to, and the registered cluster they are held against. */
export function MapFilters({ state }: { state: MapState }) {
  const text = useText();
  const name = useName();
  const [territoryId, industryId, clusterId] = [state.value('territoryId'), state.value('industryId'), state.value('clusterId')];
  const territory = useRoute(getTerritory, { params: { territoryId: territoryId ?? '' } }, { enabled: Boolean(territoryId), staleTime: Infinity }).data;
  const industry = useRoute(getIndustry, { params: { industryId: industryId ?? '' } }, { enabled: Boolean(industryId), staleTime: Infinity }).data;
  const cluster = useRoute(getCluster, { params: { clusterId: clusterId ?? '' } }, { enabled: Boolean(clusterId) }).data;
  const known = (id: string | undefined, found: { id: string; name: { zh?: string | undefined; en?: string | undefined } } | undefined) => (id && found?.id === id ? { value: id, label: name(found.name) } : null);
  const territories: Find = async (words, signal) => {
    const { items } = await call(listTerritories, { query: words ? { q: words, limit: 12 } : { level: 'province', limit: 40 }, signal });
    return items.map((each) => ({ value: each.id, label: name(each.name), detail: name(each.parent?.name) }));
  };
  const industries: Find = async (words, signal) => {
    const { items } = await call(listIndustries, { query: words ? { q: words, limit: 20 } : { top: 'true', limit: 40 }, signal });
    return items.map((each) => ({ value: each.id, label: name(each.name), detail: each.code }));
  };
  const clusters: Find = async (words, signal) => {
    const { items } = await call(listClusters, { query: { ...(words ? { q: words } : {}), limit: 12 }, signal });
    return items.map((each) => ({ value: each.id, label: name(each.name) }));
  };
  const [type, sample, label] = [state.value('type'), state.value('sample'), state.value('industryLabel')];
  return (
    <div className="list-tools" role="search" aria-label={text('observatory.map.filters')}>
      <FindChip label={text('observatory.map.industry')} find={industries} value={industryId} known={known(industryId, industry)} onChange={(value) => state.set({ industryId: value, industryLabel: undefined })} />
      {label ? <Chip on onRemove={() => state.set({ industryLabel: undefined })}>{text('web.filter.is', { label: text('observatory.map.industryLabel'), value: label })}</Chip> : null}
      <FilterChip label={text('observatory.map.type')} single chosen={type ? [type] : []} options={organisationTypes.map((value) => ({ value, label: text(`registry.organisationType.${value}`) }))} onChange={(values) => state.set({ type: values.at(-1) })} />
      <FindChip label={text('observatory.map.territory')} find={territories} value={territoryId} known={known(territoryId, territory)} onChange={(value) => state.set({ territoryId: value })} />
      <FilterChip
        label={text('observatory.map.sample')}
        single
        chosen={sample ? [sample] : []}
        options={[{ value: 'true', label: text('observatory.map.sample.only') }, { value: 'false', label: text('observatory.map.sample.none') }]}
        onChange={(values) => state.set({ sample: values.at(-1) })}
      />
      <FindChip label={text('observatory.map.against')} find={clusters} value={clusterId} known={known(clusterId, cluster)} onChange={(value) => state.set({ clusterId: value })} />
      {state.narrowed ? <Button kind="quiet" size="small" onClick={state.clear}>{text('web.list.clearFilters')}</Button> : null}
    </div>
  );
}

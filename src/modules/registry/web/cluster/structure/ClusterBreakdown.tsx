import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { ListState } from '#web/router/use-list-state.ts';
import { countClusterFacets } from '../../../words/structure.contract.ts';
import type { ClusterFacets } from '../../../words/structure.schema.ts';
import { CountBars } from '../../facet/CountBars.tsx';
import type { CountBar } from '../../facet/CountBars.tsx';
import type { ClusterFilter, ClusterFilterName } from '../use-cluster-filter.ts';

interface BreakdownProps {
  filter: ClusterFilter;
  state: ListState<ClusterFilterName>;
}

/** The listed clusters by region, list and level, and by what promotes them. */
export function ClusterBreakdown({ filter, state }: BreakdownProps) {
  const text = useText();
  const query = useRoute(countClusterFacets, { query: filter }, { keepPrevious: true });
  return (
    <Loaded query={query} what={text('registry.cluster.breakdown')} lines={10}>
      {(facets) => (
        <div className="columns">
          <Where facets={facets} state={state} />
          <Promotion facets={facets} state={state} />
        </div>
      )}
    </Loaded>
  );
}

interface PartProps {
  facets: ClusterFacets;
  state: ListState<ClusterFilterName>;
}

function Where({ facets, state }: PartProps) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const refs = (filter: ClusterFilterName, rows: ClusterFacets['byRegion']): CountBar[] => rows.map((row) => ({ key: row.id, label: name(row.name), count: row.count, choose: () => state.setFilter(filter, row.id) }));
  const rest = (key: string, label: string, count: number): CountBar[] => (count > 0 ? [{ key, label, count }] : []);
  const regionSaid = facets.severalRegions > 0 ? text('registry.cluster.breakdown.severalRegions', { count: facets.severalRegions }) : undefined;
  return (
    <div className="stack">
      <CountBars title={text('registry.cluster.breakdown.region')} caption={regionSaid} bars={[...refs('territoryId', facets.byRegion), ...rest('none', text('registry.unknown'), facets.withoutRegion)]} />
      <CountBars title={text('registry.cluster.breakdown.province')} bars={refs('territoryId', facets.byProvince)} caption={facets.severalProvinces > 0 ? text('registry.cluster.breakdown.severalProvinces', { count: facets.severalProvinces }) : undefined} />
      <CountBars title={text('registry.field.industry')} bars={[...refs('industryId', facets.byIndustry), ...rest('none', text('registry.unknown'), facets.withoutIndustry)]} />
      <CountBars title={text('registry.field.level')} bars={facets.byLevel.map(({ level, count }) => ({ key: level ?? 'none', label: level ? text(`registry.clusterLevel.${level}`) : text('web.figure.notStated'), count, choose: level ? () => state.setFilter('level', level) : undefined }))} />
      <CountBars title={text('registry.cluster.lists')} bars={refs('listId', facets.byList)} caption={text('registry.cluster.breakdown.listsHint')} />
      {facets.listPairs.length > 0 ? (
        <Card title={text('registry.cluster.breakdown.pairs')}>
          <ul className="line-list">
            {facets.listPairs.map((pair) => <li key={`${pair.one.id} ${pair.other.id}`}><span className="grow">{name(pair.one.name)} · {name(pair.other.name)}</span><span className="number">{format.count(pair.both)}</span></li>)}
          </ul>
        </Card>
      ) : null}
    </div>
  );
}

function Promotion({ facets, state }: PartProps) {
  const text = useText();
  const choose = (name: ClusterFilterName, value: string) => () => state.setFilter(name, value);
  const without: CountBar[] = facets.withoutOrganisation > 0 ? [{ key: 'none', label: text('registry.cluster.breakdown.withoutOrganisation'), count: facets.withoutOrganisation, choose: choose('promoted', 'false') }] : [];
  return (
    <div className="stack">
      <CountBars title={text('registry.field.legalForm')} caption={text('registry.cluster.breakdown.promotionHint')} bars={[...facets.byLegalForm.map(({ legalForm, count }) => ({ key: legalForm, label: text(`registry.legalForm.${legalForm}`), count, choose: choose('legalForm', legalForm) })), ...without]} />
      <CountBars title={text('registry.field.form')} bars={facets.byForm.map(({ form, count }) => ({ key: form, label: text(`registry.organisationForm.${form}`), count, choose: choose('form', form) }))} />
      <CountBars title={text('registry.field.leadKind')} bars={facets.byLeadKind.map(({ leadKind, count }) => ({ key: leadKind, label: text(`registry.leadKind.${leadKind}`), count, choose: choose('leadKind', leadKind) }))} />
      <CountBars title={text('registry.field.thirdParty')} bars={facets.byThirdParty.map(({ thirdParty, count }) => ({ key: thirdParty, label: text(`registry.yesNo.${thirdParty}`), count, choose: choose('thirdParty', thirdParty) }))} />
      <CountBars title={text('registry.field.nonProfit')} bars={facets.byNonProfit.map(({ nonProfit, count }) => ({ key: nonProfit, label: text(`registry.yesNo.${nonProfit}`), count, choose: choose('nonProfit', nonProfit) }))} />
      <CountBars title={text('registry.cluster.breakdown.emptySlot')} bars={facets.byEmptySlot.map(({ slot, count }) => ({ key: slot, label: text(`registry.bodySlot.${slot}`), count, choose: choose('emptySlot', slot) }))} />
    </div>
  );
}

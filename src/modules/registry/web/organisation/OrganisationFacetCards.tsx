import { CompositionBar } from '#web/chart/CompositionBar.tsx';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { actorColours, OrganisationMark } from '#web/kit/OrganisationMark.tsx';
import type { ListState } from '#web/router/use-list-state.ts';
import type { OrganisationFacets } from '../../words/organisation-views.schema.ts';
import type { FilterName } from './use-organisation-filter.ts';

const shownBars = 8;

interface Bar {
  key: string;
  label: string;
  count: number;
  choose?: (() => void) | undefined;
}

export interface FacetProps {
  facets: OrganisationFacets;
  state: ListState<FilterName>;
}

const unknown = (count: number, label: string): Bar[] => (count > 0 ? [{ key: label, label, count }] : []);

/** Which kinds of organisations and where; every line narrows the list further. */
export function PlaceFacets({ facets, state }: FacetProps) {
  const text = useText();
  const name = useName();
  const territories: Bar[] = facets.byTerritory.map((each) => ({ key: each.id, label: name(each.name), count: each.count, choose: () => state.setFilter('territoryId', each.id) }));
  return (
    <div className="stack">
      <Card title={text('registry.field.type')}>
        <CompositionBar
          label={text('registry.field.type')}
          parts={facets.byType.map((each) => ({ key: each.type, label: text(`registry.organisationType.${each.type}`), value: each.count, colour: actorColours[each.type], mark: <OrganisationMark type={each.type} bare /> }))}
        />
      </Card>
      <FacetBars title={text('registry.field.territory')} bars={[...territories, ...unknown(facets.territoryUndivided, text('registry.organisation.facet.undivided')), ...unknown(facets.withoutTerritory, text('registry.unknown'))]} />
      <FacetBars
        title={text('registry.field.sizeClass')}
        bars={facets.bySize.map((each) => ({ key: each.sizeClass ?? '', label: text(`registry.sizeClass.${each.sizeClass ?? 'unknown'}`), count: each.count, choose: each.sizeClass ? () => state.setFilter('sizeClass', each.sizeClass ?? undefined) : undefined }))}
      />
    </div>
  );
}

/** Which trades: by classification where it is known, else in the sources' own words. */
export function IndustryFacets({ facets, state }: FacetProps) {
  const text = useText();
  const name = useName();
  const coded: Bar[] = facets.byIndustry.map((each) => ({ key: each.id, label: name(each.name), count: each.count, choose: () => state.setFilter('industryId', each.id) }));
  const labelled: Bar[] = facets.byIndustryLabel.map((each) => ({ key: each.label, label: each.label, count: each.count, choose: () => state.setFilter('industryLabel', each.label) }));
  const bars = coded.length > 0 ? [...coded, ...unknown(facets.industryUndivided, text('registry.organisation.facet.undivided')), ...unknown(facets.withoutIndustry, text('registry.unknown'))] : labelled;
  return <FacetBars title={text(coded.length > 0 ? 'registry.field.industry' : 'registry.field.industryLabel')} bars={bars} />;
}

function FacetBars({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const text = useText();
  const format = useFormat();
  const known = bars.filter((bar) => bar.choose).toSorted((one, other) => other.count - one.count);
  const shown = [...known.slice(0, shownBars), ...bars.filter((bar) => !bar.choose)];
  const most = Math.max(1, ...shown.map((bar) => bar.count));
  if (shown.length === 0) return null;
  return (
    <Card title={title} {...(known.length > shownBars ? { caption: text('registry.organisation.facet.more', { count: known.length - shownBars }) } : {})}>
      <ul className="bar-chart" aria-label={title}>
        {shown.map((bar) => (
          <li key={bar.key}>
            {bar.choose ? <button type="button" className="button button-quiet button-small cut facet-name" onClick={bar.choose}>{bar.label}</button> : <span className="cut quiet">{bar.label}</span>}
            <span className="bar-track" aria-hidden="true"><span style={{ width: `${(bar.count / most) * 100}%` }} /></span>
            <span className="number">{format.count(bar.count)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

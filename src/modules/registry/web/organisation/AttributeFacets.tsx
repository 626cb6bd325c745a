import { useText } from '#web/i18n/use-text.ts';
import { CountBars } from '../facet/CountBars.tsx';
import { IndustryFacets, PlaceFacets } from './OrganisationFacetCards.tsx';
import type { FacetProps } from './OrganisationFacetCards.tsx';
import type { FilterName } from './use-organisation-filter.ts';

/** The listed organisations by what they are, who owns them, where they came from and which titles they hold. */
export function AttributeFacets({ facets, state }: FacetProps) {
  const text = useText();
  const choose = (name: FilterName, value: string | null) => (value === null ? undefined : () => state.setFilter(name, value));
  const unknown = text('registry.unknown');
  return (
    <div className="columns">
      <div className="stack">
        <PlaceFacets facets={facets} state={state} />
        <IndustryFacets facets={facets} state={state} />
      </div>
      <div className="stack">
        <CountBars title={text('registry.field.subtype')} bars={facets.bySubtype.map(({ type, subtype, count }) => ({ key: `${type} ${subtype}`, label: subtype ? text(`registry.subtype.${subtype as 'university'}`) : text('registry.facet.subtypeUnknown', { type: text(`registry.organisationType.${type}`) }), count, choose: choose('subtype', subtype) }))} />
        <CountBars title={text('registry.field.ownership')} bars={facets.byOwnership.map(({ ownership, count }) => ({ key: ownership ?? 'unknown', label: ownership ? text(`registry.ownership.${ownership}`) : unknown, count, choose: choose('ownership', ownership) }))} />
        <CountBars title={text('registry.field.origin')} bars={facets.byOrigin.map(({ origin, count }) => ({ key: origin ?? 'unknown', label: origin ? text(`registry.origin.${origin}`) : unknown, count, choose: choose('origin', origin) }))} />
        <CountBars title={text('registry.field.sector')} bars={facets.bySector.map(({ sector, count }) => ({ key: sector ?? 'unknown', label: sector ? text(`registry.sector.${sector}`) : unknown, count, choose: choose('sector', sector) }))} />
        <CountBars
          title={text('registry.facet.titles')}
          caption={text('registry.facet.titles.hint')}
          bars={facets.byTitle.map(({ key, level, count }) => ({ key: `${key} ${level}`, label: [text(`registry.titleKey.${key}`), level ? text(`registry.level.${level as 'city'}`) : ''].filter(Boolean).join(' · '), count, choose: choose('titleKey', key) }))}
        />
      </div>
    </div>
  );
}

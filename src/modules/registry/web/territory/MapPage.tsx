import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useName } from '#web/i18n/names.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { getMapCounts, getTerritory, listMapClusters } from '../../words/territory.contract.ts';
import { CountryMap } from './CountryMap.tsx';
import { RegionPanel } from './RegionPanel.tsx';
import { counted, useMapView } from './use-map-view.ts';
import '../registry.css';
import './territory.css';

/** Where clusters stand in the country, and province by province. */
export default function MapPage() {
  const text = useText();
  const name = useName();
  const view = useMapView();
  const { level, province, of } = view;
  const where = province ? { province, territoryId: province } : {};
  const counts = useRoute(getMapCounts, { params: { level }, query: { of, ...where } }, { keepPrevious: true });
  const clusters = useRoute(listMapClusters, { params: { level }, query: where }, { keepPrevious: true });
  const inside = useRoute(getTerritory, { params: { territoryId: province ?? '' } }, { enabled: province !== undefined, staleTime: Infinity });
  const place = province ? name(inside.data?.name) || province : text('registry.map.country');
  return (
    <div className="stack">
      <PageHead
        title={text('registry.map.title', { place })}
        breadcrumb={province ? [{ label: text('registry.map'), href: of === 'clusters' ? '/map' : `/map?of=${of}` }] : undefined}
        scope={text('registry.map.scope')}
        actions={
          <>
            <Segmented label={text('registry.map.count')} value={of} onChange={view.setOf} options={counted.map((value) => ({ value, label: text(`registry.map.of.${value}`) }))} />
            <ButtonLink icon="territory" href={province ? `/territories/${province}` : '/territories'}>{province ? text('registry.map.openTerritory') : text('registry.territory.browse')}</ButtonLink>
          </>
        }
      />
      <Loaded query={counts} what={text('registry.map')} skeleton={<LoadingSkeleton height={640} lines={0} />}>
        {(found) => (
          <div className="map-page">
            <CountryMap key={province ?? 'country'} view={view} title={text(`registry.map.picture.${of}`)} counts={found} clusters={clusters.data} />
            <RegionPanel view={view} counts={found} />
          </div>
        )}
      </Loaded>
    </div>
  );
}

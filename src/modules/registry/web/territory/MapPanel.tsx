import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { getMapCounts, listMapClusters } from '../../words/territory.contract.ts';
import { CountryMap } from './CountryMap.tsx';
import { useMapView } from './use-map-view.ts';
import type { Counted } from './use-map-view.ts';

/** The country map as one panel among others: provinces open in place, points and cities open their pages. */
export function MapPanel({ of, large }: { of: Counted; large: boolean }) {
  const text = useText();
  const view = useMapView();
  const { level, province } = view;
  const where = province ? { province, territoryId: province } : {};
  const counts = useRoute(getMapCounts, { params: { level }, query: { of, ...where } }, { keepPrevious: true });
  const clusters = useRoute(listMapClusters, { params: { level }, query: where }, { keepPrevious: true, enabled: of === 'clusters' });
  return (
    <Loaded query={counts} what={text(`registry.map.picture.${of}`)} skeleton={<LoadingSkeleton height={560} lines={0} />}>
      {(found) => <CountryMap key={province ?? 'country'} view={{ ...view, of }} title={text(`registry.map.picture.${of}`)} counts={found} clusters={clusters.data} tall={large} />}
    </Loaded>
  );
}

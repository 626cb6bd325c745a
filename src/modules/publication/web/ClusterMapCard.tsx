import { CountryMap, useMapView } from '#modules/registry/web/index.ts';
import { getMapCounts, listMapClusters } from '#modules/registry/words/territory.contract.ts';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';

/** Clusters of the country by province; a province opens the map page in it. */
export function ClusterMapCard({ title, of = 'clusters', tall = false, height = 560 }: { title: string; of?: 'clusters' | 'organisations'; tall?: boolean; height?: number }) {
  const text = useText();
  const view = useMapView();
  const counts = useRoute(getMapCounts, { params: { level: view.level }, query: view.province ? { of, province: view.province, territoryId: view.province } : { of } }, { keepPrevious: true });
  const clusters = useRoute(listMapClusters, { params: { level: view.level }, query: view.province ? { province: view.province, territoryId: view.province } : {} }, { keepPrevious: true });
  return (
    <Loaded query={counts} what={text('publication.cockpit.map')} skeleton={<LoadingSkeleton height={height} lines={0} />}>
      {(found) => <CountryMap key={view.province ?? 'country'} view={{ ...view, of }} title={title} counts={found} clusters={of === 'clusters' ? clusters.data : undefined} tall={tall} />}
    </Loaded>
  );
}

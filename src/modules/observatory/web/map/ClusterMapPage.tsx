import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { getDensityMap } from '../../words/map.contract.ts';
import { ClusterSide } from './ClusterSide.tsx';
import { DensityPicture } from './DensityPicture.tsx';
import { KDensityCard } from './KDensityCard.tsx';
import { MapFilters } from './MapFilters.tsx';
import { MethodBar } from './MethodBar.tsx';
import { RadiusCard } from './RadiusCard.tsx';
import { RegisteredCard } from './RegisteredCard.tsx';
import { SitesCard } from './SitesCard.tsx';
import { askedOf, useMapState } from './use-cluster-map.ts';
import './map.css';

/** Where firms really stand together, whatever the borders say. */
export default function ClusterMapPage() {
  const text = useText();
  const state = useMapState();
  const query = useRoute(getDensityMap, { query: askedOf(state) }, { keepPrevious: true });
  return (
    <>
      <PageHead title={text('observatory.map')} scope={text('observatory.map.scope')} />
      <div className="stack map-page">
        <MapFilters state={state} />
        <Loaded query={query} what={text('observatory.map')} skeleton={<LoadingSkeleton height={640} lines={8} />}>
          {(data) =>
            data.total === 0 ? (
              <EmptyState title={state.narrowed ? text('web.list.nothingLeft') : text('observatory.map.empty')} link={state.narrowed ? null : <PageLink href="/imports">{text('observatory.map.empty.import')}</PageLink>}>
                {state.narrowed ? null : text('observatory.map.empty.hint')}
              </EmptyState>
            ) : (
              <>
                <MethodBar state={state} method={data.method} />
                <div className="columns-wide">
                  <DensityPicture state={state} data={data} />
                  <div className="stack">
                    <ClusterSide state={state} data={data} />
                    {data.method.id === 'dbscan' ? <RadiusCard method={data.method} /> : null}
                  </div>
                </div>
                <RegisteredCard state={state} data={data} />
                <KDensityCard state={state} data={data} />
                <SitesCard state={state} />
              </>
            )
          }
        </Loaded>
      </div>
    </>
  );
}

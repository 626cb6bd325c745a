import { useRoute } from '#web/api/use-route.ts';
import { BarList } from '#web/chart/BarList.tsx';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink, IconButton } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { getTerritoryPicture } from '../../words/territory.contract.ts';
import type { MapCounts, TerritoryPicture } from '../../words/territory.schema.ts';
import type { MapView } from './use-map-view.ts';

const most = 10;

/** Beside the map: the regions that hold most, or what stands in the one in hand. */
export function RegionPanel({ view, counts }: { view: MapView; counts: MapCounts }) {
  const region = counts.items.find((each) => each.id === view.region);
  return region ? <InHand view={view} id={region.id} label={region.name} /> : <Most view={view} counts={counts} />;
}

function Most({ view, counts }: { view: MapView; counts: MapCounts }) {
  const text = useText();
  const name = useName();
  const some = counts.items.filter((each) => each.count > 0).toSorted((one, other) => other.count - one.count);
  return (
    <Card title={text(`registry.map.most.${view.of}`)} caption={text('registry.map.choose')}>
      {some.length === 0 ? (
        <p className="quiet">{text('registry.map.none')}</p>
      ) : (
        <BarList
          label={text(`registry.map.most.${view.of}`)}
          bars={some.slice(0, most).map((each) => ({ key: each.id, label: <Button kind="quiet" size="small" className="facet-name" onClick={() => view.setRegion(each.id)}>{name(each.name)}</Button>, value: each.count }))}
        />
      )}
    </Card>
  );
}

function InHand({ view, id, label }: { view: MapView; id: string; label: MapCounts['items'][number]['name'] }) {
  const text = useText();
  const name = useName();
  const query = useRoute(getTerritoryPicture, { params: { territoryId: id } }, { keepPrevious: true });
  return (
    <Card title={name(label)} actions={<IconButton icon="cross" label={text('registry.map.letGo')} onClick={() => view.setRegion(null)} />} flush>
      <Loaded query={query} what={name(label)} lines={8}>
        {(picture) => <Standing id={id} picture={picture} />}
      </Loaded>
      <div className="row row-wrap" style={{ padding: '12px 16px' }}>
        <ButtonLink kind="primary" href={`/territories/${id}`}>{text('registry.map.openTerritory')}</ButtonLink>
        {view.level === 'provinces' ? <Button icon="map" onClick={() => view.drill(id)}>{text('registry.map.drill')}</Button> : null}
      </div>
    </Card>
  );
}

function Standing({ id, picture }: { id: string; picture: TerritoryPicture }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const { counts, clusters } = picture;
  const lines = [
    { key: 'clusters', href: `/clusters?territoryId=${id}`, count: counts.clusters },
    { key: 'organisations', href: `/organisations?territoryId=${id}`, count: counts.organisations },
    { key: 'places', href: `/places?territoryId=${id}`, count: counts.places },
  ] as const;
  return (
    <>
      <ul className="line-list line-list-rows">
        {lines.map((line) => (
          <li key={line.key}>
            <span className="grow"><PageLink href={line.href}>{text(`registry.map.of.${line.key}`)}</PageLink></span>
            <strong className="number">{format.count(line.count)}</strong>
          </li>
        ))}
      </ul>
      <h3 className="list-head">{text('registry.map.clustersHere')}</h3>
      {clusters.length === 0 ? <p className="quiet" style={{ padding: '8px 16px' }}>{text('registry.map.noCluster')}</p> : null}
      <ul className="line-list line-list-rows">
        {clusters.slice(0, most).map((cluster) => (
          <li key={cluster.id}>
            <span className="grow row-tight"><RecordLink kind="cluster" href={`/clusters/${cluster.id}`} name={name(cluster.name)} />{cluster.sample ? <SampleTag /> : null}</span>
          </li>
        ))}
        {clusters.length > most ? <li><PageLink href={`/clusters?territoryId=${id}`}>{text('registry.map.moreClusters', { count: clusters.length - most })}</PageLink></li> : null}
      </ul>
    </>
  );
}

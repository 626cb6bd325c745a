import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { BarList } from '#web/chart/BarList.tsx';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import type { DensityMap } from '../../words/map.schema.ts';
import type { MapState } from './use-cluster-map.ts';

/** The density cluster in hand, or how to take one. */
export function ClusterSide({ state, data }: { state: MapState; data: DensityMap }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const cluster = data.clusters.find(({ number }) => number === state.current);
  if (!cluster) return <Card title={text('observatory.map.inHand')}><p className="quiet">{text('observatory.map.inHand.none')}</p></Card>;
  const bars = (lines: typeof cluster.trades) => lines.map((line) => ({ key: line.id, label: name(line.name), value: line.count }));
  return (
    <Card
      title={text('observatory.map.cluster', { number: cluster.number })}
      note={text('observatory.map.clusterNote', { sites: cluster.sites, organisations: cluster.organisations, area: format.count(Math.round(cluster.area)) })}
      actions={<Button kind="quiet" size="small" onClick={() => state.set({ number: undefined })}>{text('observatory.map.letGo')}</Button>}
    >
      <div className="stack">
        <h3 className="small">{text('observatory.map.mainTrades')}</h3>
        {cluster.trades.length > 0 ? <BarList label={text('observatory.map.mainTrades')} bars={bars(cluster.trades)} /> : <p className="quiet">{text('observatory.map.unknownTrade')}</p>}
        <h3 className="small">{text('observatory.map.territories')}</h3>
        <BarList label={text('observatory.map.territories')} bars={bars(cluster.territories)} />
        {cluster.registered.length > 0 ? <h3 className="small">{text('observatory.map.registered')}</h3> : null}
        <ul className="plain">
          {cluster.registered.map((each) => (
            <li key={each.id}>
              <PageLink href={`/clusters/${each.id}`}>{name(each.name)}</PageLink> <span className="quiet small">{text('observatory.map.membersIn', { count: each.count, located: each.located })}</span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

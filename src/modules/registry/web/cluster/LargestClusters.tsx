import { useList } from '#web/api/use-route.ts';
import { BarList } from '#web/chart/BarList.tsx';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { listClusters } from '../../words/cluster.contract.ts';
import { clusterPath } from './cluster-path.ts';

/** Clusters by how many members are registered; those without any are counted in words, not drawn as zero. */
export function LargestClusters({ most = 8 }: { most?: number }) {
  const text = useText();
  const name = useName();
  const list = useList(listClusters, { query: { sort: '-memberCount', limit: 200 } });
  const known = list.items.filter((each) => each.memberCount > 0);
  const without = (list.total ?? 0) - known.length;
  const title = text('registry.largest');
  return (
    <Card title={title} actions={<PageLink className="small" href="/clusters?sort=-memberCount">{text('registry.largest.all')}</PageLink>} {...(without > 0 && known.length > 0 ? { caption: text('registry.largest.without', { count: without }) } : {})}>
      <ListBody list={{ ...list, items: known }} narrowed={false} clear={() => undefined} what={title} empty={<EmptyState title={text('registry.largest.none')}>{text('registry.largest.noneHint')}</EmptyState>}>
        <BarList
          label={title}
          unit={text('registry.largest.unit')}
          bars={known.slice(0, most).map((each) => ({
            key: each.id,
            label: <span className="bar-label"><RecordLink kind="cluster" href={clusterPath(each.id)} name={name(each.name)} />{each.sample ? <SampleTag /> : null}</span>,
            value: each.memberCount,
          }))}
        />
      </ListBody>
    </Card>
  );
}

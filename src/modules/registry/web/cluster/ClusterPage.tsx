import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { useFigures } from '#web/kit/figure/use-figures.ts';
import { usePageParams } from '#web/router/use-search.ts';
import { getCluster } from '../../words/cluster.contract.ts';
import { ClusterProfile } from './ClusterProfile.tsx';
import { stripFigures } from './strip-figures.ts';

export default function ClusterPage() {
  const text = useText();
  const { clusterId } = usePageParams('clusterId');
  const query = useRoute(getCluster, { params: { clusterId } });
  const figures = useFigures('cluster', clusterId);
  return (
    <Loaded query={query} what={text('registry.cluster')} lines={12}>
      {(cluster) => <ClusterProfile cluster={cluster} figures={figures.error ? undefined : (figures.data ? stripFigures(figures.data.items) : null)} />}
    </Loaded>
  );
}

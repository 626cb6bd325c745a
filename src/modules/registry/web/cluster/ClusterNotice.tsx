import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import type { Cluster } from '../../words/cluster.schema.ts';

export function ClusterNotice({ cluster }: { cluster: Cluster }) {
  const text = useText();
  const format = useFormat();
  if (!cluster.archivedAt) return null;
  return (
    <p className="notice" role="status">
      <Icon name="archive" size={16} />
      {text('registry.cluster.archivedNotice', { date: format.date(cluster.archivedAt) })}
    </p>
  );
}

import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { Cluster } from '../../words/cluster.schema.ts';

const tones = { active: 'brand', proposed: 'warning', closed: 'neutral' } as const;

/** State, the lists it stands on, and who may see it. */
export function ClusterTags({ cluster }: { cluster: Cluster }) {
  const text = useText();
  const name = useName();
  const [first, ...rest] = cluster.lists;
  return (
    <>
      <Tag tone={tones[cluster.state]}>{text(`registry.clusterState.${cluster.state}`)}</Tag>
      {cluster.level ? <Tag>{text(`registry.clusterLevel.${cluster.level}`)}</Tag> : null}
      {first ? <Tag title={cluster.lists.map((each) => name(each.name)).join(text('web.listComma'))}>{name(first.name)}{rest.length > 0 ? ` +${rest.length}` : ''}</Tag> : null}
      {cluster.archivedAt ? <Tag tone="warning" icon="archive">{text('registry.recordState.archived')}</Tag> : null}
      {cluster.visibility === 'internal' ? <Tag icon="lock" title={text('registry.visibility.internal.hint')}>{text('registry.visibility.internal')}</Tag> : null}
    </>
  );
}

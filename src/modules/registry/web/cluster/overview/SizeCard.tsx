import { BarList } from '#web/chart/BarList.tsx';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { sizeClasses } from '../../../words/organisation.schema.ts';
import { getClusterComposition } from '../../../words/cluster.contract.ts';
import { membershipClasses } from '../../../words/cluster.schema.ts';
import type { Cluster } from '../../../words/cluster.schema.ts';

/** Members by size and by class of membership; unknown is a row of its own. */
export function SizeCard({ cluster }: { cluster: Cluster }) {
  const text = useText();
  const { data } = useRoute(getClusterComposition, { params: { clusterId: cluster.id } });
  if (!data || data.total === 0) return null;
  const sizes = [...sizeClasses, null].flatMap((size) => {
    const found = data.bySize.find((each) => each.sizeClass === size);
    return found ? [{ key: size ?? 'unknown', label: text(`registry.sizeClass.${size ?? 'unknown'}`), value: found.count }] : [];
  });
  const classes = membershipClasses.flatMap((key) => {
    const found = data.byClass.find((each) => each.membershipClass === key);
    return found ? [{ key, label: text(`registry.membershipClass.${key}`), value: found.count }] : [];
  });
  return (
    <Card title={text('registry.cluster.makeUp')} note={text('registry.organisation.unit')}>
      <h3 className="small muted">{text('registry.field.sizeClass')}</h3>
      {sizes.length === 1 && sizes[0]?.key === 'unknown' ? <p className="quiet">{text('registry.cluster.sizeUnknown')}</p> : <BarList label={text('registry.field.sizeClass')} bars={sizes} />}
      <h3 className="small muted" style={{ marginTop: 12 }}>{text('registry.field.membershipClass')}</h3>
      <BarList label={text('registry.field.membershipClass')} bars={classes} />
    </Card>
  );
}

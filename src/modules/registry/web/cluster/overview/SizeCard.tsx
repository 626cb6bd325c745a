import { BarList } from '#web/chart/BarList.tsx';
import type { Bar } from '#web/chart/BarList.tsx';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { sizeClasses } from '../../../words/organisation.schema.ts';
import { getClusterComposition } from '../../../words/cluster.contract.ts';
import { membershipClasses } from '../../../words/cluster.schema.ts';
import type { Cluster } from '../../../words/cluster.schema.ts';

/** Members by size, class, origin, ownership and sector; unknown is a row of its own. */
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
  const bar = (key: string | null, label: string, value: number): Bar => ({ key: key ?? 'unknown', label, value });
  const unknown = text('registry.unknown');
  return (
    <Card title={text('registry.cluster.makeUp')} note={text('registry.organisation.unit')}>
      {sizes.length === 1 && sizes[0]?.key === 'unknown' ? <p className="quiet">{text('registry.cluster.sizeUnknown')}</p> : <Axis label={text('registry.field.sizeClass')} bars={sizes} />}
      <Axis label={text('registry.field.membershipClass')} bars={classes} />
      <Axis label={text('registry.field.origin')} bars={data.byOrigin.map(({ origin, count }) => bar(origin, origin ? text(`registry.origin.${origin}`) : unknown, count))} />
      <Axis label={text('registry.field.ownership')} bars={data.byOwnership.map(({ ownership, count }) => bar(ownership, ownership ? text(`registry.ownership.${ownership}`) : unknown, count))} />
      <Axis label={text('registry.field.sector')} bars={data.bySector.map(({ sector, count }) => bar(sector, sector ? text(`registry.sector.${sector}`) : unknown, count))} />
    </Card>
  );
}

/** An axis on which nothing is known says nothing. */
function Axis({ label, bars }: { label: string; bars: readonly Bar[] }) {
  if (bars.every((bar) => bar.key === 'unknown')) return null;
  return (
    <>
      <h3 className="small muted" style={{ marginTop: 12 }}>{label}</h3>
      <BarList label={label} bars={bars} />
    </>
  );
}

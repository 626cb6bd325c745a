import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { CopyText } from '#web/kit/state/CopyText.tsx';
import type { Place } from '../../words/place.schema.ts';
import { HistoryCard } from '../record/HistoryCard.tsx';
import { placePath } from './place-columns.tsx';

const most = 8;

/** Who runs it, which clusters it serves, what lies in it and around it. */
export function PlaceSide({ place }: { place: Place }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  return (
    <>
      <Card title={text('registry.place.operator')}>
        {place.operator ? <RecordLink kind="organisation" marked href={`/organisations/${place.operator.id}`} name={name(place.operator.name)} /> : <p className="quiet">{text('registry.place.operator.unknown')}</p>}
      </Card>
      <Card title={text('registry.place.clusters')}>
        {place.clusters.length === 0 ? <p className="quiet">{text('registry.place.clusters.empty')}</p> : null}
        <ul className="line-list">
          {place.clusters.map((cluster) => <li key={cluster.id}><RecordLink kind="cluster" marked href={`/clusters/${cluster.id}`} name={name(cluster.name)} /></li>)}
        </ul>
      </Card>
      {place.parent || place.children.length > 0 || place.territory ? (
        <Card title={text('registry.tab.related')}>
          <ul className="line-list">
            {place.parent ? <li><span className="grow"><RecordLink kind="park" marked href={placePath(place.parent.id)} name={name(place.parent.name)} /></span><span className="small quiet nowrap">{text('registry.place.liesIn')}</span></li> : null}
            {place.children.slice(0, most).map((child) => <li key={child.id}><RecordLink kind={child.kind} marked href={placePath(child.id)} name={name(child.name)} /></li>)}
            {place.territory ? <li><RecordLink kind="territory" marked href={`/territories/${place.territory.id}`} name={name(place.territory.name)} /></li> : null}
          </ul>
        </Card>
      ) : null}
      <HistoryCard subjectKind="place" subjectId={place.id} short />
      <Card title={text('registry.organisation.record')}>
        <dl className="facts">
          <dt>{text('registry.organisation.entered')}</dt>
          <dd>{format.date(place.createdAt)}</dd>
          <dt>{text('registry.organisation.updated')}</dt>
          <dd>{format.date(place.updatedAt)}</dd>
        </dl>
        <p style={{ marginTop: 8 }}><CopyText label={text('registry.column.id')} value={place.id} /></p>
      </Card>
    </>
  );
}

import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PersonLine } from '#web/kit/PersonLine.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { CopyText } from '#web/kit/state/CopyText.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Cluster, ClusterOrganisation } from '../../words/cluster.schema.ts';
import { listPlaces } from '../../words/place.contract.ts';
import { HistoryCard } from '../record/HistoryCard.tsx';
import { clusterPath, territoryPath } from './cluster-path.ts';

const most = 5;

/** People in real seats, records around it, what changed lately. */
export function ClusterSide({ cluster, promotion }: { cluster: Cluster; promotion: readonly ClusterOrganisation[] | null }) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      <PeopleCard cluster={cluster} promotion={promotion} />
      <RelatedCard cluster={cluster} promotion={promotion ?? []} />
      <HistoryCard subjectKind="cluster" subjectId={cluster.id} short />
      <Card title={text('registry.organisation.record')}>
        <dl className="facts">
          <dt>{text('registry.organisation.entered')}</dt>
          <dd>{format.date(cluster.createdAt)}</dd>
          <dt>{text('registry.organisation.updated')}</dt>
          <dd>{format.date(cluster.updatedAt)}</dd>
          <dt>{text('registry.field.visibility')}</dt>
          <dd>{text(`registry.visibility.${cluster.visibility}`)}</dd>
        </dl>
        <p style={{ marginTop: 8 }}><CopyText label={text('registry.column.id')} value={cluster.id} /></p>
      </Card>
    </>
  );
}

function PeopleCard({ cluster, promotion }: { cluster: Cluster; promotion: readonly ClusterOrganisation[] | null }) {
  const text = useText();
  const name = useName();
  const seated = (promotion ?? []).flatMap((each) => each.bodies.flatMap((body) => body.seats.flatMap((seat) => (seat.personName ? [{ seat, body, person: seat.personName }] : []))));
  return (
    <Card title={text('registry.cluster.people')} {...(seated.length > most ? { actions: <PageLink className="small" href={`${clusterPath(cluster.id)}?tab=promotion`}>{text('registry.cluster.people.all', { count: seated.length })}</PageLink> } : {})}>
      {seated.length > 0 ? (
        <ul className="line-list">
          {seated.slice(0, most).map(({ seat, body, person }) => (
            <PersonLine key={seat.id} name={person} detail={[seat.post, name(body.name), body.rota.current === seat.id ? text('registry.cluster.rota.now') : null].filter(Boolean).join(' · ')} />
          ))}
        </ul>
      ) : (
        <p className="quiet">{text('registry.cluster.people.none')}</p>
      )}
    </Card>
  );
}

function RelatedCard({ cluster, promotion }: { cluster: Cluster; promotion: readonly ClusterOrganisation[] }) {
  const text = useText();
  const name = useName();
  const places = useList(listPlaces, { query: { clusterId: cluster.id, limit: most } });
  const base = cluster.territories.filter((each) => each.scope === 'base').slice(0, most);
  return (
    <Card title={text('registry.tab.related')}>
      <ul className="line-list">
        {promotion.map((each) => (
          <li key={each.id}>
            <span className="grow"><RecordLink kind="organisation" marked href={`/organisations/${each.organisation.id}`} name={name(each.organisation.name)} /></span>
            <span className="small quiet nowrap">{text(`registry.clusterOrganisationRole.${each.role}`)}</span>
          </li>
        ))}
        {places.items.map((place) => (
          <li key={place.id}>
            <span className="grow"><RecordLink kind={place.kind} marked href={`/places/${place.id}`} name={name(place.name)} /></span>
            <span className="small quiet nowrap">{text(`registry.placeKind.${place.kind}`)}</span>
          </li>
        ))}
        {cluster.lists.map((list) => <li key={list.id}><RecordLink kind="list" marked href={`/clusters?listId=${list.id}`} name={name(list.name)} /></li>)}
        {base.map((each) => <li key={each.id}><RecordLink kind="territory" marked href={territoryPath(each.id)} name={name(each.name)} /></li>)}
      </ul>
      {promotion.length + places.items.length + cluster.lists.length + base.length === 0 ? <p className="quiet">{text('registry.cluster.related.none')}</p> : null}
    </Card>
  );
}

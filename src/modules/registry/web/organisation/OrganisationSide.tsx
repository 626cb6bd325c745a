import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { CopyText } from '#web/kit/state/CopyText.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { ClusterSummary } from '../../words/cluster.schema.ts';
import type { Organisation, Relation } from '../../words/organisation.schema.ts';
import { HistoryCard } from '../record/HistoryCard.tsx';
import { organisationPath } from './organisation-columns.tsx';

const most = 6;

/** Related records, what changed lately, and the record itself. People come here once the register knows any. */
export function OrganisationSide({ organisation, clusters, promoted, relations }: { organisation: Organisation; clusters: readonly ClusterSummary[]; promoted: readonly ClusterSummary[]; relations: readonly Relation[] }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const related = relations.filter((relation) => relation.kind !== 'competitor').slice(0, most);
  return (
    <>
      <Card title={text('registry.tab.related')}>
        <ul className="line-list">
          {promoted.slice(0, most).map((cluster) => (
            <li key={cluster.id}>
              <span className="grow"><RecordLink kind="cluster" marked href={`/clusters/${cluster.id}`} name={name(cluster.name)} /></span>
              <span className="small quiet nowrap">{text('registry.organisation.promotes')}</span>
            </li>
          ))}
          {clusters.filter((cluster) => !promoted.some(({ id }) => id === cluster.id)).slice(0, most).map((cluster) => (
            <li key={cluster.id}><RecordLink kind="cluster" marked href={`/clusters/${cluster.id}`} name={name(cluster.name)} /></li>
          ))}
          {related.map((relation) => (
            <li key={relation.id}>
              <span className="grow"><RecordLink kind="organisation" marked href={organisationPath(relation.other.id)} name={name(relation.other.name)} /></span>
              <span className="small quiet nowrap">{relationWords(text, relation)}</span>
            </li>
          ))}
          {organisation.territory ? <li><RecordLink kind="territory" marked href={`/territories/${organisation.territory.id}`} name={name(organisation.territory.name)} /></li> : null}
          {organisation.industry && organisation.territory ? (
            <li><PageLink href={`/organisations?industryId=${organisation.industry.id}&territoryId=${organisation.territory.id}`}>{text('registry.organisation.alike', { industry: name(organisation.industry.name), territory: name(organisation.territory.name) })}</PageLink></li>
          ) : null}
        </ul>
        {clusters.length + promoted.length + related.length === 0 && !organisation.territory ? <p className="quiet">{text('registry.organisation.related.empty')}</p> : null}
      </Card>
      <HistoryCard subjectKind="organisation" subjectId={organisation.id} short />
      <Card title={text('registry.organisation.record')}>
        <dl className="facts">
          <dt>{text('registry.organisation.entered')}</dt>
          <dd>{format.date(organisation.createdAt)}</dd>
          <dt>{text('registry.organisation.updated')}</dt>
          <dd>{format.date(organisation.updatedAt)}</dd>
          <dt>{text('registry.field.visibility')}</dt>
          <dd>{text(`registry.visibility.${organisation.visibility}`)}</dd>
        </dl>
        <p style={{ marginTop: 8 }}><CopyText label={text('registry.column.id')} value={organisation.id} /></p>
      </Card>
    </>
  );
}

export function relationWords(text: ReturnType<typeof useText>, relation: Relation): string {
  return relation.kind === 'competitor' ? text('registry.relation.competitor.both') : text(`registry.relation.${relation.kind}.${relation.direction === 'down' ? 'down' : 'up'}`);
}

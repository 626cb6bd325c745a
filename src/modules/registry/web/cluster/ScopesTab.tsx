import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { clusterScopes } from '../../words/cluster.schema.ts';
import type { Cluster } from '../../words/cluster.schema.ts';
import { territoryPath } from './cluster-path.ts';

/** Where it stands, where it radiates to, where it extends to; and what it makes. Three scopes are never added up. */
export function ScopesTab({ cluster }: { cluster: Cluster }) {
  const text = useText();
  const name = useName();
  return (
    <>
      <div className="scope-cards">
        {clusterScopes.map((scope) => {
          const places = cluster.territories.filter((each) => each.scope === scope);
          return (
            <Card key={scope} title={text(`registry.clusterScope.${scope}`)} note={places.length > 0 ? String(places.length) : undefined} caption={text(`registry.cluster.scope.${scope}`)}>
              {places.length > 0 ? (
                <ul className="line-list">{places.map((each) => <li key={each.id}><RecordLink kind="territory" marked href={territoryPath(each.id)} name={name(each.name)} /></li>)}</ul>
              ) : (
                <p className="quiet">{text('web.figure.notStated')}</p>
              )}
            </Card>
          );
        })}
      </div>
      <Card title={text('registry.cluster.industries')} caption={text('registry.cluster.industries.hint')}>
        {cluster.industries.length > 0 ? (
          <ul className="line-list">
            {cluster.industries.map((each) => (
              <li key={each.id}>
                <span className="grow">{name(each.name)} <code className="small quiet">{each.id.split(':')[1]}</code></span>
                <PageLink className="small" href={`/organisations?clusterId=${cluster.id}&industryId=${each.id}`}>{text('registry.cluster.industries.members')}</PageLink>
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{text('registry.cluster.industries.none')}</p>
        )}
        {cluster.field ? <p style={{ marginTop: 8 }}>{text('registry.cluster.fieldSaid', { field: cluster.field })}</p> : null}
      </Card>
    </>
  );
}

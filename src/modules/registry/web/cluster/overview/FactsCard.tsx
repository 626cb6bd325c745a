import type { ReactNode } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { clusterScopes } from '../../../words/cluster.schema.ts';
import type { Cluster } from '../../../words/cluster.schema.ts';
import { useFilterWords } from '../use-filter-words.ts';
import { territoryPath } from '../cluster-path.ts';

/** What is said of the cluster itself: where, which trade, since when, how it was formed. */
export function FactsCard({ cluster }: { cluster: Cluster }) {
  const text = useText();
  const name = useName();
  const filterWords = useFilterWords(cluster.formedFrom);
  const unknown = <span className="quiet">{text('web.figure.notStated')}</span>;
  const places = (scope: (typeof clusterScopes)[number]) => {
    const found = cluster.territories.filter((each) => each.scope === scope);
    return found.length === 0 ? null : found.map((each, at) => <span key={each.id}>{at > 0 ? text('web.listComma') : ''}<PageLink href={territoryPath(each.id)}>{name(each.name)}</PageLink></span>);
  };
  const facts: [string, ReactNode][] = [
    ...clusterScopes.flatMap((scope): [string, ReactNode][] => (scope === 'base' || places(scope) ? [[text(`registry.clusterScope.${scope}`), places(scope)]] : [])),
    [text('registry.field.industry'), cluster.industries.map((each) => name(each.name)).join(text('web.listComma')) || null],
    ...(cluster.field ? [[text('registry.field.field'), cluster.field] as [string, ReactNode]] : []),
    [text('registry.field.startedYear'), cluster.startedYear],
    [text('registry.cluster.main'), cluster.mainOrganisation ? <PageLink key="main" href={`/organisations/${cluster.mainOrganisation.id}`}>{name(cluster.mainOrganisation.name)}</PageLink> : null],
    ...(cluster.formedFrom ? [[text('registry.cluster.formedFrom'), filterWords] as [string, ReactNode]] : []),
  ];
  return (
    <Card title={text('registry.cluster.facts')}>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label} className="facts-pair">
            <dt>{label}</dt>
            <dd>{value ?? unknown}</dd>
          </div>
        ))}
      </dl>
      {cluster.description ? <p style={{ marginTop: 12, whiteSpace: 'pre-line' }}>{cluster.description}</p> : null}
    </Card>
  );
}

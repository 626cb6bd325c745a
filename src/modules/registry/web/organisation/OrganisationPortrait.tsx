import type { Figure } from '#platform/figure/figure.schema.ts';
import { useRoute } from '#web/api/use-route.ts';
import type { ListAnswer } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { PrintLink } from '#web/kit/PrintLink.tsx';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import type { ClusterSummary } from '../../words/cluster.schema.ts';
import { recordStateOf } from '../../words/lifecycle.rules.ts';
import { listOrganisationRelations, listOrganisationTitles } from '../../words/organisation.contract.ts';
import type { Organisation } from '../../words/organisation.schema.ts';
import { AliasCard } from '../record/AliasCard.tsx';
import { CompositionsCard } from '../record/CompositionsCard.tsx';
import { HistoryCard } from '../record/HistoryCard.tsx';
import { StatementsTab, useStatements } from '../record/StatementsTab.tsx';
import { useMayOn } from '../use-may-on.ts';
import { ClustersTab } from './ClustersTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { organisationFacts } from './organisation-facts.ts';
import { OrganisationNotice } from './OrganisationNotice.tsx';
import { OrganisationSide } from './OrganisationSide.tsx';
import { OrganisationSteps } from './OrganisationSteps.tsx';
import { OrganisationTags } from './OrganisationTags.tsx';
import { RelationsTab } from './RelationsTab.tsx';
import { TitlesTab } from './TitlesTab.tsx';
import '../registry.css';

export interface PortraitProps {
  organisation: Organisation;
  /** Null while loading, undefined when there are none to show. */
  figures: readonly Figure[] | null | undefined;
  /** Those it is a member of, and those it promotes. */
  clusters: ListAnswer<ClusterSummary>;
  promoted: ListAnswer<ClusterSummary>;
}

export function OrganisationPortrait({ organisation, figures, clusters, promoted }: PortraitProps) {
  const text = useText();
  const name = useName();
  const params = { organisationId: organisation.id };
  const subject = { subjectKind: 'organisation', subjectId: organisation.id } as const;
  const relations = useRoute(listOrganisationRelations, { params });
  const titles = useRoute(listOrganisationTitles, { params });
  const statements = useStatements(subject);
  const may = useMayOn(organisationFacts(organisation, clusters.items.map((cluster) => cluster.id)));
  const standing = recordStateOf(organisation) === 'active';
  const mayUpdate = standing && may('organisation.update');
  return (
    <RecordPage
      title={name(organisation.name)}
      breadcrumb={[
        { label: text('registry.organisation.list'), href: '/organisations' },
        ...organisation.territoryPath.filter((each) => each.id !== 'world').slice(-2).map((each) => ({ label: name(each.name), href: `/organisations?territoryId=${each.id}` })),
      ]}
      sample={organisation.sample}
      tags={<OrganisationTags organisation={organisation} />}
      scope={organisation.name.zh && organisation.name.en ? [organisation.name.zh, organisation.name.en].find((each) => each !== name(organisation.name)) : undefined}
      notice={<OrganisationNotice organisation={organisation} />}
      {...(figures === undefined || figures?.length === 0 ? {} : { figures })}
      actions={<><PrintLink href={`/print/organisations/${organisation.id}`} /><OrganisationSteps organisation={organisation} may={may} /></>}
      tabs={[
        { key: 'overview', label: text('registry.tab.overview'), content: () => <OverviewTab organisation={organisation} titles={titles.data?.items ?? []} /> },
        { key: 'clusters', label: text('registry.tab.clusters'), count: clusters.total === null || promoted.total === null ? null : new Set([...clusters.items, ...promoted.items].map(({ id }) => id)).size, content: () => <ClustersTab clusters={clusters} promoted={promoted} organisationId={organisation.id} /> },
        { key: 'relations', label: text('registry.tab.relations'), count: relations.data?.items.length ?? null, content: () => <RelationsTab organisation={organisation} query={relations} mayUpdate={mayUpdate} /> },
        { key: 'titles', label: text('registry.tab.titles'), count: titles.data?.items.length ?? null, content: () => <TitlesTab organisation={organisation} query={titles} mayUpdate={mayUpdate} /> },
        { key: 'statements', label: text('registry.tab.statements'), count: statements.total, content: () => <><StatementsTab {...subject} statements={statements} mayAdd={mayUpdate} mayChoose={may('statement.choose')} /><CompositionsCard {...subject} mayAdd={mayUpdate} /></> },
        { key: 'aliases', label: text('registry.tab.aliases'), content: () => <AliasCard {...subject} mayUpdate={mayUpdate} /> },
        { key: 'history', label: text('registry.tab.history'), content: () => <HistoryCard {...subject} /> },
      ]}
      side={() => <OrganisationSide organisation={organisation} clusters={clusters.items} promoted={promoted.items} relations={relations.data?.items ?? []} />}
      sideLabel={text('registry.tab.related')}
    />
  );
}

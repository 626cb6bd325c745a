import type { Figure } from '#platform/figure/figure.schema.ts';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { PrintLink } from '#web/kit/PrintLink.tsx';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { canEdit } from '../../words/archive.rules.ts';
import { listClassifications } from '../../words/cluster.contract.ts';
import type { Cluster } from '../../words/cluster.schema.ts';
import { listClusterOrganisations } from '../../words/membership.contract.ts';
import { AliasCard } from '../record/AliasCard.tsx';
import { CompositionsCard } from '../record/CompositionsCard.tsx';
import { HistoryCard } from '../record/HistoryCard.tsx';
import { ListsCard } from '../record/ListsCard.tsx';
import { StatementsTab, useStatements } from '../record/StatementsTab.tsx';
import { useMayOn } from '../use-may-on.ts';
import { clusterFacts } from './cluster-facts.ts';
import { ClusterNotice } from './ClusterNotice.tsx';
import { ClusterSide } from './ClusterSide.tsx';
import { ClusterSteps } from './ClusterSteps.tsx';
import { ClusterTags } from './ClusterTags.tsx';
import { MembersTab } from './members/MembersTab.tsx';
import { OverviewTab } from './overview/OverviewTab.tsx';
import { PromotionTab } from './promotion/PromotionTab.tsx';
import { ScopesTab } from './ScopesTab.tsx';
import { StructureTab } from './structure/StructureTab.tsx';
import { VerdictTab } from './verdict/VerdictTab.tsx';
import '../registry.css';
import './cluster.css';

export interface ProfileProps {
  cluster: Cluster;
  /** Null while loading, undefined when there are none to show. */
  figures: readonly Figure[] | null | undefined;
}

export function ClusterProfile({ cluster, figures }: ProfileProps) {
  const text = useText();
  const name = useName();
  const subject = { subjectKind: 'cluster', subjectId: cluster.id } as const;
  const params = { clusterId: cluster.id };
  const promotion = useRoute(listClusterOrganisations, { params });
  const verdicts = useRoute(listClassifications, { params });
  const statements = useStatements(subject);
  const may = useMayOn(clusterFacts(cluster));
  const mayUpdate = canEdit(cluster) && may('cluster.update');
  const mayChoose = canEdit(cluster) && may('statement.choose');
  const base = cluster.territories.find((each) => each.scope === 'base');
  return (
    <RecordPage
      title={name(cluster.name)}
      breadcrumb={[{ label: text('registry.cluster.list'), href: '/clusters' }, ...(base ? [{ label: name(base.name), href: `/clusters?territoryId=${base.id}` }] : [])]}
      sample={cluster.sample}
      tags={<ClusterTags cluster={cluster} />}
      scope={cluster.name.zh && cluster.name.en ? [cluster.name.zh, cluster.name.en].find((each) => each !== name(cluster.name)) : undefined}
      notice={<ClusterNotice cluster={cluster} />}
      {...(figures === undefined || figures?.length === 0 ? {} : { figures })}
      actions={<><PrintLink href={`/print/clusters/${cluster.id}`} /><ClusterSteps cluster={cluster} may={may} promotion={promotion.data?.items ?? null} statements={statements.items} verdicts={verdicts.data?.items ?? null} /></>}
      tabs={[
        { key: 'overview', label: text('registry.tab.overview'), content: () => <OverviewTab cluster={cluster} statements={statements} verdicts={verdicts} mayChoose={mayChoose} mayUpdate={mayUpdate} /> },
        { key: 'members', label: text('registry.cluster.members'), count: cluster.memberCount || null, content: () => <MembersTab cluster={cluster} mayUpdate={mayUpdate} /> },
        { key: 'promotion', label: text('registry.cluster.organisation'), count: promotion.data?.items.length || null, content: () => <PromotionTab cluster={cluster} query={promotion} mayUpdate={mayUpdate} /> },
        { key: 'structure', label: text('registry.cluster.structure'), content: () => <StructureTab cluster={cluster} /> },
        { key: 'scopes', label: text('registry.cluster.scopes'), content: () => <ScopesTab cluster={cluster} /> },
        { key: 'lists', label: text('registry.cluster.lists'), count: cluster.lists.length || null, content: () => <ListsCard subject={cluster} kind="cluster" /> },
        {
          key: 'statements',
          label: text('registry.tab.statements'),
          count: statements.total || null,
          content: () => (
            <>
              <CompositionsCard {...subject} mayAdd={mayUpdate} />
              <StatementsTab {...subject} statements={statements} mayAdd={mayUpdate} mayChoose={mayChoose} />
            </>
          ),
        },
        { key: 'verdict', label: text('registry.cluster.verdict'), content: () => <VerdictTab cluster={cluster} query={verdicts} mayUpdate={mayUpdate} /> },
        {
          key: 'history',
          label: text('registry.tab.history'),
          content: () => (
            <>
              <AliasCard {...subject} mayUpdate={mayUpdate} />
              <HistoryCard {...subject} />
            </>
          ),
        },
      ]}
      side={() => <ClusterSide cluster={cluster} promotion={promotion.data?.items ?? null} />}
      sideLabel={text('registry.tab.related')}
    />
  );
}

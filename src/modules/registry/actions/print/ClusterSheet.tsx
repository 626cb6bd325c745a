import type { Figure } from '#platform/figure/figure.schema.ts';
import { PageDocument } from '#platform/page-template/PageDocument.tsx';
import { clusterScopes, type Cluster, type ClusterOrganisation, type Membership } from '../../words/cluster.schema.ts';
import type { Statement } from '../../words/statement.schema.ts';
import { Bodies } from './Bodies.tsx';
import { Facts, Figures, SampleLine, Statements, Table } from './Sections.tsx';
import type { Wording } from './wording.ts';

export interface ClusterSheetProps {
  say: Wording;
  cluster: Cluster;
  figures: readonly Figure[];
  organisations: readonly ClusterOrganisation[];
  members: { items: readonly Membership[]; total: number };
  statements: readonly Statement[];
  footer: string;
  watermark?: string;
}

/** The profile of a cluster as a document. */
export function ClusterSheet({ say, cluster, figures, organisations, members, statements, footer, watermark }: ClusterSheetProps) {
  const { text } = say;
  const where = (scope: (typeof clusterScopes)[number]): string | null => cluster.territories.filter((territory) => territory.scope === scope).map((territory) => say.name(territory.name)).join(text('web.listComma')) || null;
  const facts = [
    { label: text('registry.field.state'), value: say.word('clusterState', cluster.state) },
    { label: text('registry.field.level'), value: say.word('clusterLevel', cluster.level) },
    { label: text('registry.field.industryIds'), value: cluster.industries.map((industry) => say.name(industry.name)).join(text('web.listComma')) || cluster.field },
    ...clusterScopes.filter((scope) => scope === 'base' || where(scope) !== null).map((scope) => ({ label: text(`registry.clusterScope.${scope}`), value: where(scope) })),
    { label: text('registry.field.startedYear'), value: cluster.startedYear === null ? null : String(cluster.startedYear) },
    { label: text('registry.list.list'), value: cluster.lists.map((list) => say.name(list.name)).join(text('web.listComma')) || null },
  ];
  const title = say.name(cluster.name);
  return (
    <PageDocument language={say.language} title={title} header={text('registry.print.clusterHeader')} footer={footer} {...(watermark ? { watermark } : {})}>
      <h1>{title}</h1>
      <SampleLine sample={cluster.sample} say={say} />
      <Facts facts={facts} say={say} />
      {cluster.description ? <p>{cluster.description}</p> : null}
      <h2>{text('registry.print.figures')}</h2>
      <Figures figures={figures} say={say} />
      <h2>{text('registry.print.structure')}</h2>
      {organisations.length === 0 ? <p className="quiet">{text('registry.print.noOrganisation')}</p> : organisations.map((organisation) => <Bodies key={organisation.id} organisation={organisation} say={say} />)}
      <h2>{text('registry.print.members')}</h2>
      <Table
        caption={text('registry.print.membersCaption', { shown: say.count(members.items.length), total: say.count(members.total) })}
        head={[text('registry.field.name'), text('registry.print.type'), text('registry.print.place'), text('registry.field.membershipClass'), text('registry.field.since')]}
        empty={text('registry.print.noMembers')}
        rows={members.items.map((member) => ({
          key: member.id,
          cells: [say.name(member.organisation.name), say.word('organisationType', member.organisation.type), say.name(member.territory?.name), say.word('membershipClass', member.membershipClass), say.day(member.since) ?? '—'],
        }))}
      />
      <h2>{text('registry.tab.statements')}</h2>
      <Statements statements={statements} say={say} />
    </PageDocument>
  );
}

import type { Figure } from '#platform/figure/figure.schema.ts';
import { PageDocument } from '#platform/page-template/PageDocument.tsx';
import type { ClusterSummary } from '../../words/cluster.schema.ts';
import type { Title } from '../../words/list.schema.ts';
import type { Organisation } from '../../words/organisation.schema.ts';
import type { Statement } from '../../words/statement.schema.ts';
import { Facts, Figures, SampleLine, Statements, Table } from './Sections.tsx';
import type { Wording } from './wording.ts';

export interface OrganisationSheetProps {
  say: Wording;
  organisation: Organisation;
  figures: readonly Figure[];
  clusters: { items: readonly ClusterSummary[]; total: number };
  titles: readonly Title[];
  statements: readonly Statement[];
  footer: string;
  watermark?: string;
}

/** The portrait of an organisation as a document. */
export function OrganisationSheet({ say, organisation, figures, clusters, titles, statements, footer, watermark }: OrganisationSheetProps) {
  const { text } = say;
  const title = say.name(organisation.name);
  const facts = [
    { label: text('registry.print.type'), value: [say.word('organisationType', organisation.type), say.word('subtype', organisation.subtype)].filter(Boolean).join(' · ') },
    { label: text('registry.field.uscc'), value: organisation.uscc },
    { label: text('registry.print.place'), value: organisation.territoryPath.filter((each) => each.id !== 'world').map((each) => say.name(each.name)).join(' · ') || null },
    { label: text('registry.field.industry'), value: organisation.industry ? say.name(organisation.industry.name) : organisation.industryLabel },
    { label: text('registry.field.sizeClass'), value: say.word('sizeClass', organisation.sizeClass) },
    { label: text('registry.field.ownership'), value: say.word('ownership', organisation.ownership) },
    { label: text('registry.field.foundedYear'), value: organisation.foundedYear === null ? null : String(organisation.foundedYear) },
    { label: text('registry.print.website'), value: organisation.website },
  ];
  return (
    <PageDocument language={say.language} title={title} header={text('registry.print.organisationHeader')} footer={footer} {...(watermark ? { watermark } : {})}>
      <h1>{title}</h1>
      <SampleLine sample={organisation.sample} say={say} />
      <Facts facts={facts} say={say} />
      {organisation.description ? <p>{organisation.description}</p> : null}
      <h2>{text('registry.print.figures')}</h2>
      <Figures figures={figures} say={say} />
      <h2>{text('registry.field.sites')}</h2>
      <Table
        head={[text('registry.field.siteKind'), text('registry.field.address'), text('registry.print.place')]}
        empty={text('registry.print.noSites')}
        rows={organisation.sites.map((site) => ({ key: site.id, cells: [say.word('siteKind', site.kind), site.address ?? '—', say.name(site.territory?.name)] }))}
      />
      <h2>{text('registry.tab.clusters')}</h2>
      <Table
        caption={text('registry.print.clustersCaption', { shown: say.count(clusters.items.length), total: say.count(clusters.total) })}
        head={[text('registry.field.name'), text('registry.field.level'), text('registry.clusterScope.base')]}
        empty={text('registry.print.noClusters')}
        rows={clusters.items.map((cluster) => ({ key: cluster.id, cells: [say.name(cluster.name), say.word('clusterLevel', cluster.level) ?? '—', cluster.territories.filter((territory) => territory.scope === 'base').map((territory) => say.name(territory.name)).join(text('web.listComma')) || '—'] }))}
      />
      <h2>{text('registry.tab.titles')}</h2>
      <Table head={[text('registry.print.title'), text('registry.print.period'), text('registry.print.source')]} empty={text('registry.print.noTitles')} rows={titles.map((held) => ({ key: held.id, cells: [held.name ? say.name(held.name) : say.word('titleKey', held.key), [say.day(held.validFrom), say.day(held.validUntil)].filter(Boolean).join(' – ') || '—', held.sourceTitle ?? '—'] }))} />
      <h2>{text('registry.tab.statements')}</h2>
      <Statements statements={statements} say={say} />
    </PageDocument>
  );
}

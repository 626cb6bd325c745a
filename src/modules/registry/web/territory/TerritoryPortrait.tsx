import type { Figure } from '#platform/figure/figure.schema.ts';
import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { useMay } from '#web/session/use-session.ts';
import { listClusters } from '../../words/cluster.contract.ts';
import { listOrganisations } from '../../words/organisation.contract.ts';
import { listPlaces } from '../../words/place.contract.ts';
import type { Territory } from '../../words/territory.schema.ts';
import { useOrganisationColumns } from '../organisation/organisation-columns.tsx';
import { usePlaceColumns } from '../place/place-columns.tsx';
import { AliasCard } from '../record/AliasCard.tsx';
import { HistoryCard } from '../record/HistoryCard.tsx';
import { ListCard } from '../record/ListCard.tsx';
import { StatementsTab, useStatements } from '../record/StatementsTab.tsx';
import { useClusterRows } from './cluster-rows.tsx';
import { TerritoryOverview } from './TerritoryOverview.tsx';
import { TerritorySide } from './TerritorySide.tsx';
import '../registry.css';
import './territory.css';

const here = 30;

/** A territory of any level: what lies below it, and what the register holds in it. */
export function TerritoryPortrait({ territory, figures }: { territory: Territory; figures: readonly Figure[] | null | undefined }) {
  const text = useText();
  const name = useName();
  const { id, counts } = territory;
  const subject = { subjectKind: 'territory', subjectId: id } as const;
  const mayChange = useMay('reference.import');
  const mayChoose = useMay('statement.choose');
  const clusters = useList(listClusters, { query: { territoryId: id, sort: '-memberCount', limit: here } });
  const organisations = useList(listOrganisations, { query: { territoryId: id, limit: here } });
  const places = useList(listPlaces, { query: { territoryId: id, limit: here } });
  const statements = useStatements(subject);
  const columns = { clusters: useClusterRows(id), organisations: useOrganisationColumns(), places: usePlaceColumns() };
  const other = [territory.name.zh, territory.name.en].find((each) => each !== name(territory.name));
  const map = mapOf(territory);
  return (
    <RecordPage
      kind="territory"
      title={name(territory.name)}
      breadcrumb={[{ label: text('registry.territory.list'), href: '/territories' }, ...territory.path.slice(0, -1).map((each) => ({ label: name(each.name), href: `/territories/${each.id}` }))]}
      tags={<><Tag>{text(`registry.territoryLevel.${territory.level}`)}</Tag>{territory.validUntil ? <Tag tone="warning">{text('registry.territory.superseded')}</Tag> : null}</>}
      scope={[other, text('registry.territory.codeOf', { code: territory.code })].filter(Boolean).join(' · ')}
      notice={territory.successor ? <p className="notice">{text('registry.territory.replaced')} <PageLink href={`/territories/${territory.successor.id}`}>{name(territory.successor.name)}</PageLink></p> : undefined}
      {...(figures === undefined ? {} : { figures })}
      actions={map ? <ButtonLink icon="map" href={map}>{text('registry.territory.onMap')}</ButtonLink> : undefined}
      primary={counts.organisations > 0 ? <ButtonLink kind="primary" icon="organisation" href={`/organisations?territoryId=${id}`}>{text('registry.territory.see', { count: counts.organisations })}</ButtonLink> : undefined}
      tabs={[
        { key: 'overview', label: text('registry.tab.overview'), content: () => <TerritoryOverview territory={territory} /> },
        {
          key: 'clusters', label: text('registry.map.of.clusters'), count: counts.clusters,
          content: () => <ListCard title={text('registry.map.of.clusters')} list={clusters} columns={columns.clusters} rowKey={(row) => row.id} rowHref={(row) => `/clusters/${row.id}`} all={`/clusters?territoryId=${id}`} empty={text('registry.territory.clusters.empty')} caption={text('registry.territory.clusters.caption')} />,
        },
        {
          key: 'organisations', label: text('registry.tab.organisations'), count: counts.organisations,
          content: () => <ListCard title={text('registry.tab.organisations')} list={organisations} columns={columns.organisations} rowKey={(row) => row.id} rowHref={(row) => `/organisations/${row.id}`} all={`/organisations?territoryId=${id}`} empty={text('registry.territory.organisations.empty')} />,
        },
        {
          key: 'places', label: text('registry.tab.places'), count: counts.places,
          content: () => <ListCard title={text('registry.tab.places')} list={places} columns={columns.places} rowKey={(row) => row.id} rowHref={(row) => `/places/${row.id}`} all={`/places?territoryId=${id}`} empty={text('registry.territory.places.empty')} />,
        },
        { key: 'statements', label: text('registry.tab.statements'), count: statements.total, content: () => <StatementsTab {...subject} statements={statements} mayAdd={mayChange} mayChoose={mayChoose} /> },
        { key: 'aliases', label: text('registry.tab.aliases'), content: () => <AliasCard {...subject} mayUpdate={mayChange} /> },
        { key: 'history', label: text('registry.tab.history'), content: () => <HistoryCard {...subject} /> },
      ]}
      side={() => <TerritorySide territory={territory} />}
      sideLabel={text('registry.tab.related')}
    />
  );
}

/** Where the country map shows this territory; what lies abroad or is generated is not on it. */
function mapOf({ id, level }: Territory): string | null {
  if (id === 'world:CN') return '/map';
  const [, province] = /^cn:(\d{2})\d{4}$/.exec(id) ?? [];
  if (!province) return null;
  return level === 'province' ? `/map?province=${id}` : `/map?province=cn:${province}0000&region=${id}`;
}

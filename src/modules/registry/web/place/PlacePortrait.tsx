import type { Figure } from '#platform/figure/figure.schema.ts';
import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { listOrganisations } from '../../words/organisation.contract.ts';
import { listPlaceChildren } from '../../words/place.contract.ts';
import type { Place } from '../../words/place.schema.ts';
import { useOrganisationColumns } from '../organisation/organisation-columns.tsx';
import { AliasCard } from '../record/AliasCard.tsx';
import { HistoryCard } from '../record/HistoryCard.tsx';
import { ListCard } from '../record/ListCard.tsx';
import { StatementsTab, useStatements } from '../record/StatementsTab.tsx';
import { useMayOn } from '../use-may-on.ts';
import { placePath, usePlaceColumns } from './place-columns.tsx';
import { placeFacts } from './place-facts.ts';
import { PlaceOverview } from './PlaceOverview.tsx';
import { PlaceSide } from './PlaceSide.tsx';
import { PlaceSteps } from './PlaceSteps.tsx';
import '../registry.css';

export function PlacePortrait({ place, figures }: { place: Place; figures: readonly Figure[] | null | undefined }) {
  const text = useText();
  const name = useName();
  const subject = { subjectKind: 'place', subjectId: place.id } as const;
  const territoryId = place.territory?.id;
  const may = useMayOn(placeFacts(place));
  const standing = place.archivedAt === null;
  const mayUpdate = standing && may('place.update');
  const inside = useList(listPlaceChildren, { params: { placeId: place.id }, query: { limit: 50 } });
  const around = useList(listOrganisations, { query: { territoryId, limit: 30 } }, { enabled: territoryId !== undefined });
  const residents = useList(listOrganisations, { query: { placeId: place.id, limit: 30 } });
  const statements = useStatements(subject);
  const placeColumns = usePlaceColumns();
  const organisationColumns = useOrganisationColumns();
  return (
    <RecordPage
      kind={place.kind}
      title={name(place.name)}
      breadcrumb={[
        { label: text('registry.place.list'), href: '/places' },
        { label: text(`registry.placeKind.${place.kind}`), href: `/places?kind=${place.kind}&view=${place.kind}` },
        ...(place.parent ? [{ label: name(place.parent.name), href: placePath(place.parent.id) }] : []),
      ]}
      sample={place.sample}
      tags={
        <>
          <Tag tone="brand" icon={place.kind}>{place.subtype ? textOr(`registry.placeSubtype.${place.subtype}`, place.subtype) : text(`registry.placeKind.${place.kind}`)}</Tag>
          {place.level ? <Tag>{textOr(`registry.level.${place.level}`, place.level)}</Tag> : null}
          {place.visibility === 'internal' ? <Tag icon="lock">{text('registry.visibility.internal')}</Tag> : null}
        </>
      }
      scope={[[place.name.zh, place.name.en].find((each) => each !== name(place.name)), place.territoryPath.map((each) => name(each.name)).slice(-2).join(' / ')].filter(Boolean).join(' · ')}
      notice={standing ? undefined : <p className="notice">{text('registry.reason.alreadyArchived')}</p>}
      {...(figures === undefined || figures?.length === 0 ? {} : { figures })}
      actions={<PlaceSteps place={place} may={may} />}
      tabs={[
        { key: 'overview', label: text('registry.tab.overview'), content: () => <PlaceOverview place={place} /> },
        {
          key: 'inside', label: text('registry.place.inside'), count: inside.total,
          content: () => <ListCard title={text('registry.place.inside')} list={inside} columns={placeColumns} rowKey={(row) => row.id} rowHref={(row) => placePath(row.id)} empty={text('registry.place.inside.empty')} emptyHint={text('registry.place.inside.hint')} />,
        },
        {
          key: 'residents', label: text('registry.place.residents'), count: residents.total,
          content: () => <ListCard title={text('registry.place.residents')} list={residents} columns={organisationColumns} rowKey={(row) => row.id} rowHref={(row) => `/organisations/${row.id}`} all={`/organisations?placeId=${place.id}`} empty={text('registry.place.residents.empty')} emptyHint={text('registry.place.residents.hint')} />,
        },
        {
          key: 'organisations', label: text('registry.place.around', { territory: name(place.territory?.name) }), count: around.total,
          content: () => (
            <ListCard
              title={territoryId ? text('registry.place.around', { territory: name(place.territory?.name) }) : text('registry.tab.organisations')}
              list={around}
              columns={organisationColumns}
              rowKey={(row) => row.id}
              rowHref={(row) => `/organisations/${row.id}`}
              all={`/organisations?territoryId=${territoryId ?? ''}`}
              empty={text('registry.territory.organisations.empty')}
              caption={text('registry.place.around.caption')}
            />
          ),
        },
        { key: 'statements', label: text('registry.tab.statements'), count: statements.total, content: () => <StatementsTab {...subject} statements={statements} mayAdd={mayUpdate} mayChoose={may('statement.choose')} /> },
        { key: 'aliases', label: text('registry.tab.aliases'), content: () => <AliasCard {...subject} mayUpdate={mayUpdate} /> },
        { key: 'history', label: text('registry.tab.history'), content: () => <HistoryCard {...subject} /> },
      ].filter((tab) => tab.key !== 'organisations' || territoryId !== undefined)}
      side={() => <PlaceSide place={place} />}
      sideLabel={text('registry.tab.related')}
    />
  );
}

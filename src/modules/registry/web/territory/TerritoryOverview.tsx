import { BarList } from '#web/chart/BarList.tsx';
import { CompositionBar } from '#web/chart/CompositionBar.tsx';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { actorColours, OrganisationMark } from '#web/kit/OrganisationMark.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { getTerritoryPicture } from '../../words/territory.contract.ts';
import type { Territory, TerritoryPicture } from '../../words/territory.schema.ts';
import { useJoin } from '../use-join.ts';
import { ChildrenCard } from './ChildrenCard.tsx';
import { TerritoryMap } from './TerritoryMap.tsx';

const mostIndustries = 8;

export function TerritoryOverview({ territory }: { territory: Territory }) {
  const text = useText();
  const picture = useRoute(getTerritoryPicture, { params: { territoryId: territory.id } });
  const { counts, children } = territory;
  const bare = counts.organisations + counts.clusters + counts.places === 0;
  if (bare && children.length === 0) return <Card title={text('registry.tab.overview')}><EmptyState title={text('registry.territory.bare')}>{text('registry.territory.bare.hint')}</EmptyState></Card>;
  return (
    <>
      <TerritoryMap territory={territory} />
      {children.length > 0 ? <ChildrenCard territory={territory} /> : null}
      <Loaded query={picture} what={text('registry.territory.madeOf')}>{(found) => <MadeOf id={territory.id} picture={found} />}</Loaded>
    </>
  );
}

/** What the organisations here are: their types, and the industries that most of them work in. */
function MadeOf({ id, picture }: { id: string; picture: TerritoryPicture }) {
  const text = useText();
  const name = useName();
  const join = useJoin();
  if (picture.counts.organisations === 0) return null;
  const known = picture.byIndustry.filter((each) => each.id !== null);
  const without = picture.byIndustry.find((each) => each.id === null)?.count ?? 0;
  return (
    <Card title={text('registry.territory.madeOf')} caption={join([text('registry.territory.madeOf.pins', { count: picture.withoutPin }), without > 0 ? text('registry.territory.madeOf.withoutIndustry', { count: without }) : ''])}>
      <div className="stack">
        <CompositionBar
          label={text('registry.field.type')}
          parts={picture.byType.map((each) => ({ key: each.type, label: text(`registry.organisationType.${each.type}`), value: each.count, colour: actorColours[each.type], mark: <OrganisationMark type={each.type} bare /> }))}
        />
        {known.length > 0 ? (
          <BarList
            label={text('registry.field.industry')}
            bars={known.slice(0, mostIndustries).map((each) => ({ key: each.id ?? '', label: <PageLink href={`/organisations?territoryId=${id}&industryId=${each.id}`}>{name(each.name)}</PageLink>, value: each.count }))}
          />
        ) : null}
      </div>
    </Card>
  );
}

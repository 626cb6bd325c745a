import { useMemo } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { actorColours } from '#web/kit/OrganisationMark.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { ChinaMap } from '#web/map/ChinaMap.tsx';
import type { MapPoint, PointGroup } from '#web/map/map-data.ts';
import type { ListState } from '#web/router/use-list-state.ts';
import { useGo } from '#web/router/use-search.ts';
import type { OrganisationFacets, OrganisationPoints } from '../../words/organisation-views.schema.ts';
import { listOrganisationPoints } from '../../words/organisation.contract.ts';
import { organisationTypes } from '../../words/organisation.schema.ts';
import type { OrganisationFilter, OrganisationType } from '../../words/organisation.schema.ts';
import { getMapCounts } from '../../words/territory.contract.ts';
import type { MapCounts } from '../../words/territory.schema.ts';
import { useJoin } from '../use-join.ts';
import { mapLevelOf } from './map-level.ts';
import { organisationPath } from './organisation-columns.tsx';
import { IndustryFacets, PlaceFacets } from './OrganisationFacetCards.tsx';
import type { FilterName } from './use-organisation-filter.ts';

export const markShapes: Record<OrganisationType, PointGroup['shape']> = { government: 'rect', enterprise: 'circle', research: 'triangle', association: 'diamond', service: 'hexagon' };

export function useActorGroups(): PointGroup[] {
  const text = useText();
  return useMemo(() => organisationTypes.map((type) => ({ key: type, label: text(`registry.organisationType.${type}`), colour: actorColours[type], shape: markShapes[type] })), [text]);
}

interface PictureProps {
  filter: Partial<OrganisationFilter>;
  facets: OrganisationFacets | undefined;
  state: ListState<FilterName>;
}

/** Where the rows of the list are: the same filter, counted by territory and drawn as points. */
export function OrganisationPicture({ filter, facets, state }: PictureProps) {
  const text = useText();
  const { level, province } = mapLevelOf(filter.territoryId);
  const where = province ? { province } : {};
  const counts = useRoute(getMapCounts, { params: { level }, query: { ...filter, ...where } }, { keepPrevious: true });
  const points = useRoute(listOrganisationPoints, { query: filter }, { keepPrevious: true });
  return (
    <div className="columns-wide">
      <div className="stack">
        <Loaded query={counts} what={text('registry.organisation.map')} skeleton={<LoadingSkeleton lines={0} height={560} />}>
          {(found) => <Picture counts={found} points={points.data} level={level} province={province} onOpen={(id) => state.setFilter('territoryId', id)} />}
        </Loaded>
        {facets ? <IndustryFacets facets={facets} state={state} /> : null}
      </div>
      {facets ? <PlaceFacets facets={facets} state={state} /> : <LoadingSkeleton lines={8} height={440} />}
    </div>
  );
}

interface DrawnProps {
  counts: MapCounts;
  points: OrganisationPoints | undefined;
  level: 'provinces' | 'prefectures';
  province: string | undefined;
  onOpen: (id: string) => void;
}

function Picture({ counts, points, level, province, onOpen }: DrawnProps) {
  const text = useText();
  const name = useName();
  const go = useGo();
  const join = useJoin();
  const groups = useActorGroups();
  const drawn = useMemo<MapPoint[]>(
    () => (points ? points.ids.map((id, at) => ({ id, name: name(points.names[at]), longitude: points.lon[at] ?? 0, latitude: points.lat[at] ?? 0, group: points.types[at] ?? 'enterprise', href: organisationPath(id) })) : []),
    [points, name],
  );
  const values = useMemo(() => counts.items.map((each) => ({ id: each.id, value: each.count })), [counts]);
  const used = useMemo(() => groups.filter((group) => drawn.some((point) => point.group === group.key)), [groups, drawn]);
  const placed = counts.items.reduce((sum, each) => sum + each.count, 0);
  const said = [
    text(level === 'provinces' ? 'registry.organisation.map.byProvince' : 'registry.organisation.map.byCity', { total: counts.total, placed }),
    counts.elsewhere > 0 ? text('registry.organisation.map.elsewhere', { count: counts.elsewhere }) : '',
    counts.withoutTerritory > 0 ? text('registry.organisation.map.withoutTerritory', { count: counts.withoutTerritory }) : '',
    points ? text('registry.organisation.map.points', { count: drawn.length }) : '',
    points && points.omitted.withoutPin > 0 ? text('registry.organisation.map.withoutPin', { count: points.omitted.withoutPin }) : '',
    points && points.omitted.outside > 0 ? text('registry.organisation.map.outside', { count: points.omitted.outside }) : '',
    points && points.omitted.beyondCap > 0 ? text('registry.organisation.map.beyondCap', { count: points.omitted.beyondCap }) : '',
  ];
  return (
    <ChinaMap
      title={text('registry.organisation.map.title')}
      level={level}
      {...(province ? { province } : {})}
      values={values}
      unit={text('registry.organisation.unit')}
      points={drawn}
      groups={used}
      summary={join(said)}
      source={text('registry.organisation.map.source')}
      onOpen={onOpen}
      onPoint={(id) => go(organisationPath(id))}
    />
  );
}

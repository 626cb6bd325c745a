import { useMemo } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { CompositionBar } from '#web/chart/CompositionBar.tsx';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { actorColours, OrganisationMark } from '#web/kit/OrganisationMark.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { ChinaMap } from '#web/map/ChinaMap.tsx';
import type { MapPoint } from '#web/map/map-data.ts';
import { useGo } from '#web/router/use-search.ts';
import { getClusterComposition, listClusterPoints } from '../../../words/cluster.contract.ts';
import type { Cluster, ClusterComposition, Points } from '../../../words/cluster.schema.ts';
import { organisationTypes } from '../../../words/organisation.schema.ts';
import { getMapCounts } from '../../../words/territory.contract.ts';
import type { MapCounts } from '../../../words/territory.schema.ts';
import { useActorGroups } from '../../organisation/OrganisationPicture.tsx';
import { organisationPath } from '../../organisation/organisation-columns.tsx';
import { useJoin } from '../../use-join.ts';
import { clusterPath } from '../cluster-path.ts';
import { memberMapOf } from './member-map-level.ts';
import type { MemberMapLevel } from './member-map-level.ts';

/** Members by type and by place: one bar, one map, and in words what neither can draw. */
export function MemberMap({ cluster, mayUpdate }: { cluster: Cluster; mayUpdate: boolean }) {
  const text = useText();
  const params = { clusterId: cluster.id };
  const at = memberMapOf(cluster.territories);
  const composition = useRoute(getClusterComposition, { params });
  const points = useRoute(listClusterPoints, { params }, { enabled: cluster.memberCount > 0 });
  const counts = useRoute(getMapCounts, { params: { level: at.level }, query: { clusterId: cluster.id, ...(at.province ? { province: at.province } : {}) } }, { enabled: cluster.memberCount > 0 });
  if (cluster.memberCount === 0) {
    return (
      <Card title={text('registry.cluster.memberMap')}>
        <EmptyState title={text('registry.cluster.noMembers')} action={mayUpdate ? <ButtonLink href={`${clusterPath(cluster.id)}?tab=members`} icon="plus">{text('registry.cluster.addMembers')}</ButtonLink> : null}>
          {text('registry.cluster.noMembers.hint')}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Loaded query={composition} what={text('registry.cluster.memberMap')} lines={12}>
      {(made) => (
        <Loaded query={counts} what={text('registry.cluster.memberMap')} lines={12}>
          {(found) => <Drawn cluster={cluster} composition={made} counts={found} points={points.data} at={at} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface DrawnProps {
  cluster: Cluster;
  composition: ClusterComposition;
  counts: MapCounts;
  points: Points | undefined;
  at: MemberMapLevel;
}

function Drawn({ cluster, composition, counts, points, at }: DrawnProps) {
  const text = useText();
  const join = useJoin();
  const name = useName();
  const go = useGo();
  const groups = useActorGroups();
  const drawn = useMemo<MapPoint[]>(
    () => (points ? points.ids.map((id, index) => ({ id, name: name(points.names[index]), longitude: points.longitudes[index] ?? 0, latitude: points.latitudes[index] ?? 0, group: points.types[index] ?? 'enterprise' })) : []),
    [points, name],
  );
  const values = useMemo(() => counts.items.map((each) => ({ id: each.id, value: each.count > 0 ? each.count : null })), [counts]);
  const parts = organisationTypes.flatMap((type) => {
    const value = composition.byType.find((each) => each.type === type)?.count ?? 0;
    return value > 0 ? [{ key: type, label: text(`registry.organisationType.${type}`), value, colour: actorColours[type], mark: <OrganisationMark type={type} bare /> }] : [];
  });
  const largest = counts.items.filter((each) => each.count > 0).toSorted((one, other) => other.count - one.count);
  const sum = parts.toSorted((one, other) => other.value - one.value).map((part) => part.value).join('+');
  const said = [
    text('registry.cluster.memberMap.said', { count: composition.total, places: largest.slice(0, 6).map((each) => `${name(each.name)} ${each.count}`).join(text('web.listComma')) || text('registry.cluster.memberMap.nowhere') }),
    largest.length > 6 ? text('registry.cluster.memberMap.more', { count: largest.length - 6 }) : '',
    counts.elsewhere > 0 ? text('registry.cluster.memberMap.elsewhere', { count: counts.elsewhere }) : '',
    composition.withoutTerritory > 0 ? text('registry.cluster.memberMap.withoutTerritory', { count: composition.withoutTerritory }) : '',
    composition.withoutPin > 0 ? text('registry.cluster.memberMap.withoutPin', { count: composition.withoutPin }) : '',
  ];
  return (
    <ChinaMap
      title={text('registry.cluster.memberMap')}
      note={<>{cluster.sample ? <SampleTag /> : null} {parts.length > 1 ? <span className="positive">{text('registry.cluster.adds', { total: composition.total, sum })}</span> : null}</>}
      level={at.level}
      {...(at.province ? { province: at.province } : {})}
      values={values}
      unit={text('registry.organisation.unit')}
      above={<div className="map-bar"><CompositionBar label={text('registry.cluster.composition')} parts={parts} /></div>}
      points={drawn}
      groups={groups.filter((group) => drawn.some((point) => point.group === group.key))}
      summary={join(said)}
      source={text('registry.cluster.map.source')}
      hrefOf={(id) => `${clusterPath(cluster.id)}?tab=members&territoryId=${id}`}
      onOpen={(id) => go(`${clusterPath(cluster.id)}?tab=members&territoryId=${id}`)}
      onPoint={(id) => go(organisationPath(id))}
    />
  );
}

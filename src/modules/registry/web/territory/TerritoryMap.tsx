import { useMemo, useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Segmented } from '#web/kit/Segmented.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { ChinaMap } from '#web/map/ChinaMap.tsx';
import { useGo } from '#web/router/use-search.ts';
import { getMapCounts, listMapClusters } from '../../words/territory.contract.ts';
import type { MapCounts, Territory } from '../../words/territory.schema.ts';
import { clusterPath } from '../cluster/cluster-path.ts';
import { useJoin } from '../use-join.ts';
import { useClusterPoints } from './cluster-points.ts';
import { frameOf } from './map-frame.ts';
import type { Frame } from './map-frame.ts';
import { counted } from './use-map-view.ts';
import type { Counted } from './use-map-view.ts';

const grouped: ReadonlySet<Territory['level']> = new Set(['macroRegion', 'cityGroup']);

/** The territory on its map: shades for what is counted below it, points for clusters. */
export function TerritoryMap({ territory }: { territory: Territory }) {
  const text = useText();
  const frame = frameOf(territory);
  const [of, setOf] = useState<Counted>('clusters');
  const where = frame?.province ? { province: frame.province } : {};
  const level = frame?.level ?? 'provinces';
  const counts = useRoute(getMapCounts, { params: { level }, query: { of, territoryId: territory.id, ...where } }, { keepPrevious: true, enabled: frame !== null });
  if (!frame) return null;
  return (
    <Loaded query={counts} what={text('registry.map')} skeleton={<LoadingSkeleton height={520} lines={0} />}>
      {(found) => <Drawn territory={territory} frame={frame} of={of} setOf={setOf} counts={found} />}
    </Loaded>
  );
}

function Drawn({ territory, frame, of, setOf, counts }: { territory: Territory; frame: Frame; of: Counted; setOf: (of: Counted) => void; counts: MapCounts }) {
  const text = useText();
  const name = useName();
  const go = useGo();
  const join = useJoin();
  const { level, province, only } = frame;
  const where = province ? { province } : {};
  const clusters = useRoute(listMapClusters, { params: { level }, query: { territoryId: territory.id, ...where } });
  const { points, groups } = useClusterPoints(clusters.data, level === 'prefectures' ? 'prefectures' : 'provinces');
  const values = useMemo(() => counts.items.filter((each) => !only || only.includes(each.id)).map((each) => ({ id: each.id, value: each.count })), [counts, only]);
  const drawn = values.reduce((sum, each) => sum + (each.value > 0 ? 1 : 0), 0);
  const shown = new Set(counts.items.map((each) => each.id));
  const outside = grouped.has(territory.level) ? territory.children.filter((child) => !shown.has(child.id)) : [];
  const left = counts.elsewhere + counts.withoutTerritory;
  const summary = join([
    text(`registry.territory.map.${of}`, { total: counts.total, regions: drawn }),
    outside.length > 0 ? text('registry.territory.map.outside', { names: outside.map((each) => name(each.name)).join(text('web.listComma')) }) : '',
    left > 0 ? text('registry.territory.map.left', { count: left }) : '',
    clusters.data && clusters.data.total > clusters.data.drawn ? text('registry.map.said.withoutCentre', { count: clusters.data.total - clusters.data.drawn }) : '',
  ]);
  return (
    <ChinaMap
      title={text('registry.territory.map')}
      note={<Segmented label={text('registry.map.count')} value={of} onChange={setOf} options={counted.map((value) => ({ value, label: text(`registry.map.of.${value}`) }))} />}
      level={level}
      {...(province ? { province } : {})}
      {...(only && level === 'prefectures' ? { focus: only } : {})}
      values={values}
      unit={text(`registry.map.unit.${of}`)}
      points={points}
      groups={groups}
      summary={summary}
      source={text('registry.organisation.map.source')}
      hrefOf={(id) => `/territories/${id}`}
      onOpen={(id) => go(`/territories/${id}`)}
      onPoint={(id) => go(clusterPath(id))}
    />
  );
}

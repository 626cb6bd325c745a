import { useMemo } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { ChinaMap } from '#web/map/ChinaMap.tsx';
import { useGo } from '#web/router/use-search.ts';
import type { MapClusters, MapCounts } from '../../words/territory.schema.ts';
import { clusterPath } from '../cluster/cluster-path.ts';
import { useJoin } from '../use-join.ts';
import { useClusterPoints } from './cluster-points.ts';
import type { MapView } from './use-map-view.ts';

export interface CountryMapProps {
  view: MapView;
  title: string;
  counts: MapCounts;
  clusters: MapClusters | undefined;
  tall?: boolean;
}

/** Records by region as shades, clusters as points over them; everything the picture leaves out is said in words. */
export function CountryMap({ view, title, counts, clusters, tall = true }: CountryMapProps) {
  const text = useText();
  const go = useGo();
  const { points, groups } = useClusterPoints(clusters, view.level);
  const values = useMemo(() => counts.items.map((each) => ({ id: each.id, value: each.count })), [counts]);
  const summary = useMapSummary(view, counts, clusters);
  return (
    <ChinaMap
      title={title}
      level={view.level}
      {...(view.province ? { province: view.province } : {})}
      values={values}
      unit={text(`registry.map.unit.${view.of}`)}
      points={points}
      groups={groups}
      summary={summary}
      source={text('registry.organisation.map.source')}
      current={view.region}
      onCurrent={view.setRegion}
      hrefOf={(id) => `/territories/${id}`}
      onOpen={(id) => (view.level === 'provinces' ? view.drill(id) : go(`/territories/${id}`))}
      onPoint={(id) => go(clusterPath(id))}
      tall={tall}
    />
  );
}

function useMapSummary({ of, level }: MapView, counts: MapCounts, clusters: MapClusters | undefined): string {
  const text = useText();
  const join = useJoin();
  const placed = counts.total - counts.elsewhere - counts.withoutTerritory;
  const said = [
    text(`registry.map.said.${of}.${level}`, { total: counts.total, placed }),
    counts.elsewhere > 0 ? text(level === 'provinces' ? 'registry.map.said.elsewhere' : 'registry.map.said.undivided', { count: counts.elsewhere }) : '',
    counts.withoutTerritory > 0 ? text('registry.map.said.withoutTerritory', { count: counts.withoutTerritory }) : '',
  ];
  if (clusters && clusters.drawn > 0) {
    said.push(text('registry.map.said.points', { count: clusters.drawn, points: clusters.ids.length }));
    if (clusters.withoutCentre > 0) said.push(text('registry.map.said.withoutCentre', { count: clusters.withoutCentre }));
    if (clusters.crossProvince > 0 && level === 'provinces') said.push(text('registry.map.said.crossProvince', { count: clusters.crossProvince }));
  }
  return join(said);
}

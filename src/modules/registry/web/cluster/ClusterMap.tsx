import { useMemo } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { ChinaMap } from '#web/map/ChinaMap.tsx';
import { getMapCounts } from '../../words/territory.contract.ts';
import type { MapCounts } from '../../words/territory.schema.ts';
import { mapLevelOf } from '../organisation/map-level.ts';
import { useJoin } from '../use-join.ts';
import type { ClusterFilter } from './use-cluster-filter.ts';

interface ClusterMapProps {
  filter: ClusterFilter;
  onOpen: (territoryId: string) => void;
}

/** How many of the listed clusters stand in each territory. */
export function ClusterMap({ filter, onOpen }: ClusterMapProps) {
  const text = useText();
  const { level, province } = mapLevelOf(filter.territoryId);
  const query = useRoute(getMapCounts, { params: { level }, query: { ...filter, of: 'clusters', ...(province ? { province } : {}) } }, { keepPrevious: true });
  return (
    <Loaded query={query} what={text('registry.cluster.map')} lines={10}>
      {(counts) => <Picture counts={counts} level={level} province={province} onOpen={onOpen} />}
    </Loaded>
  );
}

interface PictureProps {
  counts: MapCounts;
  level: 'provinces' | 'prefectures';
  province: string | undefined;
  onOpen: (territoryId: string) => void;
}

function Picture({ counts, level, province, onOpen }: PictureProps) {
  const text = useText();
  const join = useJoin();
  const values = useMemo(() => counts.items.map((each) => ({ id: each.id, value: each.count })), [counts]);
  const placed = counts.total - counts.elsewhere - counts.withoutTerritory;
  const said = [
    text(level === 'provinces' ? 'registry.cluster.map.byProvince' : 'registry.cluster.map.byCity', { placed, total: counts.total, regions: counts.items.filter((each) => each.count > 0).length }),
    counts.items.reduce((sum, each) => sum + each.count, 0) > placed ? text('registry.cluster.map.several') : '',
    counts.elsewhere > 0 ? text('registry.cluster.map.elsewhere', { count: counts.elsewhere }) : '',
    counts.withoutTerritory > 0 ? text('registry.cluster.map.withoutTerritory', { count: counts.withoutTerritory }) : '',
  ];
  return (
    <ChinaMap
      title={text('registry.cluster.map.title')}
      level={level}
      {...(province ? { province } : {})}
      values={values}
      unit={text('registry.cluster.unit')}
      summary={join(said)}
      source={text('registry.cluster.map.source')}
      onOpen={onOpen}
    />
  );
}

import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { readMapGeometry, type MapFrame } from '../../reference/map-geometry.ts';
import { clustersOnMap } from '../../store/map-clusters.store.ts';
import { countOnMap } from '../../store/map.store.ts';
import type * as routes from '../../words/territory.contract.ts';
import type { MapLevel } from '../../words/territory.schema.ts';

function frameOf(level: MapLevel, province: string | undefined): MapFrame | null {
  if (level !== 'prefectures') return { level };
  return province === undefined ? null : { level, province };
}

export const geometry: Action<typeof routes.getMapGeometry> = async (context, { params, query }) => {
  const frame = frameOf(params.level, query.province);
  return frame ? ok(await readMapGeometry(context.db, frame)) : fail('provinceMissing');
};

export const clusters: Action<typeof routes.listMapClusters> = async (context, { params, query }) => {
  const frame = frameOf(params.level, query.province);
  return frame ? ok(await clustersOnMap(context, frame, query)) : fail('provinceMissing');
};

export const counts: Action<typeof routes.getMapCounts> = async (context, { params, query }) => {
  const frame = frameOf(params.level, query.province);
  return frame ? ok(await countOnMap(context, frame, query)) : fail('provinceMissing');
};

import { locatedPlaces } from '#modules/registry/index.ts';
import type { Action } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import type * as routes from '../../words/map.contract.ts';
import { describeClusters } from './describe-clusters.ts';
import { readSites } from './read-sites.ts';

export const getDensityMap: Action<typeof routes.getDensityMap> = async (context, { query }) => {
  const read = await readSites(context, query);
  if (!read.ok) return read;
  const { sites, drawn, found, total } = read.value;
  const { clusters, trades, tradeIds, registered, registeredClusters } = await describeClusters(context, read.value);
  const tradeAt = new Map(tradeIds.map((id, at) => [id, at]));
  const members = new Set(registeredClusters.find(({ id }) => id === query.clusterId)?.memberIds);
  const places = await locatedPlaces(context, query);
  const outside = sites.filter((site) => site.pinVerdict === 'outside').length;
  return ok({
    points: {
      ids: drawn.map((site) => site.id),
      organisationIds: drawn.map((site) => site.organisationId),
      longitudes: drawn.map((site) => site.longitude),
      latitudes: drawn.map((site) => site.latitude),
      trades: drawn.map((site) => (site.trade === null ? -1 : (tradeAt.get(site.trade) ?? -1))),
      types: drawn.map((site) => site.type),
      labels: Array.from(found.labels),
      members: query.clusterId === undefined ? [] : drawn.map((site) => members.has(site.organisationId)),
    },
    places: { ids: places.map(({ id }) => id), longitudes: places.map(({ longitude }) => longitude), latitudes: places.map(({ latitude }) => latitude) },
    trades,
    clusters,
    scattered: found.labels.reduce((count, label) => count + (label === 0 ? 1 : 0), 0),
    registered,
    method: {
      id: query.method,
      version: found.version,
      eps: found.eps,
      minPts: query.minPts,
      suggestedEps: found.suggested.eps,
      clear: found.suggested.clear,
      graph: found.suggested.graph,
      boundaryRadius: Math.round(found.radius),
    },
    total,
    omitted: { withoutPin: sites.length - drawn.length - outside, outside, beyondCap: total - sites.length },
  });
};

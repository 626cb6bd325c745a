import { earthRadius } from '#kernel/space/haversine.ts';
import type { Outline } from '#kernel/space/outline.ts';
import { clustersAmong, namesOfPlacesAndTrades, type ClusterMembers } from '#modules/registry/index.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { DensityCluster, DensityMap } from '../../words/map.schema.ts';
import { boundaryOf } from './find-density.ts';
import type { DrawnSite, ReadSites } from './read-sites.ts';

/** How many lines of a kind one cluster names. */
const named = 8;

export interface Described {
  clusters: DensityCluster[];
  trades: DensityMap['trades'];
  registered: DensityMap['registered'];
  tradeIds: string[];
  registeredClusters: ClusterMembers[];
}

/** What is in each density cluster: trades, territories, organisations, and members of registered clusters in and out of it. */
export async function describeClusters(context: Context, { drawn, found }: ReadSites): Promise<Described> {
  const inCluster: DrawnSite[][] = Array.from({ length: found.clusters }, () => []);
  for (const [at, site] of drawn.entries()) inCluster[(found.labels[at] ?? 0) - 1]?.push(site);
  const trades = tally(drawn.map((site) => site.trade));
  const places = tally(drawn.map((site) => site.territoryId));
  const names = await namesOfPlacesAndTrades(context, { territories: [...places.keys()], trades: [...trades.keys()] });
  const nameOf = (id: string): Name => names.get(id) ?? wordOf(id);
  const list = (counts: ReadonlyMap<string, number>): DensityMap['trades'] => [...counts].map(([id, count]) => ({ id, name: nameOf(id), count }));
  const registeredClusters = await clustersAmong(context, [...new Set(drawn.map((site) => site.organisationId))]);
  const labels = labelsByOrganisation(drawn, found.labels);
  return {
    trades: list(trades),
    tradeIds: [...trades.keys()],
    registeredClusters,
    registered: registeredClusters.map(({ id, name, memberIds }) => {
      const where = memberIds.map((member) => labels.get(member) ?? []);
      return { id, name, located: memberIds.length, inside: where.filter((each) => each.length > 0).length, densityClusters: new Set(where.flat()).size };
    }),
    clusters: inCluster.map((sites, at) => {
      const longitudes = sites.map((site) => site.longitude);
      const latitudes = sites.map((site) => site.latitude);
      const boundary = boundaryOf(longitudes, latitudes, found.radius);
      const organisations = new Set(sites.map((site) => site.organisationId));
      return {
        number: at + 1,
        sites: sites.length,
        organisations: organisations.size,
        longitude: meanOf(longitudes),
        latitude: meanOf(latitudes),
        area: Math.round(areaOf(boundary) / 1e4) / 100,
        stability: found.stability?.[at] ?? null,
        trades: list(tally(sites.map((site) => site.trade))).slice(0, named),
        territories: list(tally(sites.map((site) => site.territoryId))).slice(0, named),
        registered: registeredClusters
          .map(({ id, name, memberIds }) => ({ id, name, count: memberIds.filter((member) => organisations.has(member)).length, located: memberIds.length }))
          .filter(({ count }) => count > 0)
          .sort((one, other) => other.count - one.count)
          .slice(0, named),
        boundary: boundary.map((polygon) => polygon.map((ring) => ring.map(([longitude, latitude]): [number, number] => [longitude, latitude]))),
      };
    }),
  };
}

/** A source's own word stands for itself in both languages. */
function wordOf(id: string): Name {
  const word = id.replace(/^label:/, '');
  return { zh: word, en: word };
}

/** How often each occurs, most frequent first; null is nothing. */
function tally(values: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Map([...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)));
}

/** Density clusters in which each organisation has a site. */
function labelsByOrganisation(drawn: readonly DrawnSite[], labels: Int32Array): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, { organisationId }] of drawn.entries()) {
    const label = labels[at] ?? 0;
    if (label > 0) found.set(organisationId, [...(found.get(organisationId) ?? []), label]);
  }
  return found;
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Square metres on the sphere, holes taken out; by the trapezoids under each edge (Chamberlain, Duquette 2007). */
function areaOf(outline: Outline): number {
  const radians = Math.PI / 180;
  let sum = 0;
  for (const ring of outline.flat()) {
    for (let at = 1; at < ring.length; at += 1) {
      const [from, to] = [ring[at - 1], ring[at]];
      if (from && to) sum += (to[0] - from[0]) * radians * (2 + Math.sin(from[1] * radians) + Math.sin(to[1] * radians));
    }
  }
  return (Math.abs(sum) * earthRadius ** 2) / 2;
}

import { locatedSites, type LocatedSite, type SitesAsked } from '#modules/registry/index.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { hierarchyCap, siteCap, type DensityMapQuery, type MapSite } from '../../words/map.schema.ts';
import { findDensity, type Found } from './find-density.ts';

export type DrawnSite = LocatedSite & { longitude: number; latitude: number };

export interface ReadSites {
  sites: LocatedSite[];
  drawn: DrawnSite[];
  /** Label of each drawn site, by its id. */
  labelOf: ReadonlyMap<string, number>;
  found: Found;
  total: number;
}

const isDrawn = (site: LocatedSite): site is DrawnSite => site.longitude !== null && site.latitude !== null;

type Asked = SitesAsked & Pick<DensityMapQuery, 'method' | 'eps' | 'minPts'>;

/** Only what matches the register's filter: the numbers of the method are none of its words. */
export function filterOf({ q, type, territoryId, industryId, industryLabel, sample }: SitesAsked): SitesAsked {
  return { q, type, territoryId, industryId, industryLabel, sample, tradesUnder: industryId };
}

/** Everything a map says comes from the sites that its reader may see: what is hidden moves no boundary. */
export async function readSites(context: Context, asked: Asked): Promise<Result<ReadSites>> {
  const { sites, total } = await locatedSites(context, filterOf(asked), siteCap);
  const drawn = sites.filter(isDrawn);
  if (asked.method === 'hdbscan' && drawn.length > hierarchyCap) return fail('tooManySites', { count: drawn.length, most: hierarchyCap });
  const found = findDensity(drawn.map((site) => site.longitude), drawn.map((site) => site.latitude), asked);
  return ok({ sites, drawn, found, total, labelOf: new Map(drawn.map((site, at) => [site.id, found.labels[at] ?? 0])) });
}

export function standingOf(site: LocatedSite, labelOf: ReadonlyMap<string, number>): MapSite['standing'] {
  const label = labelOf.get(site.id);
  if (label === undefined) return site.pinVerdict === 'outside' ? 'outside' : 'withoutPin';
  return label > 0 ? 'clustered' : 'scattered';
}

export const clusterIndexMethod = { id: 'cluster-index', version: '1.0.0' } as const;

/** One industry in one region beside the whole country; all > 0 but the first two, which may be 0. */
export interface ClusterPlace {
  employment: number;
  firms: number;
  area: number;
  population: number;
  employmentAll: number;
  firmsAll: number;
  areaAll: number;
  populationAll: number;
}

/**
 * Cluster index = concentration · specialisation ÷ relative firm size
 * = [(e/a)/(E/A)] · [(e/p)/(E/P)] ÷ [(e/b)/(E/B)]. No unit; > 1 denser than the country. With e = 0 it is 0, the value of the formula after e is cancelled.
 * NaN where a number is missing or a divisor is not positive. O(1). Litzenberger, Sternberg 2006.
 */
export function clusterIndex(place: ClusterPlace): number {
  const { employment, firms, area, population, employmentAll, firmsAll, areaAll, populationAll } = place;
  if (!(area > 0 && population > 0 && employmentAll > 0 && firmsAll > 0 && employment >= 0 && firms >= 0 && areaAll > 0 && populationAll > 0)) return NaN;
  return ((employment * areaAll) / (area * employmentAll)) * ((firms * populationAll) / (population * firmsAll));
}

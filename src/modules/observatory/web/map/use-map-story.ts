import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import type { DensityMap } from '../../words/map.schema.ts';
import { useDistance } from './use-distance.ts';

/** What the map shows and leaves out, in sentences; the method by itself for files. */
export function useMapStory(data: DensityMap): { summary: string; method: string } {
  const text = useText();
  const name = useName();
  const distance = useDistance();
  const { clusters, method, omitted } = data;
  const largest = clusters.reduce<(typeof clusters)[number] | null>((most, each) => (most === null || each.sites > most.sites ? each : most), null);
  const across = clusters.filter(({ territories }) => territories.length > 1).length;
  const how = method.eps === null
    ? text('observatory.map.story.hdbscan', { minPts: method.minPts, version: method.version })
    : text('observatory.map.story.dbscan', { eps: distance(method.eps), minPts: method.minPts, version: method.version });
  const said = [
    text('observatory.map.story.found', { sites: data.points.ids.length, clusters: clusters.length, scattered: data.scattered }),
    largest ? text('observatory.map.story.largest', { number: largest.number, sites: largest.sites, trade: name(largest.trades[0]?.name) || text('observatory.map.unknownTrade') }) : '',
    across > 0 ? text('observatory.map.story.across', { count: across }) : '',
    omitted.withoutPin > 0 ? text('observatory.map.story.withoutPin', { count: omitted.withoutPin }) : '',
    omitted.outside > 0 ? text('observatory.map.story.outside', { count: omitted.outside }) : '',
    omitted.beyondCap > 0 ? text('observatory.map.story.beyondCap', { count: omitted.beyondCap }) : '',
    how,
    text('observatory.map.story.boundary', { distance: distance(method.boundaryRadius) }),
  ];
  return { summary: said.filter(Boolean).join(text('observatory.map.story.join')), method: how };
}

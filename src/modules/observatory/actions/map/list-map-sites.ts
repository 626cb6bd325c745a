import { clustersAmong, namesOfPlacesAndTrades, siteLines } from '#modules/registry/index.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type * as routes from '../../words/map.contract.ts';
import { readSites, standingOf } from './read-sites.ts';

/** Sites in the order of their organisations' names; a cursor names the last one shown. */
export const listMapSites: Action<typeof routes.listMapSites> = async (context, { query }) => {
  const read = await readSites(context, query);
  if (!read.ok) return read;
  const { sites, labelOf } = read.value;
  const members = query.clusterId === undefined ? null : new Set((await clustersAmong(context, sites.map((site) => site.organisationId))).find(({ id }) => id === query.clusterId)?.memberIds);
  const wanted = sites.filter((site) =>
    (query.number === undefined || labelOf.get(site.id) === query.number)
    && (query.standing === undefined || standingOf(site, labelOf) === query.standing)
    && (query.members === undefined || members === null || members.has(site.organisationId) === (query.members === 'true')));
  const after = query.cursor === undefined ? -1 : wanted.findIndex((site) => site.id === query.cursor);
  if (query.cursor !== undefined && after < 0) return fail('invalidCursor');
  const shown = wanted.slice(after + 1, after + 1 + query.limit);
  const lines = await siteLines(context, shown.map((site) => site.id));
  const known = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];
  const names = await namesOfPlacesAndTrades(context, { territories: known(shown.map((site) => site.territoryId)), trades: known(shown.map((site) => site.trade)) });
  const refOf = (id: string | null) => {
    if (id === null) return null;
    const word = id.replace(/^label:/, '');
    return { id, name: names.get(id) ?? { zh: word, en: word } };
  };
  const items = shown.flatMap((site) => {
    const line = lines.get(site.id);
    if (!line) return [];
    const label = labelOf.get(site.id) ?? 0;
    return [{ ...line, type: site.type, trade: refOf(site.trade), territory: refOf(site.territoryId), longitude: site.longitude, latitude: site.latitude, standing: standingOf(site, labelOf), number: label > 0 ? label : null }];
  });
  const last = shown.at(-1);
  return ok({ items, total: wanted.length, nextCursor: last && after + 1 + shown.length < wanted.length ? last.id : null });
};

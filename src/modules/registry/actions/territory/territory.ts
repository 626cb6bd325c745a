import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { listClusterRows } from '../../store/cluster.store.ts';
import { countFacets } from '../../store/organisation-facets.store.ts';
import { listPlaceRows } from '../../store/place.store.ts';
import { childrenOf, countRecords, findTerritory, listTerritoryRows } from '../../store/territory.store.ts';
import { territoryPath } from '../../store/territories.store.ts';
import type * as routes from '../../words/territory.contract.ts';

const none = { organisations: 0, clusters: 0, places: 0 };
/** How many clusters and places a territory's page names; its lists have them all. */
const named = 50;

export const list: Action<typeof routes.listTerritories> = async (context, { query }) => {
  const page = await listTerritoryRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const get: Action<typeof routes.getTerritory> = async (context, { params }) => {
  const territory = await findTerritory(context, params.territoryId);
  if (!territory) return fail('notFound');
  const children = await childrenOf(context, territory.id);
  const counts = await countRecords(context, [territory.id, ...children.map((child) => child.id)]);
  return ok({
    ...territory,
    path: await territoryPath(context.db, territory.id),
    counts: counts.get(territory.id) ?? none,
    children: children.map((child) => ({ ...child, counts: counts.get(child.id) ?? none })),
  });
};

export const picture: Action<typeof routes.getTerritoryPicture> = async (context, { params }) => {
  const territoryId = params.territoryId;
  const facets = await countFacets(context, { territoryId, archived: 'false' });
  const clusters = await listClusterRows(context, { territoryId, archived: 'false', sort: '-memberCount', limit: named });
  const places = await listPlaceRows(context, { territoryId, archived: 'false', sort: 'name', limit: named });
  const withoutIndustry = facets.withoutIndustry > 0 ? [{ id: null, name: null, count: facets.withoutIndustry }] : [];
  return ok({
    counts: { organisations: facets.total, clusters: clusters?.total ?? 0, places: places?.total ?? 0 },
    byType: facets.byType,
    bySize: facets.bySize,
    byIndustry: [...facets.byIndustry, ...withoutIndustry],
    clusters: (clusters?.items ?? []).map(({ id, name, memberCount, sample }) => ({ id, name, memberCount, sample })),
    places: (places?.items ?? []).map(({ id, name, kind, sample }) => ({ id, name, kind, sample })),
    withoutPin: facets.total - facets.withPin,
  });
};

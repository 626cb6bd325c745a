import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { listClusterRows } from '../../store/cluster.store.ts';
import { countFacets } from '../../store/organisation-facets.store.ts';
import { listPlaceRows } from '../../store/place.store.ts';
import { childrenOf, countRecords, findTerritory, listTerritoryRows } from '../../store/territory.store.ts';
import { territoryPath } from '../../store/territories.store.ts';
import { countInGroup, findTerritoryGroup, listTerritoryGroups, membersOfGroup } from '../../store/territory-group.store.ts';
import type * as routes from '../../words/territory.contract.ts';
import { isTerritoryGroup } from '../../words/territory.rules.ts';
import type { Territory } from '../../words/territory.schema.ts';

const none = { organisations: 0, clusters: 0, places: 0 };
/** How many clusters and places a territory's page names; its lists have them all. */
const named = 50;

export const list: Action<typeof routes.listTerritories> = async (context, { query }) => {
  if (query.level === 'macroRegion' || query.level === 'cityGroup') return ok(await listTerritoryGroups(context, query.level, query.q));
  const page = await listTerritoryRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const get: Action<typeof routes.getTerritory> = async (context, { params }) => {
  if (isTerritoryGroup(params.territoryId)) return readGroup(context, params.territoryId);
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

async function readGroup(context: Context, id: string): Promise<Result<Territory>> {
  const group = await findTerritoryGroup(context, id);
  if (!group) return fail('notFound');
  const members = await membersOfGroup(context, id);
  const counts = await countRecords(context, members.map((member) => member.id));
  return ok({ ...group, counts: await countInGroup(context, id), children: members.map((member) => ({ ...member, counts: counts.get(member.id) ?? none })) });
}

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

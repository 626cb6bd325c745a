import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { countPlaceFacetRows } from '../../store/place-filter.ts';
import { listPlaceRows } from '../../store/place.store.ts';
import type * as routes from '../../words/place.contract.ts';
import { enterPlace, readPlace } from './place-content.ts';

export const list: Action<typeof routes.listPlaces> = async (context, { query }) => {
  const page = await listPlaceRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const listChildren: Action<typeof routes.listPlaceChildren> = async (context, { params, query }) => {
  const page = await listPlaceRows(context, query, params.placeId);
  return page ? ok(page) : fail('invalidCursor');
};

export const facets: Action<typeof routes.countPlaceFacets> = async (context, { query }) => ok(await countPlaceFacetRows(context, query));

export const get: Action<typeof routes.getPlace> = (context, { params }) => readPlace(context, params.placeId);

export const create: Action<typeof routes.createPlace> = (context, { body }) => enterPlace(context, body);

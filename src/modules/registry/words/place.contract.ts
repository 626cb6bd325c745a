import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { placeFacetsSchema, placeFilterSchema, placeInputSchema, placeListQuery, placePatchSchema, placeSchema, placeSummarySchema } from './place.schema.ts';
import { idSchema } from './record.schema.ts';

const params = z.strictObject({ placeId: idSchema });
const subject = { kind: 'place', param: 'placeId' } as const;
const linked = ['territoryUnknown', 'organisationUnknown', 'clusterUnknown', 'parentUnknown', 'parentInside', 'subtypeOfOtherKind', 'pinIncomplete'] as const;

export const listPlaces = defineRoute({
  id: 'place.list',
  method: 'GET',
  path: '/places',
  query: placeListQuery,
  out: pageOf(placeSummarySchema),
  permission: 'place.read',
  subject: { kind: 'place', from: 'list' },
  reasons: [],
  csv: ['id', 'name', 'kind', 'subtype', 'level', 'territory', 'startedYear', 'longitude', 'latitude', 'sample', 'updatedAt'],
  summary: { zh: '基地、园区与设施名录', en: 'List bases, parks and facilities' },
});
export const countPlaceFacets = defineRoute({
  id: 'place.facets',
  method: 'GET',
  path: '/places/facets',
  query: placeFilterSchema,
  out: placeFacetsSchema,
  permission: 'place.read',
  subject: { kind: 'place', from: 'list' },
  reasons: [],
  summary: { zh: '基地、园区与设施分类计数', en: 'Count places by kind, level, use and territory' },
});
export const getPlace = defineRoute({ id: 'place.get', method: 'GET', path: '/places/:placeId', params, out: placeSchema, permission: 'place.read', subject, reasons: [], summary: { zh: '读取基地、园区或设施', en: 'Get a base, park or facility' } });
export const createPlace = defineRoute({
  id: 'place.create',
  method: 'POST',
  path: '/places',
  body: placeInputSchema,
  out: placeSchema,
  permission: 'place.create',
  subject: { kind: 'place', from: 'body' },
  reasons: linked,
  status: 201,
  summary: { zh: '登记基地、园区或设施', en: 'Create a base, park or facility' },
});
export const updatePlace = defineRoute({
  id: 'place.update',
  method: 'PATCH',
  path: '/places/:placeId',
  params,
  body: placePatchSchema,
  out: placeSchema,
  permission: 'place.update',
  subject,
  reasons: [...linked, 'alreadyArchived', 'scopeLeft'],
  ifMatch: true,
  summary: { zh: '修改基地、园区或设施', en: 'Update a base, park or facility' },
});
export const archivePlace = defineRoute({
  id: 'place.archive',
  method: 'POST',
  path: '/places/:placeId/archive',
  params,
  out: placeSchema,
  permission: 'place.archive',
  subject,
  reasons: ['alreadyArchived'],
  ifMatch: true,
  summary: { zh: '归档基地、园区或设施', en: 'Archive a base, park or facility' },
});
export const restorePlace = defineRoute({
  id: 'place.restore',
  method: 'POST',
  path: '/places/:placeId/restore',
  params,
  out: placeSchema,
  permission: 'place.archive',
  subject,
  reasons: ['notArchived'],
  ifMatch: true,
  summary: { zh: '恢复已归档的基地、园区或设施', en: 'Restore a base, park or facility' },
});
export const listPlaceChildren = defineRoute({
  id: 'place.children',
  method: 'GET',
  path: '/places/:placeId/children',
  params,
  query: placeListQuery,
  out: pageOf(placeSummarySchema),
  permission: 'place.read',
  subject,
  reasons: [],
  csv: ['id', 'name', 'kind', 'subtype', 'startedYear'],
  summary: { zh: '园区内的分园与设施', en: 'Places inside a place' },
});

export const placeRoutes = [listPlaces, countPlaceFacets, getPlace, createPlace, updatePlace, archivePlace, restorePlace, listPlaceChildren] as const;

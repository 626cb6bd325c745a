import { z } from 'zod';
import { idSchema } from '#modules/registry/words/record.schema.ts';
import { defineRoute, type Route } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { kDensityInput, kDensitySchema } from './k-density.schema.ts';
import { densityMapQuery, densityMapSchema, mapSiteSchema, mapSitesQuery } from './map.schema.ts';

/** Reasons of this area and their HTTP status; words are `observatory.reason.<name>`. */
export const mapReasons = { tooManySites: 422, tooFewSites: 422 } as const;

const listed = { kind: 'organisation', from: 'list' } as const;

export const getDensityMap = defineRoute({
  id: 'densityMap.get',
  method: 'GET',
  path: '/density-map',
  query: densityMapQuery,
  out: densityMapSchema,
  permission: 'densityMap.read',
  subject: listed,
  reasons: ['tooManySites'],
  summary: { zh: '集群地图：点位、密度聚类及其边界', en: 'Cluster map: sites, density clusters and their boundaries' },
});
export const listMapSites = defineRoute({
  id: 'densityMap.sites',
  method: 'GET',
  path: '/density-map/sites',
  query: mapSitesQuery,
  out: pageOf(mapSiteSchema),
  permission: 'densityMap.read',
  subject: listed,
  reasons: ['tooManySites'],
  csv: ['id', 'organisation', 'name', 'kind', 'address', 'type', 'trade', 'territory', 'longitude', 'latitude', 'standing', 'number', 'sample'],
  summary: { zh: '集群地图的场所清单', en: 'Sites of the cluster map, drawn or not' },
});
export const measureKDensity = defineRoute({
  id: 'kDensity.measure',
  method: 'POST',
  path: '/k-densities',
  body: kDensityInput,
  out: kDensitySchema,
  permission: 'densityMap.read',
  subject: listed,
  reasons: ['tooFewSites', 'tooManySites'],
  status: 201,
  summary: { zh: '计算某行业的 K 密度与随机包络', en: 'Measure the K-density of a trade against chance' },
});
export const getKDensity = defineRoute({
  id: 'kDensity.get',
  method: 'GET',
  path: '/k-densities/:kDensityId',
  params: z.strictObject({ kDensityId: idSchema }),
  out: kDensitySchema,
  permission: 'densityMap.read',
  subject: listed,
  reasons: [],
  summary: { zh: '读取自己发起的 K 密度结果', en: 'Read a K-density that one asked for oneself' },
});

export const mapRoutes = [getDensityMap, listMapSites, measureKDensity, getKDensity] as const satisfies readonly Route[];

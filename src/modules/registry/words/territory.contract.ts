import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { industryIdSchema, territoryIdSchema } from './record.schema.ts';
import {
  codeSystemCheckSchema,
  codeSystemSchema,
  industryListQuery,
  industrySchema,
  industrySummarySchema,
  mapClustersQuery,
  mapClustersSchema,
  mapCountsQuery,
  mapCountsSchema,
  mapGeometryQuery,
  mapGeometrySchema,
  mapLevels,
  territoryListQuery,
  territoryPictureSchema,
  territorySchema,
  territorySummarySchema,
} from './territory.schema.ts';

const territoryParams = z.strictObject({ territoryId: territoryIdSchema });
const industryParams = z.strictObject({ industryId: industryIdSchema });
const mapParams = z.strictObject({ level: z.enum(mapLevels) });
const ofTerritory = { kind: 'territory', param: 'territoryId' } as const;
const listed = { kind: 'territory', from: 'list' } as const;

export const listTerritories = defineRoute({
  id: 'territory.list',
  method: 'GET',
  path: '/territories',
  query: territoryListQuery,
  out: pageOf(territorySummarySchema),
  permission: 'reference.read',
  subject: listed,
  reasons: [],
  csv: ['id', 'code', 'name', 'level', 'parent', 'validFrom', 'validUntil'],
  summary: { zh: '查找地区', en: 'Search territories' },
});
export const getTerritory = defineRoute({ id: 'territory.get', method: 'GET', path: '/territories/:territoryId', params: territoryParams, out: territorySchema, permission: 'reference.read', subject: ofTerritory, reasons: [], summary: { zh: '读取地区及其下级', en: 'Get a territory with what lies below it' } });
export const getTerritoryPicture = defineRoute({
  id: 'territory.summary',
  method: 'GET',
  path: '/territories/:territoryId/summary',
  params: territoryParams,
  out: territoryPictureSchema,
  permission: 'reference.read',
  subject: ofTerritory,
  reasons: [],
  summary: { zh: '地区概况', en: 'What is registered in a territory' },
});
export const listIndustries = defineRoute({
  id: 'industry.list',
  method: 'GET',
  path: '/industries',
  query: industryListQuery,
  out: pageOf(industrySummarySchema),
  permission: 'reference.read',
  subject: listed,
  reasons: [],
  csv: ['id', 'code', 'name', 'level', 'parentId'],
  summary: { zh: '行业分类', en: 'Search industries' },
});
export const getIndustry = defineRoute({ id: 'industry.get', method: 'GET', path: '/industries/:industryId', params: industryParams, out: industrySchema, permission: 'reference.read', subject: listed, reasons: [], summary: { zh: '读取行业及其对照', en: 'Get an industry with its mappings' } });
export const listCodeSystems = defineRoute({ id: 'codeSystem.list', method: 'GET', path: '/code-systems', out: z.object({ items: z.array(codeSystemSchema) }), permission: 'reference.read', subject: listed, reasons: [], summary: { zh: '代码体系', en: 'List code systems' } });
export const importReference = defineRoute({
  id: 'reference.import',
  method: 'POST',
  path: '/code-systems',
  body: z.strictObject({ text: z.string().min(1).max(8_000_000) }),
  out: codeSystemSchema,
  permission: 'reference.import',
  subject: listed,
  reasons: ['codeSystemUnreadable', 'codeSystemBuiltIn'],
  status: 201,
  bodyLimit: 16_000_000,
  summary: { zh: '导入代码体系', en: 'Import a code system' },
});
export const checkReference = defineRoute({
  id: 'reference.check',
  method: 'POST',
  path: '/code-systems/check',
  body: z.strictObject({ text: z.string().min(1).max(8_000_000) }),
  out: codeSystemCheckSchema,
  permission: 'reference.import',
  subject: listed,
  reasons: [],
  bodyLimit: 16_000_000,
  summary: { zh: '试读代码体系，不写入', en: 'Read a code system and report problems; nothing is written' },
});
export const getMapGeometry = defineRoute({
  id: 'map.geometry',
  method: 'GET',
  path: '/maps/:level',
  params: mapParams,
  query: mapGeometryQuery,
  out: mapGeometrySchema,
  permission: 'reference.read',
  subject: listed,
  reasons: ['provinceMissing'],
  summary: { zh: '地图边界', en: 'Boundaries for a map' },
});
export const getMapCounts = defineRoute({
  id: 'map.counts',
  method: 'GET',
  path: '/maps/:level/counts',
  params: mapParams,
  query: mapCountsQuery,
  out: mapCountsSchema,
  permission: 'reference.read',
  subject: listed,
  reasons: ['provinceMissing'],
  summary: { zh: '各地区记录数', en: 'Records per territory of a map' },
});

export const listMapClusters = defineRoute({
  id: 'map.clusters',
  method: 'GET',
  path: '/maps/:level/clusters',
  params: mapParams,
  query: mapClustersQuery,
  out: mapClustersSchema,
  permission: 'cluster.read',
  subject: { kind: 'cluster', from: 'list' },
  reasons: ['provinceMissing'],
  summary: { zh: '集群在地图上的点', en: 'Clusters as points of a map' },
});

export const territoryRoutes = [listTerritories, getTerritory, getTerritoryPicture] as const;
export const industryRoutes = [listIndustries, getIndustry, listCodeSystems, checkReference, importReference] as const;
export const mapRoutes = [getMapGeometry, getMapCounts, listMapClusters] as const;

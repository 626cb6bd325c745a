import { z } from 'zod';
import { idSchema } from '#modules/registry/words/record.schema.ts';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf, pageQuery } from '#platform/page/page.schema.ts';
import { indicatorFacetsSchema, indicatorFilterShape, indicatorInputSchema, indicatorListQuery, indicatorPatchSchema, indicatorSchema, indicatorSummarySchema, vintageInputSchema, vintageSchema } from './indicator.schema.ts';
import { indicatorVerbs } from './indicator.rules.ts';

export const indicatorParams = z.strictObject({ indicatorId: idSchema });
export const indicatorSubject = { kind: 'indicator', param: 'indicatorId' } as const;
const many = { kind: 'indicator', from: 'list' } as const;
const meaning = ['indicatorKeyTaken', 'amountNeedsCurrency', 'shareNeedsRatio', 'formulaUnreadable', 'formulaOfItself', 'formulaNotNumber', 'formulaCycle', 'formulaUnits', 'formulaUnit', 'formulaPopulations', 'sourceUnknown'] as const;

export const listIndicatorsRoute = defineRoute({
  id: 'indicator.list',
  method: 'GET',
  path: '/indicators',
  query: indicatorListQuery,
  out: pageOf(indicatorSummarySchema),
  permission: 'indicator.read',
  subject: many,
  reasons: [],
  csv: ['id', 'key', 'name', 'state', 'dimension', 'topic', 'kind', 'unit', 'direction', 'periodicity', 'sourceTitle', 'observationCount', 'subjectCount', 'firstPeriod', 'lastPeriod'],
  summary: { zh: '指标目录', en: 'List indicators' },
});
export const countIndicatorFacetsRoute = defineRoute({ id: 'indicator.facets', method: 'GET', path: '/indicators/facets', query: z.strictObject(indicatorFilterShape), out: indicatorFacetsSchema, permission: 'indicator.read', subject: many, reasons: [], summary: { zh: '指标按维度、主题计数', en: 'Count indicators by dimension and topic' } });
export const getIndicator = defineRoute({ id: 'indicator.get', method: 'GET', path: '/indicators/:indicatorId', params: indicatorParams, out: indicatorSchema, permission: 'indicator.read', subject: indicatorSubject, reasons: [], summary: { zh: '读取指标', en: 'Get an indicator' } });
export const createIndicator = defineRoute({
  id: 'indicator.create',
  method: 'POST',
  path: '/indicators',
  body: indicatorInputSchema,
  out: indicatorSchema,
  permission: 'indicator.manage',
  subject: { kind: 'indicator', from: 'body' },
  reasons: meaning,
  status: 201,
  summary: { zh: '新增指标', en: 'Create an indicator' },
});
export const updateIndicator = defineRoute({
  id: 'indicator.update',
  method: 'PATCH',
  path: '/indicators/:indicatorId',
  params: indicatorParams,
  body: indicatorPatchSchema,
  out: indicatorSchema,
  permission: 'indicator.manage',
  subject: indicatorSubject,
  reasons: [...meaning, 'unitOfValues', 'definitionMissing', 'unitMissing'],
  ifMatch: true,
  summary: { zh: '修改指标', en: 'Update an indicator' },
});
export const stepIndicator = defineRoute({
  id: 'indicator.step',
  method: 'POST',
  path: '/indicators/:indicatorId/step',
  params: indicatorParams,
  body: z.strictObject({ verb: z.enum(indicatorVerbs) }),
  out: indicatorSchema,
  permission: 'indicator.manage',
  subject: indicatorSubject,
  reasons: ['stepNotNow', 'definitionMissing', 'unitMissing'],
  ifMatch: true,
  summary: { zh: '启用、停用或退回草稿', en: 'Activate, retire or withdraw an indicator' },
});

export const listVintages = defineRoute({
  id: 'vintage.list',
  method: 'GET',
  path: '/vintages',
  query: z.strictObject({ ...pageQuery, q: z.string().trim().max(100).optional(), sort: z.enum(['title', '-title', 'releasedOn', '-releasedOn']).default('-releasedOn') }),
  out: pageOf(vintageSchema),
  permission: 'indicator.read',
  subject: many,
  reasons: [],
  csv: ['id', 'title', 'sourceTitle', 'releasedOn', 'note'],
  summary: { zh: '数据版次', en: 'List vintages' },
});
export const createVintage = defineRoute({
  id: 'vintage.create',
  method: 'POST',
  path: '/vintages',
  body: vintageInputSchema,
  out: vintageSchema,
  permission: 'indicator.manage',
  subject: { kind: 'indicator', from: 'body' },
  reasons: ['vintageExists', 'sourceUnknown'],
  status: 201,
  summary: { zh: '登记数据版次', en: 'Create a vintage' },
});

export const indicatorRoutesOfCatalogue = [listIndicatorsRoute, countIndicatorFacetsRoute, getIndicator, createIndicator, updateIndicator, stepIndicator, listVintages, createVintage] as const;

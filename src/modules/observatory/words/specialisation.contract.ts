import { z } from 'zod';
import { idSchema } from '#modules/registry/words/record.schema.ts';
import { defineRoute, type Route } from '#platform/http/route.contract.ts';
import { pageOf, pageQuery } from '#platform/page/page.schema.ts';
import { cellQuery, cellSchema, industryQuery, industryRowSchema, overviewSchema, pictureQuery, pictureSchema, regionQuery, regionRowSchema, relatedQuery, relatedRowSchema, selectionQuery, shiftListQuery, shiftQuery, shiftRowSchema, shiftSchema, strongRuleInput, strongRuleSchema } from './specialisation.schema.ts';

/** Reasons of this area and their HTTP status; words are `observatory.reason.<name>`. */
export const specialisationReasons = {
  sameTable: 422,
  otherMeasure: 422,
  sameMeasure: 422,
  otherUnit: 422,
  otherBasis: 422,
  otherAreas: 422,
  otherIndustries: 422,
  samePeriod: 422,
  otherPeriod: 422,
  laterPeriod: 422,
  unlikePeriods: 422,
  unknownLevel: 422,
  nothingLeft: 422,
  notInSelection: 422,
  editionExists: 409,
} as const;

const params = z.strictObject({ crossTableId: idSchema });
const subject = { kind: 'crossTable', param: 'crossTableId' } as const;
const permission = 'indicator.read';
/** What a second table, a level or a filter may be refused for. */
const selecting = ['sameTable', 'otherMeasure', 'sameMeasure', 'otherUnit', 'otherBasis', 'otherAreas', 'otherIndustries', 'samePeriod', 'otherPeriod', 'laterPeriod', 'unlikePeriods', 'unknownLevel', 'nothingLeft'] as const;

export const getSpecialisation = defineRoute({ id: 'specialisation.get', method: 'GET', path: '/specialisations/:crossTableId', params, query: selectionQuery, out: overviewSchema, permission, subject, reasons: selecting, summary: { zh: '专业化：一张地区行业表算了什么', en: 'What is computed of a region × industry table, and what is left out' } });
export const listSpecialisationCells = defineRoute({
  id: 'specialisation.cells',
  method: 'GET',
  path: '/specialisations/:crossTableId/cells',
  params,
  query: cellQuery,
  out: pageOf(cellSchema),
  permission,
  subject,
  reasons: [...selecting, 'notInSelection'],
  csv: ['region.code', 'region.name', 'industry.code', 'industry.name', 'size', 'mark', 'lq', 'rank', 'regionShare', 'industryShare', 'change', 'growth', 'strong'],
  summary: { zh: '区位商逐格排序', en: 'List location quotients with the clauses of a strong cluster' },
});
export const getSpecialisationPicture = defineRoute({ id: 'specialisation.picture', method: 'GET', path: '/specialisations/:crossTableId/picture', params, query: pictureQuery, out: pictureSchema, permission, subject, reasons: [...selecting, 'notInSelection'], summary: { zh: '地图、气泡图与对比所用的数', en: 'Numbers of a map, a bubble chart or a comparison' } });
export const listSpecialisationRegions = defineRoute({
  id: 'specialisation.regions',
  method: 'GET',
  path: '/specialisations/:crossTableId/regions',
  params,
  query: regionQuery,
  out: pageOf(regionRowSchema),
  permission,
  subject,
  reasons: selecting,
  csv: ['code', 'name', 'size', 'hhi', 'krugman', 'hachman', 'entropy', 'relativeDiversity', 'gini', 'eci', 'strong'],
  summary: { zh: '各地区的专业化程度', en: 'List how specialised the regions are' },
});
export const listSpecialisationIndustries = defineRoute({
  id: 'specialisation.industries',
  method: 'GET',
  path: '/specialisations/:crossTableId/industries',
  params,
  query: industryQuery,
  out: pageOf(industryRowSchema),
  permission,
  subject,
  reasons: selecting,
  csv: ['code', 'name', 'size', 'hhi', 'krugman', 'rawConcentration', 'giniOfQuotients', 'locationalGini', 'hoover', 'ellisonGlaeser', 'firms', 'pci', 'strong'],
  summary: { zh: '各行业的集聚程度', en: 'List how concentrated the industries are' },
});
export const listRelatedIndustries = defineRoute({
  id: 'specialisation.related',
  method: 'GET',
  path: '/specialisations/:crossTableId/related',
  params,
  query: relatedQuery,
  out: pageOf(relatedRowSchema),
  permission,
  subject,
  reasons: [...selecting, 'notInSelection'],
  csv: ['code', 'name', 'size', 'mark', 'lq', 'density', 'pci', 'gain', 'regions'],
  summary: { zh: '一个地区下一步可能长出的行业', en: 'List industries that could grow in a region, by what is related to them there' },
});
export const listShiftShares = defineRoute({
  id: 'specialisation.shiftShares',
  method: 'GET',
  path: '/specialisations/:crossTableId/shift-shares',
  params,
  query: shiftListQuery,
  out: pageOf(shiftRowSchema),
  permission,
  subject,
  reasons: selecting,
  csv: ['code', 'name', 'before', 'after', 'change', 'national', 'mix', 'regional', 'allocation', 'netShift', 'leftOut'],
  summary: { zh: '各地区的偏离—份额分析', en: 'List the shift–share analysis of every region' },
});
export const getShiftShare = defineRoute({ id: 'specialisation.shiftShare', method: 'GET', path: '/specialisations/:crossTableId/shift-share', params, query: shiftQuery, out: shiftSchema, permission, subject, reasons: [...selecting, 'notInSelection'], summary: { zh: '一个地区的偏离—份额分析', en: 'Get the shift–share analysis of a region by industry' } });

export const listStrongRules = defineRoute({
  id: 'strongRule.list',
  method: 'GET',
  path: '/strong-cluster-rules',
  query: z.strictObject(pageQuery),
  out: pageOf(strongRuleSchema),
  permission,
  subject: { kind: 'strongRule', from: 'list' },
  reasons: [],
  csv: ['validFrom', 'quotientQuantile', 'quotientAtLeast', 'sizeQuantile', 'establishmentQuantile', 'note', 'createdAt'],
  summary: { zh: '强集群规则的各版', en: 'List the editions of the rule for strong clusters' },
});
export const createStrongRule = defineRoute({ id: 'strongRule.create', method: 'POST', path: '/strong-cluster-rules', body: strongRuleInput, out: strongRuleSchema, permission: 'strongRule.manage', subject: { kind: 'strongRule', from: 'body' }, reasons: ['editionExists'], status: 201, summary: { zh: '新立一版强集群规则', en: 'Add an edition of the rule for strong clusters' } });

export const specialisationRoutes = [
  getSpecialisation,
  listSpecialisationCells,
  getSpecialisationPicture,
  listSpecialisationRegions,
  listSpecialisationIndustries,
  listRelatedIndustries,
  listShiftShares,
  getShiftShare,
  listStrongRules,
  createStrongRule,
] as const satisfies readonly Route[];

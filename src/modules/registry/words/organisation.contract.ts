import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { titleInputSchema, titleSchema } from './list.schema.ts';
import { organisationComparisonSchema, organisationFacetsSchema, organisationPointsSchema, organisationPointsQuery } from './organisation-views.schema.ts';
import {
  organisationFilterSchema,
  organisationInputSchema,
  organisationListQuery,
  organisationPatchSchema,
  organisationSchema,
  organisationSummarySchema,
  relationInputSchema,
  relationSchema,
} from './organisation.schema.ts';
import { idSchema } from './record.schema.ts';

const one = { kind: 'organisation', param: 'organisationId' } as const;
const many = { kind: 'organisation', from: 'list' } as const;
const organisationId = z.object({ organisationId: idSchema });
const path = '/organisations/:organisationId';
const contentReasons = ['usccInvalid', 'usccTaken', 'subtypeMismatch', 'territoryUnknown', 'industryUnknown', 'pinIncomplete', 'placeUnknown'] as const;

export const listOrganisations = defineRoute({
  id: 'organisation.list',
  method: 'GET',
  path: '/organisations',
  query: organisationListQuery,
  out: pageOf(organisationSummarySchema),
  permission: 'organisation.read',
  subject: many,
  reasons: [],
  csv: [
    'id', 'name.zh', 'name.en', 'type', 'subtype', 'sector', 'sizeClass', 'ownership', 'origin', 'uscc', 'externalCode',
    'territory.id', 'territory.name.zh', 'territory.name.en', 'industry.id', 'industry.name.zh', 'industry.name.en', 'industryLabel',
    'foundedYear', 'state', 'longitude', 'latitude', 'sample', 'visibility', 'updatedAt',
  ],
  summary: { zh: '查询机构', en: 'List organisations' },
});

export const getOrganisation = defineRoute({
  id: 'organisation.get',
  method: 'GET',
  path,
  params: organisationId,
  out: organisationSchema,
  permission: 'organisation.read',
  subject: one,
  reasons: [],
  summary: { zh: '查看一家机构', en: 'Get an organisation' },
});

export const createOrganisation = defineRoute({
  id: 'organisation.create',
  method: 'POST',
  path: '/organisations',
  body: organisationInputSchema,
  out: organisationSchema,
  permission: 'organisation.create',
  subject: { kind: 'organisation', from: 'body' },
  reasons: contentReasons,
  status: 201,
  summary: { zh: '登记机构', en: 'Create an organisation' },
});

export const updateOrganisation = defineRoute({
  id: 'organisation.update',
  method: 'PATCH',
  path,
  params: organisationId,
  body: organisationPatchSchema,
  out: organisationSchema,
  permission: 'organisation.update',
  subject: one,
  reasons: [...contentReasons, 'recordMerged', 'alreadyArchived', 'scopeLeft'],
  ifMatch: true,
  summary: { zh: '修改机构', en: 'Update an organisation' },
});

export const archiveOrganisation = defineRoute({
  id: 'organisation.archive',
  method: 'POST',
  path: `${path}/archive`,
  params: organisationId,
  out: organisationSchema,
  permission: 'organisation.archive',
  subject: one,
  reasons: ['alreadyArchived', 'recordMerged'],
  ifMatch: true,
  summary: { zh: '归档机构', en: 'Archive an organisation' },
});

export const restoreOrganisation = defineRoute({
  id: 'organisation.restore',
  method: 'POST',
  path: `${path}/restore`,
  params: organisationId,
  out: organisationSchema,
  permission: 'organisation.archive',
  subject: one,
  reasons: ['notArchived', 'recordMerged', 'usccTaken'],
  ifMatch: true,
  summary: { zh: '恢复已归档的机构', en: 'Restore an archived organisation' },
});

export const mergeOrganisation = defineRoute({
  id: 'organisation.merge',
  method: 'POST',
  path: `${path}/merge`,
  params: organisationId,
  /** The record named in the path is kept; the other one becomes part of it. */
  body: z.strictObject({ mergedId: idSchema }),
  out: organisationSchema,
  permission: 'organisation.merge',
  subject: one,
  reasons: ['mergeSelf', 'alreadyArchived', 'recordMerged', 'organisationUnknown'],
  summary: { zh: '合并重复机构', en: 'Merge a duplicate organisation into this one' },
});

export const splitOrganisation = defineRoute({
  id: 'organisation.split',
  method: 'POST',
  path: `${path}/split`,
  params: organisationId,
  out: organisationSchema,
  permission: 'organisation.merge',
  subject: one,
  reasons: ['notMerged', 'splitLaterFirst', 'usccTaken'],
  summary: { zh: '撤销合并', en: 'Split a merged organisation off again' },
});

export const compareMergeOrganisation = defineRoute({
  id: 'organisation.compareMerge',
  method: 'GET',
  path: `${path}/merge-comparison`,
  params: organisationId,
  query: z.strictObject({ mergedId: idSchema }),
  out: organisationComparisonSchema,
  permission: 'organisation.merge',
  subject: one,
  reasons: ['mergeSelf', 'alreadyArchived', 'recordMerged', 'organisationUnknown'],
  summary: { zh: '预览合并结果', en: 'Preview what a merge would move' },
});

export const listOrganisationPoints = defineRoute({
  id: 'organisation.points',
  method: 'GET',
  path: '/organisations/points',
  query: organisationPointsQuery,
  out: organisationPointsSchema,
  permission: 'organisation.read',
  subject: many,
  reasons: [],
  summary: { zh: '查询机构点位', en: 'List organisation points for a map' },
});

export const countOrganisationFacets = defineRoute({
  id: 'organisation.facets',
  method: 'GET',
  path: '/organisations/facets',
  query: organisationFilterSchema,
  out: organisationFacetsSchema,
  permission: 'organisation.read',
  subject: many,
  reasons: [],
  summary: { zh: '按维度统计机构', en: 'Count organisations by facet' },
});

export const listOrganisationRelations = defineRoute({
  id: 'organisation.relations.list',
  method: 'GET',
  path: `${path}/relations`,
  params: organisationId,
  out: z.object({ items: z.array(relationSchema) }),
  permission: 'organisation.read',
  subject: one,
  reasons: [],
  summary: { zh: '查询机构关系', en: 'List the relations of an organisation' },
});

export const addOrganisationRelation = defineRoute({
  id: 'organisation.relations.add',
  method: 'POST',
  path: `${path}/relations`,
  params: organisationId,
  body: relationInputSchema,
  out: relationSchema,
  permission: 'organisation.update',
  subject: one,
  reasons: ['relationSelf', 'relationCycle', 'relationTaken', 'organisationUnknown', 'periodReversed', 'recordMerged', 'alreadyArchived'],
  status: 201,
  summary: { zh: '添加机构关系', en: 'Add a relation to an organisation' },
});

export const removeOrganisationRelation = defineRoute({
  id: 'organisation.relations.remove',
  method: 'DELETE',
  path: `${path}/relations/:relationId`,
  params: organisationId.extend({ relationId: idSchema }),
  out: z.null(),
  permission: 'organisation.update',
  subject: one,
  reasons: [],
  status: 204,
  summary: { zh: '删除机构关系', en: 'Remove a relation from an organisation' },
});

export const listOrganisationTitles = defineRoute({
  id: 'organisation.titles.list',
  method: 'GET',
  path: `${path}/titles`,
  params: organisationId,
  out: z.object({ items: z.array(titleSchema) }),
  permission: 'organisation.read',
  subject: one,
  reasons: [],
  csv: ['id', 'organisationId', 'key', 'name.zh', 'name.en', 'issuer', 'level', 'batch', 'validFrom', 'validUntil', 'sourceTitle', 'sample'],
  summary: { zh: '查询机构称号', en: 'List the titles of an organisation' },
});

export const addOrganisationTitle = defineRoute({
  id: 'organisation.titles.add',
  method: 'POST',
  path: `${path}/titles`,
  params: organisationId,
  body: titleInputSchema,
  out: titleSchema,
  permission: 'organisation.update',
  subject: one,
  reasons: ['sourceUnknown', 'periodReversed', 'recordMerged', 'alreadyArchived'],
  status: 201,
  summary: { zh: '添加称号', en: 'Add a title to an organisation' },
});

export const removeOrganisationTitle = defineRoute({
  id: 'organisation.titles.remove',
  method: 'DELETE',
  path: `${path}/titles/:titleId`,
  params: organisationId.extend({ titleId: idSchema }),
  out: z.null(),
  permission: 'organisation.update',
  subject: one,
  reasons: [],
  status: 204,
  summary: { zh: '删除称号', en: 'Remove a title from an organisation' },
});

export const organisationRoutes = [
  listOrganisations,
  listOrganisationPoints,
  countOrganisationFacets,
  getOrganisation,
  createOrganisation,
  updateOrganisation,
  archiveOrganisation,
  restoreOrganisation,
  mergeOrganisation,
  splitOrganisation,
  compareMergeOrganisation,
  listOrganisationRelations,
  addOrganisationRelation,
  removeOrganisationRelation,
  listOrganisationTitles,
  addOrganisationTitle,
  removeOrganisationTitle,
] as const;

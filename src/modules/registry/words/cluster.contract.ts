import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { recordKinds } from './classification.rules.ts';
import { classificationFactsSchema, classificationInputSchema, classificationVerdictSchema, storedVerdictSchema } from './classification.schema.ts';
import { clusterInputSchema, clusterListQuery, clusterPatchSchema, clusterSchema, clusterSummarySchema, compositionSchema, formClusterSchema, pointsSchema } from './cluster.schema.ts';
import { idSchema } from './record.schema.ts';

export const clusterParams = z.strictObject({ clusterId: idSchema });
const subject = { kind: 'cluster', param: 'clusterId' } as const;
const listed = { kind: 'cluster', from: 'list' } as const;

export const createClusterSchema = clusterInputSchema.extend({
  /** The facts that tell a cluster from a base, chain or park, when they are known. */
  classification: classificationInputSchema.optional(),
});

export const listClusters = defineRoute({
  id: 'cluster.list',
  method: 'GET',
  path: '/clusters',
  query: clusterListQuery,
  out: pageOf(clusterSummarySchema),
  permission: 'cluster.read',
  subject: listed,
  reasons: [],
  csv: ['id', 'name', 'state', 'field', 'startedYear', 'memberCount', 'sample', 'updatedAt'],
  summary: { zh: '集群名录', en: 'List clusters' },
});
export const getCluster = defineRoute({
  id: 'cluster.get',
  method: 'GET',
  path: '/clusters/:clusterId',
  params: clusterParams,
  out: clusterSchema,
  permission: 'cluster.read',
  subject,
  reasons: [],
  summary: { zh: '读取集群', en: 'Get a cluster' },
});
export const createCluster = defineRoute({
  id: 'cluster.create',
  method: 'POST',
  path: '/clusters',
  body: createClusterSchema,
  out: clusterSchema,
  permission: 'cluster.create',
  subject: { kind: 'cluster', from: 'body' },
  reasons: ['territoryUnknown', 'industryUnknown', 'classificationDisagrees'],
  status: 201,
  summary: { zh: '新建集群', en: 'Create a cluster' },
});
export const formCluster = defineRoute({
  id: 'cluster.form',
  method: 'POST',
  path: '/clusters/form',
  body: formClusterSchema,
  out: clusterSchema,
  permission: 'cluster.create',
  subject: { kind: 'cluster', from: 'body' },
  reasons: ['territoryUnknown', 'industryUnknown', 'nobodyMatches'],
  status: 201,
  summary: { zh: '按筛选条件组成集群', en: 'Form a cluster from a filter' },
});
export const updateCluster = defineRoute({
  id: 'cluster.update',
  method: 'PATCH',
  path: '/clusters/:clusterId',
  params: clusterParams,
  body: clusterPatchSchema,
  out: clusterSchema,
  permission: 'cluster.update',
  subject,
  reasons: ['territoryUnknown', 'industryUnknown', 'alreadyArchived', 'scopeLeft'],
  ifMatch: true,
  summary: { zh: '修改集群', en: 'Update a cluster' },
});
export const archiveCluster = defineRoute({
  id: 'cluster.archive',
  method: 'POST',
  path: '/clusters/:clusterId/archive',
  params: clusterParams,
  out: clusterSchema,
  permission: 'cluster.archive',
  subject,
  reasons: ['alreadyArchived'],
  ifMatch: true,
  summary: { zh: '归档集群', en: 'Archive a cluster' },
});
export const restoreCluster = defineRoute({
  id: 'cluster.restore',
  method: 'POST',
  path: '/clusters/:clusterId/restore',
  params: clusterParams,
  out: clusterSchema,
  permission: 'cluster.archive',
  subject,
  reasons: ['notArchived'],
  ifMatch: true,
  summary: { zh: '恢复已归档的集群', en: 'Restore an archived cluster' },
});
export const getClusterComposition = defineRoute({
  id: 'cluster.composition',
  method: 'GET',
  path: '/clusters/:clusterId/composition',
  params: clusterParams,
  out: compositionSchema,
  permission: 'cluster.read',
  subject,
  reasons: [],
  summary: { zh: '集群成员构成', en: 'Composition of a cluster' },
});
export const listClusterPoints = defineRoute({
  id: 'cluster.points',
  method: 'GET',
  path: '/clusters/:clusterId/points',
  params: clusterParams,
  out: pointsSchema,
  permission: 'cluster.read',
  subject,
  reasons: [],
  summary: { zh: '集群成员的地图点位', en: 'Members of a cluster as map points' },
});
export const classifyCluster = defineRoute({
  id: 'cluster.classify',
  method: 'POST',
  path: '/clusters/:clusterId/classifications',
  params: clusterParams,
  body: classificationInputSchema,
  out: storedVerdictSchema,
  permission: 'cluster.update',
  subject,
  reasons: ['classificationDisagrees'],
  status: 201,
  summary: { zh: '判定是集群、基地、园区还是产业链', en: 'Tell a cluster from a base, park or chain' },
});
export const listClassifications = defineRoute({
  id: 'cluster.classifications',
  method: 'GET',
  path: '/clusters/:clusterId/classifications',
  params: clusterParams,
  out: z.object({ items: z.array(storedVerdictSchema) }),
  permission: 'cluster.read',
  subject,
  reasons: [],
  summary: { zh: '历次判定', en: 'Verdicts so far' },
});

export const checkClassification = defineRoute({
  id: 'classification.check',
  method: 'POST',
  path: '/classifications',
  body: z.strictObject({ facts: classificationFactsSchema, enteredAs: z.enum(recordKinds) }),
  out: classificationVerdictSchema,
  permission: 'cluster.read',
  subject: listed,
  reasons: [],
  summary: { zh: '录入前先判定，不保存', en: 'Try the classification before entering a record' },
});

export const clusterRoutes = [
  listClusters,
  getCluster,
  createCluster,
  formCluster,
  updateCluster,
  archiveCluster,
  restoreCluster,
  getClusterComposition,
  listClusterPoints,
  classifyCluster,
  listClassifications,
  checkClassification,
] as const;

import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { clusterParams } from './cluster.contract.ts';
import { clusterFilterSchema, clusterOrganisationSchema, subOrganisationInputSchema } from './cluster.schema.ts';
import { idSchema } from './record.schema.ts';
import { clusterFacetsSchema, clusterRoleSchema, clusterStructureSchema } from './structure.schema.ts';

const subject = { kind: 'cluster', param: 'clusterId' } as const;
const path = '/clusters/:clusterId/organisations/:clusterOrganisationId/sub-organisations';
const relationParams = clusterParams.extend({ clusterOrganisationId: idSchema });

export const countClusterFacets = defineRoute({
  id: 'cluster.facets',
  method: 'GET',
  path: '/clusters/facets',
  query: clusterFilterSchema,
  out: clusterFacetsSchema,
  permission: 'cluster.read',
  subject: { kind: 'cluster', from: 'list' },
  reasons: [],
  summary: { zh: '集群按区域、名单、级别和促进组织分类计数', en: 'Count clusters by region, list, level and cluster organisation' },
});
export const getClusterStructure = defineRoute({
  id: 'cluster.structure',
  method: 'GET',
  path: '/clusters/:clusterId/structure',
  params: clusterParams,
  out: clusterStructureSchema,
  permission: 'cluster.read',
  subject,
  reasons: [],
  summary: { zh: '促进组织的分工、席位与三个圈层', en: 'Division of work, seats and the three rings of a cluster' },
});
export const addSubOrganisation = defineRoute({
  id: 'subOrganisation.add',
  method: 'POST',
  path,
  params: relationParams,
  body: subOrganisationInputSchema,
  out: z.object({ items: z.array(clusterOrganisationSchema) }),
  permission: 'cluster.update',
  subject,
  reasons: ['organisationUnknown'],
  status: 201,
  summary: { zh: '登记子促进组织', en: 'Add a sub-organisation' },
});
export const removeSubOrganisation = defineRoute({
  id: 'subOrganisation.remove',
  method: 'DELETE',
  path: `${path}/:subOrganisationId`,
  params: relationParams.extend({ subOrganisationId: idSchema }),
  out: z.null(),
  permission: 'cluster.update',
  subject,
  reasons: [],
  status: 204,
  summary: { zh: '移除子促进组织', en: 'Remove a sub-organisation' },
});

export const listClusterRoles = defineRoute({
  id: 'organisation.clusterRoles',
  method: 'GET',
  path: '/organisations/:organisationId/cluster-roles',
  params: z.strictObject({ organisationId: idSchema }),
  out: z.object({ items: z.array(clusterRoleSchema) }),
  permission: 'organisation.read',
  subject: { kind: 'organisation', param: 'organisationId' },
  reasons: [],
  summary: { zh: '机构在各集群的角色与席位', en: 'Roles and seats of an organisation in clusters' },
});

export const structureRoutes = [countClusterFacets, getClusterStructure, addSubOrganisation, removeSubOrganisation, listClusterRoles] as const;

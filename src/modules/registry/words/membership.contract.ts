import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import {
  bodyInputSchema,
  clusterOrganisationInputSchema,
  clusterOrganisationSchema,
  clusterOrganisationUpdateSchema,
  membershipInputSchema,
  membershipListQuery,
  membershipPatchSchema,
  membershipSchema,
  seatInputSchema,
} from './cluster.schema.ts';
import { clusterParams } from './cluster.contract.ts';
import { idSchema } from './record.schema.ts';

const subject = { kind: 'cluster', param: 'clusterId' } as const;
const membershipParams = clusterParams.extend({ membershipId: idSchema });
const relationParams = clusterParams.extend({ clusterOrganisationId: idSchema });
const bodyParams = relationParams.extend({ bodyId: idSchema });
const seatParams = bodyParams.extend({ seatId: idSchema });
const nothing = z.null();
const relations = z.object({ items: z.array(clusterOrganisationSchema) });

export const listMembers = defineRoute({
  id: 'membership.list',
  method: 'GET',
  path: '/clusters/:clusterId/members',
  params: clusterParams,
  query: membershipListQuery,
  out: pageOf(membershipSchema),
  permission: 'cluster.read',
  subject,
  reasons: [],
  csv: ['id', 'organisation', 'territory', 'membershipClass', 'since', 'until', 'longitude', 'latitude'],
  summary: { zh: '集群成员', en: 'Members of a cluster' },
});
export const addMember = defineRoute({
  id: 'membership.add',
  method: 'POST',
  path: '/clusters/:clusterId/members',
  params: clusterParams,
  body: membershipInputSchema,
  out: membershipSchema,
  permission: 'cluster.update',
  subject,
  reasons: ['organisationUnknown', 'alreadyMember', 'periodReversed'],
  status: 201,
  summary: { zh: '加入成员', en: 'Add a member' },
});
export const updateMember = defineRoute({
  id: 'membership.update',
  method: 'PATCH',
  path: '/clusters/:clusterId/members/:membershipId',
  params: membershipParams,
  body: membershipPatchSchema,
  out: membershipSchema,
  permission: 'cluster.update',
  subject,
  reasons: ['periodReversed'],
  summary: { zh: '修改成员类别与起止', en: 'Change class or period of a member' },
});
export const removeMember = defineRoute({
  id: 'membership.remove',
  method: 'DELETE',
  path: '/clusters/:clusterId/members/:membershipId',
  params: membershipParams,
  out: nothing,
  permission: 'cluster.update',
  subject,
  reasons: [],
  status: 204,
  summary: { zh: '移除成员', en: 'Remove a member' },
});

export const listClusterOrganisations = defineRoute({
  id: 'clusterOrganisation.list',
  method: 'GET',
  path: '/clusters/:clusterId/organisations',
  params: clusterParams,
  out: relations,
  permission: 'cluster.read',
  subject,
  reasons: [],
  summary: { zh: '集群促进组织及其机构', en: 'Cluster organisations with bodies and seats' },
});
export const addClusterOrganisation = defineRoute({
  id: 'clusterOrganisation.add',
  method: 'POST',
  path: '/clusters/:clusterId/organisations',
  params: clusterParams,
  body: clusterOrganisationInputSchema,
  out: relations,
  permission: 'cluster.update',
  subject,
  reasons: ['organisationUnknown', 'alreadyClusterOrganisation', 'mainTaken', 'periodReversed'],
  status: 201,
  summary: { zh: '登记促进组织', en: 'Add a cluster organisation' },
});
export const updateClusterOrganisation = defineRoute({
  id: 'clusterOrganisation.update',
  method: 'PUT',
  path: '/clusters/:clusterId/organisations/:clusterOrganisationId',
  params: relationParams,
  body: clusterOrganisationUpdateSchema,
  out: relations,
  permission: 'cluster.update',
  subject,
  reasons: ['organisationUnknown', 'mainTaken', 'periodReversed'],
  summary: { zh: '修改促进组织', en: 'Change a cluster organisation' },
});
export const removeClusterOrganisation = defineRoute({
  id: 'clusterOrganisation.remove',
  method: 'DELETE',
  path: '/clusters/:clusterId/organisations/:clusterOrganisationId',
  params: relationParams,
  out: nothing,
  permission: 'cluster.update',
  subject,
  reasons: [],
  status: 204,
  summary: { zh: '移除促进组织', en: 'Remove a cluster organisation' },
});
export const addBody = defineRoute({
  id: 'body.add',
  method: 'POST',
  path: '/clusters/:clusterId/organisations/:clusterOrganisationId/bodies',
  params: relationParams,
  body: bodyInputSchema,
  out: relations,
  permission: 'cluster.update',
  subject,
  reasons: [],
  status: 201,
  summary: { zh: '登记机构（决策、执行、咨询）', en: 'Add a body that decides, runs or advises' },
});
export const updateBody = defineRoute({
  id: 'body.update',
  method: 'PUT',
  path: '/clusters/:clusterId/organisations/:clusterOrganisationId/bodies/:bodyId',
  params: bodyParams,
  body: bodyInputSchema,
  out: relations,
  permission: 'cluster.update',
  subject,
  reasons: [],
  summary: { zh: '修改机构', en: 'Change a body' },
});
export const removeBody = defineRoute({
  id: 'body.remove',
  method: 'DELETE',
  path: '/clusters/:clusterId/organisations/:clusterOrganisationId/bodies/:bodyId',
  params: bodyParams,
  out: nothing,
  permission: 'cluster.update',
  subject,
  reasons: [],
  status: 204,
  summary: { zh: '移除机构', en: 'Remove a body' },
});
export const addSeat = defineRoute({
  id: 'seat.add',
  method: 'POST',
  path: '/clusters/:clusterId/organisations/:clusterOrganisationId/bodies/:bodyId/seats',
  params: bodyParams,
  body: seatInputSchema,
  out: relations,
  permission: 'cluster.update',
  subject,
  reasons: ['organisationUnknown', 'seatEmpty', 'periodReversed'],
  status: 201,
  summary: { zh: '登记席位', en: 'Add a seat' },
});
export const updateSeat = defineRoute({
  id: 'seat.update',
  method: 'PUT',
  path: '/clusters/:clusterId/organisations/:clusterOrganisationId/bodies/:bodyId/seats/:seatId',
  params: seatParams,
  body: seatInputSchema,
  out: relations,
  permission: 'cluster.update',
  subject,
  reasons: ['organisationUnknown', 'seatEmpty', 'periodReversed'],
  summary: { zh: '修改席位', en: 'Change a seat' },
});
export const removeSeat = defineRoute({
  id: 'seat.remove',
  method: 'DELETE',
  path: '/clusters/:clusterId/organisations/:clusterOrganisationId/bodies/:bodyId/seats/:seatId',
  params: seatParams,
  out: nothing,
  permission: 'cluster.update',
  subject,
  reasons: [],
  status: 204,
  summary: { zh: '移除席位', en: 'Remove a seat' },
});

export const membershipRoutes = [listMembers, addMember, updateMember, removeMember] as const;
export const clusterOrganisationRoutes = [
  listClusterOrganisations,
  addClusterOrganisation,
  updateClusterOrganisation,
  removeClusterOrganisation,
  addBody,
  updateBody,
  removeBody,
  addSeat,
  updateSeat,
  removeSeat,
] as const;

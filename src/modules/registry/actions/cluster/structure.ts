import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { countClusterFacetRows } from '../../store/cluster-facets.store.ts';
import { listClusterRoleRows } from '../../store/cluster-role.store.ts';
import { listClusterOrganisationRows } from '../../store/cluster-organisation.store.ts';
import { alliancesAmongMembers, countRings, deleteSubOrganisation, insertSubOrganisation } from '../../store/structure.store.ts';
import { canLink, nameForOthers } from '../../store/visible-ids.ts';
import type * as routes from '../../words/structure.contract.ts';
import { structureOf } from '../../words/structure.rules.ts';
import { findRelation, noteOnCluster } from './cluster-organisation.ts';

export const facets: Action<typeof routes.countClusterFacets> = async (context, { query }) => ok(await countClusterFacetRows(context, query));

export const structure: Action<typeof routes.getClusterStructure> = async (context, { params }) => {
  const relations = await listClusterOrganisationRows(context, params.clusterId);
  const alliances = await alliancesAmongMembers(context, params.clusterId);
  const rings = await countRings(context, params.clusterId);
  return ok(structureOf(relations, alliances, rings, context.now.toISOString().slice(0, 10)));
};

export const roles: Action<typeof routes.listClusterRoles> = async (context, { params }) => ok({ items: await listClusterRoleRows(context, params.organisationId) });

export const addSubOrganisation: Action<typeof routes.addSubOrganisation> = async (context, { params, body }) => {
  if (!(await findRelation(context, params))) return fail('notFound');
  if (!(await canLink(context, 'organisation', [body.organisationId]))) return fail('organisationUnknown');
  await insertSubOrganisation(context, params.clusterOrganisationId, body);
  const name = body.organisationId ? await nameForOthers(context, body.organisationId) : body.field;
  await noteOnCluster(context, params.clusterId, 'subOrganisationAdded', { subOrganisation: [null, name] });
  return ok({ items: await listClusterOrganisationRows(context, params.clusterId) });
};

export const removeSubOrganisation: Action<typeof routes.removeSubOrganisation> = async (context, { params }) => {
  const before = (await findRelation(context, params))?.subOrganisations.find((sub) => sub.id === params.subOrganisationId);
  if (!before) return fail('notFound');
  await deleteSubOrganisation(context, before.id);
  await noteOnCluster(context, params.clusterId, 'subOrganisationRemoved', { subOrganisation: [before.organisation ? await nameForOthers(context, before.organisation.id) : before.field, null] });
  return ok(null);
};

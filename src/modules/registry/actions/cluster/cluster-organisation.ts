import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Failure } from '#platform/result/result.rules.ts';
import * as store from '../../store/cluster-organisation.store.ts';
import { canLink, nameForOthers } from '../../store/visible-ids.ts';
import { changesOfNew, isReversed } from '../../words/changes.rules.ts';
import type { ClusterOrganisation, ClusterOrganisationInput } from '../../words/cluster.schema.ts';
import type * as routes from '../../words/membership.contract.ts';
import { readCluster } from './cluster-content.ts';

export const listClusterOrganisations: Action<typeof routes.listClusterOrganisations> = async (context, { params }) =>
  ok({ items: await store.listClusterOrganisationRows(context, params.clusterId) });

export const addClusterOrganisation: Action<typeof routes.addClusterOrganisation> = async (context, { params, body }) => {
  const refusal = await refusalOf(context, params.clusterId, body, null);
  if (refusal) return refusal;
  if (!(await canLink(context, 'organisation', [body.organisationId]))) return fail('organisationUnknown', { id: body.organisationId });
  if (!(await store.insertClusterOrganisation(context, params.clusterId, body))) return fail('alreadyClusterOrganisation');
  await noteOnCluster(context, params.clusterId, 'organisationAdded', { [`clusterOrganisation.${body.role}`]: [null, await nameForOthers(context, body.organisationId)] });
  return ok({ items: await store.listClusterOrganisationRows(context, params.clusterId) });
};

export const updateClusterOrganisation: Action<typeof routes.updateClusterOrganisation> = async (context, { params, body }) => {
  const relation = await findRelation(context, params);
  if (!relation) return fail('notFound');
  const refusal = await refusalOf(context, params.clusterId, body, relation.id);
  if (refusal) return refusal;
  await store.updateClusterOrganisationRow(context, relation.id, body);
  const named = await nameForOthers(context, relation.organisation.id);
  await noteOnCluster(context, params.clusterId, 'organisationChanged', { clusterOrganisation: [named, named], ...changesOfNew(body) });
  return ok({ items: await store.listClusterOrganisationRows(context, params.clusterId) });
};

export const removeClusterOrganisation: Action<typeof routes.removeClusterOrganisation> = async (context, { params }) => {
  const relation = await findRelation(context, params);
  if (!relation) return fail('notFound');
  await store.deleteClusterOrganisation(context, relation.id);
  await noteOnCluster(context, params.clusterId, 'organisationRemoved', { [`clusterOrganisation.${relation.role}`]: [await nameForOthers(context, relation.organisation.id), null] });
  return ok(null);
};

/** A relation of this cluster whose organisation the reader may see; another one is not there for them. */
export async function findRelation(context: Context, params: { clusterId: string; clusterOrganisationId: string }): Promise<ClusterOrganisation | null> {
  const items = await store.listClusterOrganisationRows(context, params.clusterId);
  return items.find((item) => item.id === params.clusterOrganisationId) ?? null;
}

async function refusalOf(context: Context, clusterId: string, input: Omit<ClusterOrganisationInput, 'organisationId'>, exceptId: string | null): Promise<Failure | null> {
  if (isReversed(input.since, input.until)) return fail('periodReversed');
  if (!(await canLink(context, 'organisation', [input.hostId, input.operatorId, input.allianceId, input.supervisorId]))) return fail('organisationUnknown');
  if (input.role === 'main' && input.until === null && (await store.mainIsTaken(context, clusterId, exceptId))) return fail('mainTaken');
  return null;
}

export async function noteOnCluster(context: Context, id: string, what: string, changes: Record<string, [unknown, unknown]>): Promise<void> {
  const cluster = await readCluster(context, id);
  if (cluster.ok) context.audit({ event: `cluster.${what}`, subject: { kind: 'cluster', id }, name: cluster.value.name, changes });
}

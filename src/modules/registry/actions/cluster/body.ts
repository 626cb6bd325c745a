import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Failure } from '#platform/result/result.rules.ts';
import * as store from '../../store/cluster-organisation.store.ts';
import { canLink } from '../../store/visible-ids.ts';
import { isReversed } from '../../words/changes.rules.ts';
import type { ClusterOrganisation } from '../../words/cluster.schema.ts';
import type * as routes from '../../words/membership.contract.ts';
import { findRelation, noteOnCluster } from './cluster-organisation.ts';

type Body = ClusterOrganisation['bodies'][number];

const relations = async (context: Context, clusterId: string) => ok({ items: await store.listClusterOrganisationRows(context, clusterId) });

async function findBody(context: Context, params: { clusterId: string; clusterOrganisationId: string; bodyId: string }): Promise<Body | null> {
  return (await findRelation(context, params))?.bodies.find((body) => body.id === params.bodyId) ?? null;
}

export const addBody: Action<typeof routes.addBody> = async (context, { params, body }) => {
  if (!(await findRelation(context, params))) return fail('notFound');
  await store.insertBody(context, params.clusterOrganisationId, body);
  await noteOnCluster(context, params.clusterId, 'bodyAdded', { [`body.${body.slot}`]: [null, body.name] });
  return relations(context, params.clusterId);
};

export const updateBody: Action<typeof routes.updateBody> = async (context, { params, body }) => {
  const before = await findBody(context, params);
  if (!before) return fail('notFound');
  await store.updateBodyRow(context, before.id, body);
  await noteOnCluster(context, params.clusterId, 'bodyChanged', { [`body.${body.slot}`]: [before.name, body.name] });
  return relations(context, params.clusterId);
};

export const removeBody: Action<typeof routes.removeBody> = async (context, { params }) => {
  const before = await findBody(context, params);
  if (!before) return fail('notFound');
  await store.deleteBody(context, before.id);
  await noteOnCluster(context, params.clusterId, 'bodyRemoved', { [`body.${before.slot}`]: [before.name, null] });
  return ok(null);
};

export const addSeat: Action<typeof routes.addSeat> = async (context, { params, body }) => {
  const of = await findBody(context, params);
  if (!of) return fail('notFound');
  const refusal = await seatRefusalOf(context, body);
  if (refusal) return refusal;
  await store.insertSeat(context, of.id, body);
  await noteOnCluster(context, params.clusterId, 'seatAdded', { seat: [null, body.personName ?? body.post] });
  return relations(context, params.clusterId);
};

export const updateSeat: Action<typeof routes.updateSeat> = async (context, { params, body }) => {
  const before = (await findBody(context, params))?.seats.find((seat) => seat.id === params.seatId);
  if (!before) return fail('notFound');
  const refusal = await seatRefusalOf(context, body);
  if (refusal) return refusal;
  await store.updateSeatRow(context, before.id, body);
  await noteOnCluster(context, params.clusterId, 'seatChanged', { seat: [before.personName ?? before.post, body.personName ?? body.post] });
  return relations(context, params.clusterId);
};

export const removeSeat: Action<typeof routes.removeSeat> = async (context, { params }) => {
  const before = (await findBody(context, params))?.seats.find((seat) => seat.id === params.seatId);
  if (!before) return fail('notFound');
  await store.deleteSeat(context, before.id);
  await noteOnCluster(context, params.clusterId, 'seatRemoved', { seat: [before.personName ?? before.post, null] });
  return ok(null);
};

/** A seat is held by a person or an organisation, or is a post that nobody holds yet. */
async function seatRefusalOf(context: Context, seat: { personName: string | null; organisationId: string | null; post: string | null; since: string | null; until: string | null }): Promise<Failure | null> {
  if (seat.personName === null && seat.organisationId === null && seat.post === null) return fail('seatEmpty');
  if (isReversed(seat.since, seat.until)) return fail('periodReversed');
  return (await canLink(context, 'organisation', [seat.organisationId])) ? null : fail('organisationUnknown');
}

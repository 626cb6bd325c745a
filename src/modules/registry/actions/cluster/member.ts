import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { deleteMember, findMember, insertMember, listMemberRows, updateMemberRow } from '../../store/membership.store.ts';
import { representativesOf } from '../../store/people.store.ts';
import { canLink, nameForOthers } from '../../store/visible-ids.ts';
import { canEdit } from '../../words/archive.rules.ts';
import { changesBetween, isReversed } from '../../words/changes.rules.ts';
import type { Membership } from '../../words/cluster.schema.ts';
import type * as routes from '../../words/membership.contract.ts';
import { readCluster } from './cluster-content.ts';

export const listMembers: Action<typeof routes.listMembers> = async (context, { params, query }) => {
  const page = await listMemberRows(context, params.clusterId, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const addMember: Action<typeof routes.addMember> = async (context, { params, body }) => {
  const cluster = await readCluster(context, params.clusterId);
  if (!cluster.ok) return cluster;
  if (!canEdit(cluster.value)) return fail('alreadyArchived');
  if (isReversed(body.since, body.until)) return fail('periodReversed');
  if (!(await canLink(context, 'organisation', [body.organisationId]))) return fail('organisationUnknown', { id: body.organisationId });
  const id = await insertMember(context, params.clusterId, body);
  const member = id && (await findMember(context, params.clusterId, id));
  if (!member) return fail('alreadyMember');
  note(context, 'memberAdded', member, cluster.value.name, { [`member.${body.membershipClass}`]: [null, await nameForOthers(context, member.organisation.id)] });
  await tellRepresentatives(context, member, cluster.value.name);
  return ok(member);
};

export const updateMember: Action<typeof routes.updateMember> = async (context, { params, body }) => {
  const [cluster, before] = [await readCluster(context, params.clusterId), await findMember(context, params.clusterId, params.membershipId)];
  if (!cluster.ok || !before) return fail('notFound');
  const old = { membershipClass: before.membershipClass, specialty: before.specialty, since: before.since, until: before.until };
  const next = {
    membershipClass: body.membershipClass ?? old.membershipClass,
    specialty: body.specialty === undefined ? old.specialty : body.specialty,
    since: body.since === undefined ? old.since : body.since,
    until: body.until === undefined ? old.until : body.until,
  };
  if (isReversed(next.since, next.until)) return fail('periodReversed');
  const changes = changesBetween(old, next);
  if (Object.keys(changes).length === 0) return ok(before);
  await updateMemberRow(context, before.id, next);
  const named = await nameForOthers(context, before.organisation.id);
  note(context, 'memberChanged', before, cluster.value.name, { member: [named, named], ...changes });
  return ok({ ...before, ...next });
};

export const removeMember: Action<typeof routes.removeMember> = async (context, { params }) => {
  const [cluster, member] = [await readCluster(context, params.clusterId), await findMember(context, params.clusterId, params.membershipId)];
  if (!cluster.ok || !member) return fail('notFound');
  await deleteMember(context, member.id);
  note(context, 'memberRemoved', member, cluster.value.name, { [`member.${member.membershipClass}`]: [await nameForOthers(context, member.organisation.id), null] });
  return ok(null);
};

/** Those who stand for the organisation hear that it was counted in. */
async function tellRepresentatives(context: Context, member: Membership, name: { zh?: string | undefined; en?: string | undefined }): Promise<void> {
  const people = await representativesOf(context, member.organisation.id);
  const others = people.filter((personId) => personId !== context.actor.personId);
  if (others.length > 0) context.notify({ kind: 'registry.memberAdded', subject: { kind: 'cluster', id: member.clusterId }, href: `/clusters/${member.clusterId}`, to: { people: others }, name });
}

function note(context: Context, what: string, member: Membership, name: { zh?: string | undefined; en?: string | undefined }, changes: Record<string, [unknown, unknown]>): void {
  context.audit({ event: `cluster.${what}`, subject: { kind: 'cluster', id: member.clusterId }, name, changes });
}

import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { editRefusalOf } from '../../words/lifecycle.rules.ts';
import { closesCycle, insertRelation, relationsOf, removeRelation } from '../../store/organisation-relation.store.ts';
import { lockOrganisation, readableOrganisation } from '../../store/organisation.store.ts';
import type * as routes from '../../words/organisation.contract.ts';

export const listRelations: Action<typeof routes.listOrganisationRelations> = async (context, { params }) => ok({ items: await relationsOf(context, params.organisationId) });

export const addRelation: Action<typeof routes.addOrganisationRelation> = async (context, { params, body }) => {
  const own = params.organisationId;
  const organisation = await lockOrganisation(context.db, own);
  if (!organisation) return fail('notFound');
  const refusal = editRefusalOf(organisation);
  if (refusal) return fail(refusal);
  if (body.otherId === own) return fail('relationSelf');
  if (body.since && body.until && body.until < body.since) return fail('periodReversed');
  const other = await readableOrganisation(context, body.otherId);
  if (!other) return fail('organisationUnknown', { id: body.otherId });
  if (await closesCycle(context.db, body.kind, own, body.otherId)) return fail('relationCycle', { name: other.name.zh ?? other.name.en ?? '' });
  const id = context.newId();
  const { kind, since, until, note } = body;
  if (!(await insertRelation(context.db, { id, fromId: own, toId: body.otherId, kind, since, until, note }))) return fail('relationTaken');
  context.audit({ event: 'organisation.relationAdded', subject: { kind: 'organisation', id: own }, name: organisation.name, changes: { [`relation.${kind}`]: [null, other.name] } });
  const [relation] = await relationsOf(context, own, id);
  return relation ? ok(relation) : fail('unexpected');
};

export const removeOneRelation: Action<typeof routes.removeOrganisationRelation> = async (context, { params }) => {
  const organisation = await lockOrganisation(context.db, params.organisationId);
  const [relation] = await relationsOf(context, params.organisationId, params.relationId);
  if (!organisation || !relation) return fail('notFound');
  await removeRelation(context.db, relation.id);
  context.audit({
    event: 'organisation.relationRemoved',
    subject: { kind: 'organisation', id: organisation.id },
    name: organisation.name,
    changes: { [`relation.${relation.kind}`]: [relation.other.name, null] },
  });
  return ok(null);
};

import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { editRefusalOf } from '../../words/lifecycle.rules.ts';
import { insertTitle, removeTitle, titlesOf } from '../../store/organisation-title.store.ts';
import { lockOrganisation } from '../../store/organisation.store.ts';
import { sourceExists } from '../../store/visible-ids.ts';
import type * as routes from '../../words/organisation.contract.ts';

export const listTitles: Action<typeof routes.listOrganisationTitles> = async (context, { params }) => ok({ items: await titlesOf(context.db, params.organisationId) });

export const addTitle: Action<typeof routes.addOrganisationTitle> = async (context, { params, body }) => {
  const organisation = await lockOrganisation(context.db, params.organisationId);
  if (!organisation) return fail('notFound');
  const refusal = editRefusalOf(organisation);
  if (refusal) return fail(refusal);
  if (body.validFrom && body.validUntil && body.validUntil < body.validFrom) return fail('periodReversed');
  if (!(await sourceExists(context, body.sourceId))) return fail('sourceUnknown');
  const id = context.newId();
  await insertTitle(context.db, { ...body, id, organisationId: organisation.id, sample: organisation.sample });
  const [title] = await titlesOf(context.db, organisation.id, id);
  if (!title) return fail('unexpected');
  context.audit({ event: 'organisation.titleAdded', subject: { kind: 'organisation', id: organisation.id }, name: organisation.name, changes: { [`title.${title.key}`]: [null, title.name ?? title.issuer ?? title.key] } });
  return ok(title);
};

export const removeOneTitle: Action<typeof routes.removeOrganisationTitle> = async (context, { params }) => {
  const organisation = await lockOrganisation(context.db, params.organisationId);
  const [title] = await titlesOf(context.db, params.organisationId, params.titleId);
  if (!organisation || !title) return fail('notFound');
  await removeTitle(context.db, title.id);
  context.audit({ event: 'organisation.titleRemoved', subject: { kind: 'organisation', id: organisation.id }, name: organisation.name, changes: { [`title.${title.key}`]: [title.name ?? title.issuer ?? title.key, null] } });
  return ok(null);
};

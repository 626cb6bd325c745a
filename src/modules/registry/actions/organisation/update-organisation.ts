import { isDeepStrictEqual } from 'node:util';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { editRefusalOf } from '../../words/lifecycle.rules.ts';
import { rewriteOrganisation } from '../../store/organisation-write.store.ts';
import { findOrganisation, lockOrganisation, organisationSubject } from '../../store/organisation.store.ts';
import { territoriesWithAncestors } from '../../store/territories.store.ts';
import type { updateOrganisation } from '../../words/organisation.contract.ts';
import { organisationInputSchema, type Organisation, type OrganisationInput } from '../../words/organisation.schema.ts';
import { checkContent } from './check-content.ts';

export const update: Action<typeof updateOrganisation> = async (context, { params, body, ifMatch }) => {
  const id = params.organisationId;
  const locked = await lockOrganisation(context.db, id);
  const before = locked && (await findOrganisation(context, id));
  if (!before) return fail('notFound');
  if (before.version !== ifMatch) return fail('changedMeanwhile', { version: before.version });
  const refusal = editRefusalOf(before);
  if (refusal) return fail(refusal);

  const old = inputOf(before);
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const checked = await checkContent(context, { ...old, ...given } as OrganisationInput, id);
  if (!checked.ok) return checked;
  const next = checked.value;
  const changes = changesBetween(old, next);
  if (Object.keys(changes).length === 0) return ok(before);
  if (!(await staysInScope(context, id, next))) return fail('scopeLeft');

  // A new territory can turn an old pin's verdict, so the sites are judged again.
  const sites = 'sites' in changes || 'territoryId' in changes ? next.sites : null;
  await rewriteOrganisation(context, id, next, sites);
  const after = await findOrganisation(context, id);
  if (!after) return fail('unexpected');
  context.audit({ event: 'organisation.updated', subject: { kind: 'organisation', id }, name: after.name, changes });
  return ok(after);
};

/** The editable part of a record, in the shape that the API takes it. */
export function inputOf(organisation: Organisation): OrganisationInput {
  const sites = organisation.sites.map(({ kind, name, externalCode, address, territoryId, placeId, longitude, latitude, datum }) => ({ kind, name, externalCode, address, territoryId, placeId, longitude, latitude, datum }));
  const flat = { ...organisation, sites, territoryId: organisation.territory?.id ?? null, industryId: organisation.industry?.id ?? null };
  return Object.fromEntries(Object.keys(organisationInputSchema.shape).map((field) => [field, flat[field as keyof typeof flat]])) as unknown as OrganisationInput;
}

function changesBetween(old: OrganisationInput, next: OrganisationInput): Record<string, [unknown, unknown]> {
  const fields = Object.keys(organisationInputSchema.shape) as (keyof OrganisationInput)[];
  return Object.fromEntries(fields.filter((field) => !isDeepStrictEqual(old[field], next[field])).map((field) => [field, [old[field], next[field]]]));
}

// Nobody moves a record to a place where they could not have put it.
async function staysInScope(context: Parameters<Action<typeof updateOrganisation>>[0], id: string, next: OrganisationInput): Promise<boolean> {
  const facts = await organisationSubject.byId(context.db, id);
  const territories = next.territoryId ? await territoriesWithAncestors(context.db, [next.territoryId]) : [];
  return facts !== null && context.allows('organisation.update', { ...facts, territories: territories ?? [], visibility: next.visibility });
}

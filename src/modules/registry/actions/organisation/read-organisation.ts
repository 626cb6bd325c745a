import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { countFacets } from '../../store/organisation-facets.store.ts';
import { listOrganisations, listPoints } from '../../store/organisation-list.store.ts';
import { findOrganisation } from '../../store/organisation.store.ts';
import type * as routes from '../../words/organisation.contract.ts';

export const list: Action<typeof routes.listOrganisations> = async (context, { query }) => {
  const page = await listOrganisations(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const get: Action<typeof routes.getOrganisation> = async (context, { params }) => {
  const organisation = await findOrganisation(context, params.organisationId);
  return organisation ? ok(organisation) : fail('notFound');
};

export const points: Action<typeof routes.listOrganisationPoints> = async (context, { query }) => ok(await listPoints(context, query));

export const facets: Action<typeof routes.countOrganisationFacets> = async (context, { query }) => ok(await countFacets(context, query));

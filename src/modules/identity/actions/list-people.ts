import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { getPerson, listPeople } from '../identity.contract.ts';
import { getPerson as loadPerson, listPersonPage } from '../store/person-store.ts';
import { nameScopes } from './name-scopes.ts';

export const listPeopleAction: Action<typeof listPeople> = async (context, { query }) => {
  const page = await listPersonPage(context.db, context.spaceId, context.scope(), query, context.now);
  if (!page) return fail('invalidCursor');
  const items = await Promise.all(page.items.map(async (person) => ({ ...person, mandates: await nameScopes(context, person.mandates) })));
  return ok({ ...page, items });
};

export const getPersonAction: Action<typeof getPerson> = async (context, { params }) => {
  const person = await loadPerson(context.db, context.spaceId, params.personId, context.now);
  return person ? ok({ ...person, mandates: await nameScopes(context, person.mandates) }) : fail('notFound');
};

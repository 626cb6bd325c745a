import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { insertOrganisations } from '../../store/organisation-write.store.ts';
import { findOrganisation } from '../../store/organisation.store.ts';
import type { createOrganisation } from '../../words/organisation.contract.ts';
import { checkContent } from './check-content.ts';

export const create: Action<typeof createOrganisation> = async (context, { body }) => {
  const checked = await checkContent(context, body, null);
  if (!checked.ok) return checked;
  const [id = ''] = await insertOrganisations(context, [checked.value]);
  const organisation = await findOrganisation(context, id);
  if (!organisation) return fail('unexpected');
  const changes = Object.fromEntries(Object.entries(checked.value).flatMap(([field, value]) => (value === null || (Array.isArray(value) && value.length === 0) ? [] : [[field, [null, value] as [unknown, unknown]]])));
  context.audit({ event: 'organisation.created', subject: { kind: 'organisation', id }, name: organisation.name, changes });
  return ok(organisation);
};

import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { insertVintage, listVintageRows, sourceExists } from '../../store/vintage.store.ts';
import type * as routes from '../../words/indicator.contract.ts';

export const list: Action<typeof routes.listVintages> = async (context, { query }) => {
  const page = await listVintageRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const create: Action<typeof routes.createVintage> = async (context, { body }) => {
  if (!(await sourceExists(context.db, body.sourceId))) return fail('sourceUnknown');
  const vintage = await insertVintage(context, body);
  if (!vintage) return fail('vintageExists');
  context.audit({ event: 'vintage.created', subject: { kind: 'vintage', id: vintage.id }, name: { zh: vintage.title, en: vintage.title }, changes: { title: [null, vintage.title], releasedOn: [null, vintage.releasedOn] } });
  return ok(vintage);
};

import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { insertAttribute, insertSource, listAttributeRows, listSourceRows } from '../../store/source.store.ts';
import { changesOfNew } from '../../words/changes.rules.ts';
import type * as routes from '../../words/statement.contract.ts';

export const listSources: Action<typeof routes.listSources> = async (context, { query }) => {
  const page = await listSourceRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const createSource: Action<typeof routes.createSource> = async (context, { body }) => {
  const source = await insertSource(context, body);
  if (!source) return fail('sourceExists');
  context.audit({ event: 'source.created', subject: { kind: 'source', id: source.id }, name: { zh: source.title }, changes: changesOfNew(body) });
  return ok(source);
};

export const listAttributes: Action<typeof routes.listAttributes> = async (context) => ok({ items: await listAttributeRows(context) });

export const createAttribute: Action<typeof routes.createAttribute> = async (context, { body }) => {
  const attribute = await insertAttribute(context, body);
  if (!attribute) return fail('attributeExists');
  context.audit({ event: 'attribute.created', subject: { kind: 'attribute', id: attribute.key }, name: attribute.name, changes: changesOfNew(body) });
  return ok(attribute);
};

import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { aliasesOf, deleteAlias, findAlias, insertAlias, nameOfSubject, refreshSearch } from '../../store/alias.store.ts';
import type * as routes from '../../words/record.contract.ts';
import { changePermission, readableSubject } from './subject-access.ts';

export const listAliases: Action<typeof routes.listAliases> = async (context, { query }) => {
  if (!(await readableSubject(context, query.subjectKind, query.subjectId))) return fail('notFound');
  return ok({ items: await aliasesOf(context.db, query.subjectKind, query.subjectId) });
};

export const addAlias: Action<typeof routes.addAlias> = async (context, { body }) => {
  const facts = await readableSubject(context, body.subjectKind, body.subjectId);
  if (!facts) return fail('notFound');
  if (!context.allows(changePermission(body.subjectKind), facts)) return fail('notAllowed');
  const alias = { ...body, id: context.newId() };
  if (!(await insertAlias(context.db, alias))) return fail('aliasTaken', { name: alias.name });
  await refreshSearch(context.db, body.subjectKind, body.subjectId);
  const name = await nameOfSubject(context.db, body.subjectKind, body.subjectId);
  context.audit({ event: `${body.subjectKind}.aliasAdded`, subject: { kind: body.subjectKind, id: body.subjectId }, ...(name ? { name } : {}), changes: { [`alias.${body.kind}`]: [null, body.name] } });
  return ok(alias);
};

export const removeAlias: Action<typeof routes.removeAlias> = async (context, { params }) => {
  const alias = await findAlias(context.db, params.aliasId);
  const facts = alias && (await readableSubject(context, alias.subjectKind, alias.subjectId));
  if (!alias || !facts) return fail('notFound');
  if (!context.allows(changePermission(alias.subjectKind), facts)) return fail('notAllowed');
  await deleteAlias(context.db, alias.id);
  await refreshSearch(context.db, alias.subjectKind, alias.subjectId);
  const name = await nameOfSubject(context.db, alias.subjectKind, alias.subjectId);
  context.audit({ event: `${alias.subjectKind}.aliasRemoved`, subject: { kind: alias.subjectKind, id: alias.subjectId }, ...(name ? { name } : {}), changes: { [`alias.${alias.kind}`]: [alias.name, null] } });
  return ok(null);
};

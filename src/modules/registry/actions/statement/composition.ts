import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { insertComposition, listCompositionRows } from '../../store/composition.store.ts';
import type { Subject } from '../../store/statement.store.ts';
import { nameOfSubject } from '../../store/subject-sql.ts';
import { sourceExists } from '../../store/visible-ids.ts';
import type * as routes from '../../words/statement.contract.ts';
import { findSubject, mayState } from './subject.ts';

export const listAll: Action<typeof routes.listCompositions> = async (context, { query }) => {
  const subject: Subject = { kind: query.subjectKind, id: query.subjectId };
  if (!(await findSubject(context, subject))) return fail('notFound');
  return ok({ items: await listCompositionRows(context, subject) });
};

/** A whole whose parts do not add up is written like any other; the answer says by how much it fails. */
export const addOne: Action<typeof routes.addComposition> = async (context, { body }) => {
  const subject: Subject = { kind: body.subjectKind, id: body.subjectId };
  const found = await findSubject(context, subject);
  if (!found) return fail('notFound');
  if (!mayState(context, subject, found)) return fail('notAllowed');
  if (!(await sourceExists(context, body.sourceId))) return fail('sourceUnknown');
  const id = await insertComposition(context, body);
  const composition = (await listCompositionRows(context, subject)).find((one) => one.id === id);
  if (!composition) return fail('unexpected');
  const name = await nameOfSubject(context, subject.kind, subject.id);
  context.audit({ event: `${subject.kind}.compositionAdded`, subject, ...(name && { name }), changes: { composition: [null, { title: body.title, total: body.total, sum: composition.sum }] } });
  return ok(composition);
};

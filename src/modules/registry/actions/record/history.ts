import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { historyOf } from '../../store/history.store.ts';
import type { listHistory } from '../../words/record.contract.ts';
import { readableSubject } from './subject-access.ts';

export const history: Action<typeof listHistory> = async (context, { query }) => {
  if (!(await readableSubject(context, query.subjectKind, query.subjectId))) return fail('notFound');
  const page = await historyOf(context.db, query.subjectKind, query.subjectId, query.limit, query.cursor);
  return page ? ok(page) : fail('invalidCursor');
};

import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { listChecklistRows } from '../../store/checklist.store.ts';
import { listStatementRows, type Subject } from '../../store/statement.store.ts';
import type { listChecklists } from '../../words/checklist.contract.ts';
import { findSubject } from './subject.ts';

/** An item is covered by a statement that says something; "not stated" is an answer and covers nothing. */
export const listAllChecklists: Action<typeof listChecklists> = async (context, { query }) => {
  const subject: Subject = { kind: query.subjectKind, id: query.subjectId };
  const found = await findSubject(context, subject);
  if (!found) return fail('notFound');
  const statements = (await listStatementRows(context, subject, found.seesInternal)).filter((statement) => statement.operator !== 'notStated');
  const checklists = await listChecklistRows(context, subject.kind);
  return ok({
    items: checklists.map(({ attributes, ...checklist }) => {
      const items = attributes.map((attribute) => {
        const own = statements.filter((statement) => statement.attribute.key === attribute.key);
        return { attribute, statement: own.find((statement) => statement.shown !== 'other') ?? own[0] ?? null, statements: own.length };
      });
      return { ...checklist, items, covered: items.filter((item) => item.statements > 0).length };
    }),
  });
};

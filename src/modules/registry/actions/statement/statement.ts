import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { findAttribute } from '../../store/source.store.ts';
import { insertChoice, insertStatement, listStatementRows, subjectOfStatement, type ShownStatement, type Subject } from '../../store/statement.store.ts';
import { peopleBehindStatement } from '../../store/people.store.ts';
import { nameOfSubject } from '../../store/subject-sql.ts';
import { sourceExists } from '../../store/visible-ids.ts';
import type * as routes from '../../words/statement.contract.ts';
import { unitFits } from '../../words/statement.rules.ts';
import { findSubject, mayState } from './subject.ts';

export const list: Action<typeof routes.listStatements> = async (context, { query }) => {
  const subject: Subject = { kind: query.subjectKind, id: query.subjectId };
  const found = await findSubject(context, subject);
  if (!found) return fail('notFound');
  const all = await listStatementRows(context, subject, found.seesInternal);
  const items = query.attributeKey === undefined ? all : all.filter((statement) => statement.attribute.key === query.attributeKey);
  const start = query.cursor === undefined ? 0 : items.findIndex((statement) => statement.id === query.cursor) + 1;
  if (query.cursor !== undefined && start === 0) return fail('invalidCursor');
  const page = items.slice(start, start + query.limit);
  return ok({ items: page, nextCursor: start + page.length < items.length ? (page.at(-1)?.id ?? null) : null, total: items.length });
};

export const add: Action<typeof routes.addStatement> = async (context, { body }) => {
  const subject: Subject = { kind: body.subjectKind, id: body.subjectId };
  const found = await findSubject(context, subject);
  if (!found) return fail('notFound');
  if (!mayState(context, subject, found)) return fail('notAllowed');
  const attribute = await findAttribute(context, body.attributeKey);
  if (!attribute) return fail('attributeUnknown');
  if (!(await sourceExists(context, body.sourceId))) return fail('sourceUnknown');
  const unit = body.unit ?? attribute.unit;
  if (!unitFits(attribute.unit, unit)) return fail('unitMismatch', { unit, attributeUnit: attribute.unit });
  const id = await insertStatement(context, body, unit);
  const statement = (await listStatementRows(context, subject, true)).find((one) => one.id === id);
  if (!statement) return fail('unexpected');
  const name = await nameOfSubject(context, subject.kind, subject.id);
  context.audit({ event: `${subject.kind}.statementAdded`, subject, ...(name && { name }), changes: { [`statement.${body.attributeKey}`]: [null, forHistory(statement)] } });
  return ok(statement);
};

const pages: Readonly<Record<string, string>> = { organisation: '/organisations', cluster: '/clusters', place: '/places' };

/** A decision on what is shown, with its reason; every statement stays. */
export const choose: Action<typeof routes.chooseStatement> = async (context, { params, body }) => {
  const subject = await subjectOfStatement(context, params.statementId);
  const found = subject && (await findSubject(context, subject));
  if (!subject || !found || (subject.visibility === 'internal' && !found.seesInternal)) return fail('notFound');
  if (!context.allows('statement.choose', found.facts)) return fail('notAllowed');
  const before = await listStatementRows(context, subject, true);
  const chosen = before.find((statement) => statement.id === params.statementId);
  if (!chosen) return fail('notFound');
  await insertChoice(context, chosen, body.reason);
  const after = await listStatementRows(context, subject, found.seesInternal);
  const shown = before.find((one) => one.attribute.key === chosen.attribute.key && one.period === chosen.period && one.unit === chosen.unit && one.shown !== 'other');
  const name = await nameOfSubject(context, subject.kind, subject.id);
  context.audit({
    event: `${subject.kind}.statementChosen`,
    subject: { kind: subject.kind, id: subject.id },
    ...(name && { name }),
    changes: { [`statement.${chosen.attribute.key}`]: [shown ? forHistory(shown) : null, forHistory(chosen)], reason: [null, body.reason] },
  });
  const told = (await peopleBehindStatement(context, chosen)).filter((personId) => personId !== context.actor.personId);
  if (told.length > 0) context.notify({ kind: 'registry.statementChosen', subject: { kind: subject.kind, id: subject.id }, href: `${pages[subject.kind] ?? ''}/${subject.id}?tab=facts`, to: { people: told }, ...(name && { name }) });
  const answer = after.find((statement) => statement.id === params.statementId);
  return answer ? ok(answer) : fail('unexpected');
};

/** The record's history has more readers than an internal statement: to them it says only that there was one. */
function forHistory({ visibility, operator, value, text, unit, period, source }: ShownStatement): object {
  return visibility === 'internal' ? { visibility } : { operator, value: value ?? text, unit, period, source: source.title };
}

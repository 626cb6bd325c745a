import { useList } from '#web/api/use-route.ts';
import type { ListAnswer } from '#web/api/use-route.ts';
import type { SubjectKind } from '../../words/record.schema.ts';
import { listStatements } from '../../words/statement.contract.ts';
import type { Statement } from '../../words/statement.schema.ts';

export type StatementList = ListAnswer<Statement>;

export function useStatements(subject: { subjectKind: SubjectKind; subjectId: string }): StatementList {
  return useList(listStatements, { query: { ...subject, limit: 200 } });
}

export interface Claims {
  key: string;
  statements: Statement[];
  shown: Statement | undefined;
  disputed: boolean;
  /** A person has said which one is shown. */
  decided: boolean;
}

/** Statements on the same attribute and period belong side by side; disputed ones come first. */
export function groupStatements(statements: readonly Statement[]): Claims[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = `${statement.attribute.key} ${statement.period ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), statement]);
  }
  return [...groups]
    .map(([key, members]) => ({
      key,
      statements: members.toSorted((one, other) => Number(one.shown === 'other') - Number(other.shown === 'other')),
      shown: members.find((each) => each.shown !== 'other'),
      disputed: members.some((each) => each.disputed),
      decided: members.some((each) => each.shown === 'byDecision'),
    }))
    .toSorted((one, other) => Number(other.disputed && !other.decided) - Number(one.disputed && !one.decided) || Number(other.disputed) - Number(one.disputed));
}

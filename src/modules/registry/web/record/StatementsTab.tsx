import { useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import type { SubjectKind } from '../../words/record.schema.ts';
import type { Statement } from '../../words/statement.schema.ts';
import { useJoin } from '../use-join.ts';
import { ChecklistsCard } from './ChecklistsCard.tsx';
import { ChoiceDialog } from './ChoiceDialog.tsx';
import { ClaimsCard } from './ClaimsCard.tsx';
import { SingleClaims } from './SingleClaims.tsx';
import { StatementDialog } from './StatementDialog.tsx';
import { groupStatements } from './use-statements.ts';
import type { StatementList } from './use-statements.ts';

export { useStatements } from './use-statements.ts';

export interface StatementsTabProps {
  subjectKind: SubjectKind;
  subjectId: string;
  statements: StatementList;
  mayAdd: boolean;
  mayChoose: boolean;
}

/** What sources say about a record: conflicts first and side by side, nothing averaged, nothing dropped. */
export function StatementsTab({ subjectKind, subjectId, statements, mayAdd, mayChoose }: StatementsTabProps) {
  const text = useText();
  const join = useJoin();
  const [adding, setAdding] = useState(false);
  const [choosing, setChoosing] = useState<Statement | null>(null);
  const add = mayAdd ? <Button icon="plus" size="small" onClick={() => setAdding(true)}>{text('registry.statement.add')}</Button> : null;
  const groups = groupStatements(statements.items);
  const disputed = groups.filter((group) => group.disputed && !group.decided).length;
  if (statements.error) return <ErrorState what={text('registry.tab.statements')} problem={statements.error} retry={statements.retry} />;
  if (statements.loading) return <LoadingSkeleton lines={8} />;
  return (
    <>
      {groups.length > 0 ? (
        <p className="row">
          <span className="grow muted">
            {join([text('registry.statement.count', { count: statements.total ?? groups.length, groups: groups.length }), disputed > 0 ? text('registry.statement.disputed', { count: disputed }) : groups.some((group) => group.disputed) ? text('registry.statement.allDecided') : text('registry.statement.agreed')])}
          </span>
          {add}
        </p>
      ) : null}
      {groups.filter((group) => group.statements.length > 1).map((group) => <ClaimsCard key={group.key} group={group} onChoose={mayChoose ? setChoosing : undefined} />)}
      <SingleClaims statements={groups.filter((group) => group.statements.length === 1).flatMap((group) => group.statements)} />
      {groups.length === 0 ? <Card title={text('registry.tab.statements')}><EmptyState title={text('registry.statement.empty')} action={add}>{text('registry.statement.empty.hint')}</EmptyState></Card> : null}
      <ChecklistsCard subjectKind={subjectKind} subjectId={subjectId} mayAdd={mayAdd} />
      {statements.hasMore ? <ListFoot list={statements} /> : null}
      <StatementDialog subjectKind={subjectKind} subjectId={subjectId} open={adding} onClose={() => setAdding(false)} />
      <ChoiceDialog statement={choosing} onClose={() => setChoosing(null)} />
    </>
  );
}

import { useState } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { StatementTable } from '#web/kit/StatementTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { SubjectKind } from '../../words/record.schema.ts';
import type { Statement } from '../../words/statement.schema.ts';
import { useJoin } from '../use-join.ts';
import { ChoiceDialog } from './ChoiceDialog.tsx';
import { StatementDialog } from './StatementDialog.tsx';
import { StatementSource } from './StatementSource.tsx';
import { StatementValue } from './StatementValue.tsx';
import { useDifference } from './use-difference.ts';
import { groupStatements } from './use-statements.ts';
import type { Claims, StatementList } from './use-statements.ts';

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
  const disputed = groups.filter((group) => group.disputed).length;
  if (statements.error) return <ErrorState what={text('registry.tab.statements')} problem={statements.error} retry={statements.retry} />;
  if (statements.loading) return <LoadingSkeleton lines={8} />;
  return (
    <>
      {groups.length > 0 ? (
        <p className="row">
          <span className="grow muted">
            {join([text('registry.statement.count', { count: statements.total ?? groups.length, groups: groups.length }), disputed > 0 ? text('registry.statement.disputed', { count: disputed }) : text('registry.statement.agreed')])}
          </span>
          {add}
        </p>
      ) : null}
      {groups.map((group) => <ClaimsCard key={group.key} group={group} onChoose={mayChoose ? setChoosing : undefined} />)}
      {groups.length === 0 ? <Card title={text('registry.tab.statements')}><EmptyState title={text('registry.statement.empty')} action={add}>{text('registry.statement.empty.hint')}</EmptyState></Card> : null}
      {statements.hasMore ? <ListFoot list={statements} /> : null}
      <StatementDialog subjectKind={subjectKind} subjectId={subjectId} open={adding} onClose={() => setAdding(false)} />
      <ChoiceDialog statement={choosing} onClose={() => setChoosing(null)} />
    </>
  );
}

function ClaimsCard({ group, onChoose }: { group: Claims; onChoose: ((statement: Statement) => void) | undefined }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const difference = useDifference();
  const [first] = group.statements;
  if (!first) return null;
  const title = [name(first.attribute.name), first.period ? format.period(first.period) : ''].filter(Boolean).join(text('registry.comma'));
  const choose = (id: string) => {
    const statement = group.statements.find((each) => each.id === id);
    if (statement) onChoose?.(statement);
  };
  return (
    <Card title={title} note={name(first.attribute.definition)} actions={group.disputed ? <Tag tone="warning" icon="conflict">{text('registry.statement.twoSources')}</Tag> : null} flush>
      <StatementTable
        label={title}
        rows={group.statements.map((each) => ({
          id: each.id,
          shown: each.shown !== 'other',
          value: <StatementValue statement={each} />,
          scope: [each.scopeNote, each.value !== null ? each.text : null].filter(Boolean).join(text('registry.comma')),
          source: <StatementSource statement={each} />,
          selfReported: each.source.kind === 'selfReported',
          entered: [each.enteredBy ?? text('registry.statement.byProduct'), each.quote ? text('registry.statement.quote', { quote: each.quote }) : null].filter(Boolean).join(' · '),
          date: each.enteredAt,
        }))}
        difference={group.disputed ? difference(group) : group.statements.some((each) => each.shown === 'byDecision') ? text('registry.statement.decided') : undefined}
        {...(onChoose && group.statements.length > 1 ? { onChoose: choose } : {})}
      />
    </Card>
  );
}

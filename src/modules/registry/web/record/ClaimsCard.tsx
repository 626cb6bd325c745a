import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { StatementTable } from '#web/kit/StatementTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Statement } from '../../words/statement.schema.ts';
import { useJoin } from '../use-join.ts';
import { StatementSource } from './StatementSource.tsx';
import { StatementValue } from './StatementValue.tsx';
import { useDifference } from './use-difference.ts';
import type { Claims } from './use-statements.ts';

/** What sources say on one attribute and period, side by side. */
export function ClaimsCard({ group, onChoose }: { group: Claims; onChoose: ((statement: Statement) => void) | undefined }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const difference = useDifference();
  const join = useJoin();
  const [first] = group.statements;
  if (!first) return null;
  const title = [name(first.attribute.name), first.period ? format.period(first.period) : ''].filter(Boolean).join(text('registry.comma'));
  const choose = (id: string) => {
    const statement = group.statements.find((each) => each.id === id);
    if (statement) onChoose?.(statement);
  };
  return (
    <Card title={title} note={name(first.attribute.definition)} actions={group.decided ? <Tag tone="positive" icon="check">{text('registry.statement.decidedTag')}</Tag> : group.disputed ? <Tag tone="warning" icon="conflict">{text('registry.statement.twoSources')}</Tag> : null} flush>
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
        difference={group.disputed || group.decided ? join([group.decided ? text('registry.statement.decided') : '', group.disputed ? difference(group) : '']) : undefined}
        {...(onChoose && group.statements.length > 1 ? { onChoose: choose } : {})}
      />
    </Card>
  );
}

import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { listChecklists } from '../../words/checklist.contract.ts';
import type { Checklist } from '../../words/checklist.contract.ts';
import type { SubjectKind } from '../../words/record.schema.ts';
import { StatementDialog } from './StatementDialog.tsx';

interface ChecklistsProps {
  subjectKind: SubjectKind;
  subjectId: string;
  mayAdd: boolean;
}

/** What belongs together and what is still missing; an item is met by a statement with its source. */
export function ChecklistsCard({ mayAdd, ...subject }: ChecklistsProps) {
  const text = useText();
  const name = useName();
  const [adding, setAdding] = useState<string | null>(null);
  const items = useRoute(listChecklists, { query: subject }).data?.items ?? [];
  return (
    <>
      {items.map((each) => (
        <Card
          key={each.key}
          title={name(each.name)}
          note={text('registry.checklist.covered', { covered: each.covered, total: each.items.length })}
          caption={each.source ? text('registry.checklist.source', { source: each.source.title }) : text('registry.checklist.own')}
        >
          <ul className="line-list">{each.items.map((item) => <Line key={item.attribute.key} item={item} onAdd={mayAdd ? () => setAdding(item.attribute.key) : undefined} />)}</ul>
        </Card>
      ))}
      <StatementDialog {...subject} {...(adding ? { attributeKey: adding } : {})} open={adding !== null} onClose={() => setAdding(null)} />
    </>
  );
}

function Line({ item, onAdd }: { item: Checklist['items'][number]; onAdd: (() => void) | undefined }) {
  const text = useText();
  const name = useName();
  const { statement } = item;
  const said = statement ? [statement.text ?? statement.value, statement.source.title].filter(Boolean).join(' · ') : null;
  return (
    <li>
      <span className={statement ? 'positive' : 'quiet'}><Icon name={statement ? 'check' : 'minus'} size={14} /></span>
      <span className="grow">
        {name(item.attribute.name)}
        <span className="small quiet"> {said ?? text('registry.checklist.missing')}</span>
      </span>
      {onAdd ? <Button kind="quiet" size="small" icon="plus" onClick={onAdd}>{text('registry.checklist.add')}</Button> : null}
    </li>
  );
}

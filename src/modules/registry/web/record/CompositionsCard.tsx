import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { SubjectKind } from '../../words/record.schema.ts';
import { listCompositions } from '../../words/statement.contract.ts';
import type { CompositionRecord } from '../../words/statement.schema.ts';
import { CompositionDialog } from './CompositionDialog.tsx';

export interface CompositionsCardProps {
  subjectKind: SubjectKind;
  subjectId: string;
  mayAdd: boolean;
}

/** Wholes and their parts as sources give them, each with whether it adds up. Nothing at all where there is none and none can be added. */
export function CompositionsCard({ subjectKind, subjectId, mayAdd }: CompositionsCardProps) {
  const text = useText();
  const [adding, setAdding] = useState(false);
  const query = useRoute(listCompositions, { query: { subjectKind, subjectId } });
  const add = mayAdd ? <Button icon="plus" size="small" onClick={() => setAdding(true)}>{text('registry.composition.add')}</Button> : null;
  return (
    <Loaded query={query} what={text('registry.composition')} lines={3}>
      {({ items }) =>
        items.length === 0 && !mayAdd ? null : (
          <Card title={text('registry.composition')} actions={add} flush={items.length > 0}>
            {items.length === 0 ? <p className="quiet">{text('registry.composition.none')}</p> : <ul className="line-list line-list-rows">{items.map((each) => <Line key={each.id} composition={each} />)}</ul>}
            <CompositionDialog subjectKind={subjectKind} subjectId={subjectId} open={adding} onClose={() => setAdding(false)} />
          </Card>
        )
      }
    </Loaded>
  );
}

function Line({ composition }: { composition: CompositionRecord }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const part = (value: string | null) => (value === null ? text('registry.composition.unknownPart') : format.decimal(value));
  const { reconciles, complete, difference } = composition;
  return (
    <li>
      <div className="stack grow" style={{ gap: 4 }}>
        <span className="row row-wrap" style={{ gap: 8 }}>
          <strong>{name(composition.title)}</strong>
          <span className="muted">{composition.period ? format.period(composition.period) : text('web.figure.periodNotStated')}</span>
          {composition.sample ? <SampleTag /> : null}
          <span className="push">
            {reconciles ? (
              <Tag tone="positive" icon="check">{text('registry.composition.adds')}</Tag>
            ) : reconciles === false ? (
              <Tag tone="critical" icon="warning">{text('registry.composition.off', { difference: difference ? format.decimal(difference.replace('-', '')) : '?' })}</Tag>
            ) : (
              <Tag tone="warning" icon="question">{text('registry.composition.incomplete', { sum: format.decimal(composition.sum) })}</Tag>
            )}
          </span>
        </span>
        <span className="number" style={{ textAlign: 'start', whiteSpace: 'normal' }}>
          {format.decimal(composition.total)} {reconciles === false ? '≠' : complete ? '=' : '⊇'} {composition.parts.map((each) => part(each.value)).join(' + ')}
        </span>
        <span className="small muted">{composition.parts.map((each) => `${name(each.label)} ${part(each.value)}`).join(text('web.listComma'))}</span>
        <span className="small quiet">{composition.source.title}</span>
      </div>
    </li>
  );
}

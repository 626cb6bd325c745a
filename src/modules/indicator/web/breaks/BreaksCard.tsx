import { useState, type ReactNode } from 'react';
import { useList, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { useMay } from '#web/session/use-session.ts';
import type { Indicator } from '../../words/indicator.schema.ts';
import { listBreaks, removeBreak } from '../../words/reading.contract.ts';
import type { SeriesBreak } from '../../words/reading.schema.ts';
import { BreakDialog } from './BreakDialog.tsx';
import { SpliceDialog } from './SpliceDialog.tsx';

/** Where the series means something else from a day on, and what was decided about joining it. */
export function BreaksCard({ indicator }: { indicator: Indicator }) {
  const text = useText();
  const mayManage = useMay('indicator.manage');
  const [adding, setAdding] = useState(false);
  const [splicing, setSplicing] = useState<SeriesBreak | null>(null);
  const list = useList(listBreaks, { params: { indicatorId: indicator.id }, query: { limit: 50 } });
  const remove = useWrite(removeBreak, { touches: ['reading', 'history'] });
  const title = text('indicator.breaks');
  return (
    <Card title={title} actions={mayManage ? <Button size="small" icon="plus" onClick={() => setAdding(true)}>{text('indicator.break.add')}</Button> : null} caption={text('indicator.breaks.caption')}>
      {list.error && list.items.length === 0 ? (
        <ErrorState what={title} problem={list.error} retry={list.retry} />
      ) : list.loading ? (
        <LoadingSkeleton lines={3} />
      ) : list.items.length === 0 ? (
        <p className="quiet">{text('indicator.breaks.none')}</p>
      ) : (
        <ul className="indicator-breaks">
          {list.items.map((one) => (
            <BreakLine key={one.id} one={one} actions={mayManage ? <><Button size="small" onClick={() => setSplicing(one)}>{text('indicator.splice.choose')}</Button><Button size="small" busy={remove.isPending} onClick={() => remove.mutate({ params: { indicatorId: indicator.id, breakId: one.id } })}>{text('indicator.break.remove')}</Button></> : null} />
          ))}
        </ul>
      )}
      {remove.error ? <p className="field-error" role="alert">{problemText(remove.error, text)}</p> : null}
      <BreakDialog open={adding} indicator={indicator} onClose={() => setAdding(false)} />
      <SpliceDialog one={splicing} indicator={indicator} onClose={() => setSplicing(null)} />
    </Card>
  );
}

function BreakLine({ one, actions }: { one: SeriesBreak; actions: ReactNode }) {
  const text = useText();
  const format = useFormat();
  const { splice, splices } = one;
  return (
    <li>
      <p className="row-tight"><strong className="nowrap">{text('indicator.break.from', { date: format.date(one.startsOn) })}</strong><Tag tone="warning" icon="conflict">{text(`indicator.break.kind.${one.kind}`)}</Tag>{one.subjectId === null ? null : <Tag>{text('indicator.break.oneSubject')}</Tag>}<span className="quiet small">{text(`indicator.break.origin.${one.origin}`)}</span></p>
      {one.note ? <p>{one.note}</p> : null}
      {one.beforeWords || one.afterWords ? (
        <dl className="facts">
          <dt>{text('indicator.column.beforeWords')}</dt>
          <dd style={{ whiteSpace: 'pre-line' }}>{one.beforeWords ?? '—'}</dd>
          <dt>{text('indicator.column.afterWords')}</dt>
          <dd style={{ whiteSpace: 'pre-line' }}>{one.afterWords ?? '—'}</dd>
        </dl>
      ) : null}
      <p className="small">{splice ? text('indicator.splice.said', { factor: splice.factor ?? '', reason: splice.reason }) : text(splices.length > 0 ? 'indicator.splice.ended' : 'indicator.splice.open')}{splice?.overlapPeriod ? ` ${text('indicator.splice.overlapSaid', { period: format.period(splice.overlapPeriod) })}` : ''}</p>
      {actions ? <p className="row-tight">{actions}</p> : null}
    </li>
  );
}

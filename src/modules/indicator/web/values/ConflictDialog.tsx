import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { problemText } from '#web/kit/state/problem-text.ts';
import { StatementTable } from '#web/kit/StatementTable.tsx';
import { useMay } from '#web/session/use-session.ts';
import type { Indicator } from '../../words/indicator.schema.ts';
import { chooseObservation } from '../../words/observation.contract.ts';
import { figureOf } from './observation-figure.ts';
import type { PeriodRow } from './series-rows.ts';

/** All values of one period, side by side. Choosing writes a decision with its reason, never a value. */
export function ConflictDialog({ row, indicator, onClose }: { row: PeriodRow | null; indicator: Indicator; onClose: () => void }) {
  const text = useText();
  const format = useFormat();
  return (
    <Dialog open={row !== null} title={row ? text('indicator.beside.title', { period: format.period(row.period) }) : ''} onClose={onClose}>
      {row ? <Beside key={row.period} row={row} indicator={indicator} onDone={onClose} /> : null}
    </Dialog>
  );
}

function Beside({ row, indicator, onDone }: { row: PeriodRow; indicator: Indicator; onDone: () => void }) {
  const text = useText();
  const mayChoose = useMay('observation.choose');
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const choose = useWrite(chooseObservation, { touches: ['indicator', 'trace', 'history'], onDone });
  const label = { zh: indicator.name.zh ?? indicator.name.en ?? '', en: indicator.name.en ?? indicator.name.zh ?? '' };
  const rows = row.all.map((one) => ({
    id: one.id,
    shown: one.shown !== 'other',
    value: <Figure figure={figureOf(one, label)} />,
    scope: [one.scopeNote, text(`indicator.basis.${one.basis}`)].filter(Boolean).join(' · '),
    source: [one.source?.title ?? text(`indicator.origin.${one.origin}`), one.vintage?.title].filter(Boolean).join(' · '),
    selfReported: one.source?.kind === 'selfReported',
    entered: text(`indicator.origin.${one.origin}`),
    date: one.vintage?.releasedOn ?? one.source?.publishedOn ?? null,
  }));
  return (
    <div className="stack">
      <StatementTable label={text('indicator.beside')} rows={rows} difference={text('indicator.beside.kept')} {...(mayChoose ? { onChoose: setChosen } : {})} />
      {chosen ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            choose.mutate({ params: { indicatorId: indicator.id, observationId: chosen }, body: { reason: reason.trim() } });
          }}
        >
          <label className="field">
            <span className="field-label">{text('indicator.choice.reason')}</span>
            <textarea className="input" rows={2} required value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
          {choose.error ? <p className="field-error" role="alert">{problemText(choose.error, text)}</p> : null}
          <span><Button kind="primary" type="submit" busy={choose.isPending}>{text('indicator.choice.do')}</Button></span>
        </form>
      ) : null}
    </div>
  );
}

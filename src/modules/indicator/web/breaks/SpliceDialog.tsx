import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { Indicator } from '../../words/indicator.schema.ts';
import { spliceBreak } from '../../words/reading.contract.ts';
import { spliceInputSchema, spliceMethods, type SeriesBreak } from '../../words/reading.schema.ts';
import { overlapFactor } from '../../words/series.rules.ts';

/** To join or not to join is a decision with a reason; the figures stay as they are either way. */
export function SpliceDialog({ one, indicator, onClose }: { one: SeriesBreak | null; indicator: Indicator; onClose: () => void }) {
  const text = useText();
  return <Dialog open={one !== null} title={text('indicator.splice.choose')} onClose={onClose}>{one ? <SpliceForm key={one.id} one={one} indicator={indicator} onDone={onClose} /> : null}</Dialog>;
}

function SpliceForm({ one, indicator, onDone }: { one: SeriesBreak; indicator: Indicator; onDone: () => void }) {
  const text = useText();
  const [method, setMethod] = useState<(typeof spliceMethods)[number]>('overlap');
  const [given, setGiven] = useState({ before: '', after: '', overlapPeriod: '', factor: '', reason: '' });
  const [tried, setTried] = useState(false);
  const splice = useWrite(spliceBreak, { touches: ['reading', 'history'], onDone });
  const body = method === 'none' ? { method, reason: given.reason } : method === 'factor' ? { method, factor: given.factor.trim(), reason: given.reason } : { method, before: given.before.trim(), after: given.after.trim(), overlapPeriod: given.overlapPeriod.trim(), reason: given.reason };
  const read = spliceInputSchema.safeParse(body);
  const factor = read.success && read.data.method === 'overlap' ? overlapFactor(read.data.before, read.data.after) : null;
  const field = (key: keyof typeof given, label: string) => (
    <label className="field">
      <span className="field-label">{label}</span>
      <input className="input" value={given[key]} inputMode={key === 'overlapPeriod' ? 'text' : 'decimal'} onChange={(event) => setGiven({ ...given, [key]: event.target.value })} />
    </label>
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (read.success) splice.mutate({ params: { indicatorId: indicator.id, breakId: one.id }, body: read.data });
      }}
    >
      <label className="field">
        <span className="field-label">{text('indicator.splice.method')}</span>
        <select className="input" value={method} onChange={(event) => setMethod(event.target.value as typeof method)}>{spliceMethods.map((value) => <option key={value} value={value}>{text(`indicator.splice.method.${value}`)}</option>)}</select>
      </label>
      {method === 'overlap' ? (
        <>
          {field('overlapPeriod', text('indicator.splice.period'))}
          <div className="indicator-counts">{field('before', text('indicator.splice.before'))}{field('after', text('indicator.splice.after'))}</div>
          <p className="quiet small" role="status">{factor === null ? text('indicator.splice.needsBoth') : text('indicator.splice.factorIs', { factor })}</p>
        </>
      ) : null}
      {method === 'factor' ? field('factor', text('indicator.splice.factor')) : null}
      <label className="field">
        <span className="field-label">{text('indicator.splice.reason')}</span>
        <textarea className="input" rows={2} required value={given.reason} onChange={(event) => setGiven({ ...given, reason: event.target.value })} />
      </label>
      {tried && !read.success ? <p className="field-error" role="alert">{text('indicator.splice.incomplete')}</p> : null}
      {splice.error ? <p className="field-error" role="alert">{problemText(splice.error, text)}</p> : null}
      <span><Button kind="primary" type="submit" busy={splice.isPending}>{text('indicator.splice.do')}</Button></span>
    </form>
  );
}

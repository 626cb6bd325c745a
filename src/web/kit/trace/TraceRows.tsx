import { useState } from 'react';
import type { Trace } from '#platform/figure/figure.schema.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Segmented } from '#web/kit/Segmented.tsx';
import { PageLink } from '#web/router/PageLink.tsx';

type Side = 'counted' | 'notCounted';

/** The rows behind the figure; the ones left out stand beside the ones counted, with the reason. */
export function TraceRows({ trace }: { trace: Trace }) {
  const text = useText();
  const bilingual = useBilingual();
  const format = useFormat();
  const [side, setSide] = useState<Side>('counted');
  const totals = trace.rowTotals;
  const rows = trace.rows.filter((row) => row.counted === (side === 'counted'));
  const left = totals[side] - rows.length;
  if (totals.counted + totals.notCounted === 0) return null;
  return (
    <section className="trace-rows">
      <div className="trace-rows-head">
        <h3>{text('web.trace.rows')}</h3>
        <span className="quiet">{format.count(totals.counted + totals.notCounted)}</span>
        <span className="push">
          <Segmented
            label={text('web.trace.rows')}
            value={side}
            onChange={setSide}
            options={[
              { value: 'counted', label: text('web.trace.counted', { count: totals.counted }) },
              { value: 'notCounted', label: text('web.trace.notCounted', { count: totals.notCounted }) },
            ]}
          />
        </span>
      </div>
      <table className="table">
        <caption className="visually-hidden">{text('web.trace.rows')}</caption>
        <thead>
          <tr>
            {trace.columns.map((column) => <th key={column.key} scope="col">{bilingual(column.label)}</th>)}
            {side === 'notCounted' ? <th scope="col">{text('web.trace.why')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {trace.columns.map((column, index) => {
                const cell = row.cells[column.key] ?? '—';
                const value = column.key === 'value' && /^\d{5}/.test(cell) ? format.decimal(cell) : cell;
                return <td key={column.key}>{index === 0 && row.href ? <PageLink href={row.href}>{value}</PageLink> : value}</td>;
              })}
              {side === 'notCounted' ? <td className="quiet">{bilingual(row.reason)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 ? <p className="caption">{text('web.trace.moreRows', { count: left })}</p> : null}
    </section>
  );
}

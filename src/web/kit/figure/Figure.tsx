import type { ReactNode } from 'react';
import type { Figure as FigureValue } from '#platform/figure/figure.schema.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useTrace } from '#web/kit/trace/use-trace.ts';
import { FigureText } from './FigureText.tsx';
import { SampleTag } from './SampleTag.tsx';
import { useFormat } from './use-format.ts';

export interface FigureProps {
  figure: FigureValue;
  /** `strip` is label over figure over period; `inline` is the bare figure in a sentence or a cell. */
  as?: 'strip' | 'inline' | 'large';
  /** Against what it stands: `较 2018 年 +103.6%`. */
  comparison?: ReactNode;
  verdict?: 'critical' | 'warning' | 'positive';
  /** Inside a table the head says the unit. */
  hideUnit?: boolean;
}

/** One figure: number, unit, period, comparison, mark. With a trace it is a button that opens the trace panel. */
export function Figure({ figure, as = 'inline', comparison, verdict, hideUnit = false }: FigureProps) {
  const bilingual = useBilingual();
  const text = useText();
  const format = useFormat();
  const { traceId, open, isOpen } = useTrace(figure.trace);
  const label = bilingual(figure.label);
  const body = <FigureText figure={figure} hideUnit={hideUnit} />;
  const value = figure.trace ? (
    <button type="button" className="figure-open" data-trace={traceId} aria-expanded={isOpen} title={text('web.figure.openHint')} onClick={open}>
      {body}
      <span className="visually-hidden"> · {text('web.figure.open', { label })}</span>
    </button>
  ) : (
    body
  );
  if (as === 'inline') return <span className="figure">{value}{figure.sample ? <SampleTag /> : null}</span>;
  const period = figure.period ? format.period(figure.period) : figure.mark === 'noData' ? null : text(figure.mark === 'computed' ? 'web.figure.now' : 'web.figure.periodNotStated');
  return (
    <div className={`figure figure-${as}`}>
      <div className="figure-label">
        <span className="cut" title={label}>{label}</span>
        {figure.sample ? <SampleTag /> : null}
      </div>
      <div className="figure-value">{value}</div>
      <div className={verdict ? `figure-quiet ${verdict}` : 'figure-quiet'}>
        {period}
        {period && comparison ? ' · ' : null}
        {comparison}
      </div>
    </div>
  );
}

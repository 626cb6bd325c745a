import type { Trace } from '#platform/figure/figure.schema.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { FigureText } from '#web/kit/figure/FigureText.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { CopyLink } from './CopyLink.tsx';
import { TraceFormula } from './TraceFormula.tsx';
import { TraceMethod } from './TraceMethod.tsx';
import { TraceRows } from './TraceRows.tsx';

/** Always in this order: figure, definition, formula, rows, sources, method. */
export function TraceContent({ trace, close }: { trace: Trace; close: () => void }) {
  const text = useText();
  const bilingual = useBilingual();
  const format = useFormat();
  const { figure } = trace;
  return (
    <>
      <header className="trace-head">
        <div className="grow">
          <p className="quiet small">{[text('web.trace'), figure.period ? format.period(figure.period) : null].filter(Boolean).join(' · ')}</p>
          <h2>{bilingual(figure.label)}</h2>
        </div>
        <CopyLink />
        <IconButton icon="cross" label={text('web.close')} onClick={close} />
      </header>
      <div className="trace-scroll" tabIndex={0} role="group" aria-label={bilingual(figure.label)}>
        <section className="trace-part trace-figure">
          <span className="trace-value"><FigureText figure={figure} hideUnit={false} /></span>
          {figure.sample ? <SampleTag /> : null}
          <span className="push">
            {trace.recomputed === null ? null : trace.recomputed ? (
              <Tag tone="positive" icon="check">{text('web.trace.same')}</Tag>
            ) : (
              <Tag tone="critical" icon="warning">{text('web.trace.differs')}</Tag>
            )}
          </span>
        </section>
        <section className="trace-part">
          <h3>{text('web.trace.definition')}</h3>
          <p>{bilingual(trace.definition)}</p>
        </section>
        {trace.formula.length > 0 ? <TraceFormula parts={trace.formula} /> : null}
        <TraceRows trace={trace} />
        <section className="trace-part">
          <h3>{text('web.trace.source')}</h3>
          {trace.sources.length === 0 ? <p>{text('web.trace.noSource')}</p> : null}
          {trace.sources.map((source) => (
            <div key={`${source.title}${source.publishedOn ?? ''}`} className="trace-source">
              <p>{source.title}</p>
              <p className="quiet small">{[source.publisher, source.publishedOn ? format.date(source.publishedOn) : null, source.note].filter(Boolean).join(' · ')}</p>
              {source.selfReported ? (
                <p className="small warning"><Icon name="warning" size={14} /> {text('web.trace.selfReported')}</p>
              ) : null}
            </div>
          ))}
        </section>
      </div>
      <TraceMethod trace={trace} />
    </>
  );
}

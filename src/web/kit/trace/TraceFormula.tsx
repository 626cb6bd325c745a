import type { Trace } from '#platform/figure/figure.schema.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';

const signs = { plus: '+', minus: '−', times: '×', divide: '÷', equals: '=' } as const;

/** The formula with its own numbers in it, each number over its word. */
export function TraceFormula({ parts }: { parts: Trace['formula'] }) {
  const text = useText();
  const bilingual = useBilingual();
  const format = useFormat();
  return (
    <section className="trace-part">
      <h3>{text('web.trace.formula')}</h3>
      <div className="formula">
        {parts.map((part, index) => (
          <span key={index} className="formula-part">
            {part.sign ? <span className="formula-sign">{signs[part.sign]}</span> : null}
            <span className="formula-term">
              <strong>{format.decimal(part.value)}</strong>
              <span>{bilingual(part.label)}</span>
            </span>
          </span>
        ))}
      </div>
    </section>
  );
}

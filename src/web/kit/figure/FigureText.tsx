import type { Figure } from '#platform/figure/figure.schema.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from './use-format.ts';

/** The figure itself with its mark. Not stated is a word, no data a dash, suppressed a hatch: none of them is a zero. */
export function FigureText({ figure, hideUnit }: { figure: Figure; hideUnit: boolean }) {
  const text = useText();
  const bilingual = useBilingual();
  const format = useFormat();
  const reason = bilingual(figure.note);
  if (figure.mark === 'suppressed') {
    return (
      <span className="figure-hidden" title={text('web.figure.suppressedHint')}>
        <span className="hatch" aria-hidden="true" /> {text('web.figure.suppressed')}
      </span>
    );
  }
  if (figure.mark === 'notStated') return <span className="figure-word" title={reason || undefined}>{text('web.figure.notStated')}</span>;
  if (figure.mark === 'noData' || figure.value === null) {
    return <span className="figure-word" title={reason || text('web.figure.noDataHint')} aria-label={text('web.figure.noData')} role="img">—</span>;
  }
  const parts = format.figure(figure.value, figure.unit, figure.mark);
  return (
    <span title={parts.exact}>
      {parts.sign}
      {hideUnit || !parts.before ? null : <span className="figure-before">{parts.before}</span>}
      {hideUnit ? format.decimal(figure.value) : parts.number}
      {hideUnit || !parts.after ? null : <span className={parts.after === '%' ? 'figure-percent' : 'figure-unit'}>{parts.after}</span>}
    </span>
  );
}

import { useState, type ReactNode } from 'react';
import type { Figure as FigureValue } from '#platform/figure/figure.schema.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Figure } from './Figure.tsx';

export interface StripFigure {
  figure: FigureValue;
  comparison?: ReactNode;
  verdict?: 'critical' | 'warning' | 'positive';
}

/** More than this many figures are a table, not a summary. */
const shownAtOnce = 6;

/** Up to six figures under a title, the others on demand. `figures={null}` keeps the place while they load. */
export function SummaryStrip({ figures, label }: { figures: readonly (StripFigure | FigureValue)[] | null; label: string }) {
  const text = useText();
  const [all, setAll] = useState(false);
  const slots = all ? (figures ?? []) : (figures ?? []).slice(0, shownAtOnce);
  const more = (figures?.length ?? 0) - shownAtOnce;
  return (
    <section className="strip" aria-label={label} aria-busy={figures === null}>
      {figures === null
        ? Array.from({ length: 5 }, (_, index) => (
            <div key={index} className="strip-cell">
              <span className="bone bone-short" />
              <span className="bone bone-figure" />
              <span className="bone" />
            </div>
          ))
        : slots.map((slot) => {
            const item = 'figure' in slot ? slot : { figure: slot };
            return (
              <div key={item.figure.key} className="strip-cell">
                <Figure as="strip" {...item} />
              </div>
            );
          })}
      {more > 0 ? (
        <button type="button" className="strip-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text('web.figure.fewer') : text('web.figure.more', { count: more })}
        </button>
      ) : null}
    </section>
  );
}

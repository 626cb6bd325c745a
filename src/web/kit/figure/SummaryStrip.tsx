import type { ReactNode } from 'react';
import type { Figure as FigureValue } from '#platform/figure/figure.schema.ts';
import { Figure } from './Figure.tsx';

export interface StripFigure {
  figure: FigureValue;
  comparison?: ReactNode;
  verdict?: 'critical' | 'warning' | 'positive';
}

/** Four to six figures under a title. `figures={null}` keeps the place while they load. */
export function SummaryStrip({ figures, label }: { figures: readonly (StripFigure | FigureValue)[] | null; label: string }) {
  const slots = figures ?? [];
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
    </section>
  );
}

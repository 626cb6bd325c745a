import { useMemo } from 'react';
import type { FigureMark } from '#platform/figure/figure.schema.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { formatCount, formatDate, formatDecimal, formatFigure, formatMoment, formatPeriod } from './format-figure.ts';

/** Formatting in the reader's language: `const format = useFormat(); format.date(iso)`. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(
    () => ({
      count: (value: number) => formatCount(value, language),
      decimal: (value: string) => formatDecimal(value, language),
      figure: (value: string, unit: string, mark: FigureMark = 'reported') => formatFigure(value, unit, mark, language),
      date: (iso: string) => formatDate(iso, language),
      moment: (iso: string) => formatMoment(iso, language),
      period: (period: string) => formatPeriod(period, language),
    }),
    [language],
  );
}

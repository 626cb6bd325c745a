import { useMemo } from 'react';
import type { Figure, FigureMark } from '#platform/figure/figure.schema.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { CellMark, TableHead } from '../../words/specialisation.schema.ts';

/** Three significant digits or a little more: enough to tell numbers apart and no more. */
export function rounded(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value)) return String(value);
  const short = size >= 1000 ? value.toFixed(0) : size >= 100 ? value.toFixed(1) : size >= 1 ? value.toFixed(2) : size >= 0.01 ? value.toFixed(3) : value.toPrecision(2);
  return short.includes('e') ? String(Number(Number(short).toFixed(6))) : short;
}

export const markOf: Readonly<Record<CellMark, FigureMark>> = { v: 'computed', m: 'notStated', n: 'noData', s: 'suppressed' };

/** Numbers as the area writes them, and figures that lead to what stands behind them. */
export function useNumber() {
  const format = useFormat();
  return useMemo(() => {
    const number = (value: number | null): string => (value === null ? '—' : format.decimal(rounded(value)));
    const percent = (value: number | null): string => (value === null ? '—' : `${format.decimal(Math.abs(value) < 0.1 && value !== 0 ? (value * 100).toFixed(2) : String(Number((value * 100).toFixed(1))))}%`);
    const signed = (value: number | null): string => (value === null ? '—' : `${value > 0 ? '+' : ''}${format.decimal(rounded(value))}`);
    return { number, percent, signed, signedPercent: (value: number | null) => (value === null ? '—' : `${value > 0 ? '+' : ''}${percent(value)}`) };
  }, [format]);
}

const both = (name: Name): { zh: string; en: string } => ({ zh: name.zh ?? name.en ?? '', en: name.en ?? name.zh ?? '' });

export function figureOf(table: TableHead, label: Name, value: number | null, trace: Figure['trace'], mark: FigureMark = 'computed'): Figure {
  return { key: trace?.provider ?? 'specialisation', label: both(label), value: value === null ? null : rounded(value), unit: 'one', period: table.period, mark: value === null ? (mark === 'computed' ? 'noData' : mark) : 'computed', sample: false, source: table.sourceTitle, trace };
}

import { useFormat } from '#web/kit/figure/use-format.ts';
import type { RankInterval } from '../../words/scoreboard-run.schema.ts';

/** Scores with two decimals, ranks as they are (whole, or halves and fifths of intervals), a dash where there is none. */
export function useScore() {
  const format = useFormat();
  const decimals = (value: number | null, digits: number): string => (value === null ? '—' : format.decimal(value.toFixed(digits)));
  const rank = (value: number | null): string => (value === null ? '—' : Number.isInteger(Number(value.toFixed(1))) ? format.count(Math.round(value)) : decimals(value, 1));
  return {
    score: (value: number | null) => decimals(value, 2),
    rank,
    range: (interval: RankInterval | null) => (!interval || interval.low === null || interval.high === null ? '—' : `${rank(interval.low)}–${rank(interval.high)}`),
    share: (value: number | null) => (value === null ? '—' : `${decimals(value * 100, 1)}%`),
    signed: (value: number | null, digits = 2) => (value === null ? '—' : `${value > 0 ? '+' : value < 0 ? '−' : ''}${decimals(Math.abs(value), digits)}`),
    decimals,
  };
}

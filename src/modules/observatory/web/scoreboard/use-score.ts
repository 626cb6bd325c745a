import { useFormat } from '#web/kit/figure/use-format.ts';

/** Scores with two decimals, ranks as they are (whole, or halves and fifths of intervals), a dash where there is none. */
export function useScore() {
  const format = useFormat();
  const decimals = (value: number | null, digits: number): string => (value === null ? '—' : format.decimal(value.toFixed(digits)));
  return {
    score: (value: number | null) => decimals(value, 2),
    rank: (value: number | null) => (value === null ? '—' : Number.isInteger(Number(value.toFixed(1))) ? format.count(Math.round(value)) : decimals(value, 1)),
    share: (value: number | null) => (value === null ? '—' : `${decimals(value * 100, 1)}%`),
    signed: (value: number | null, digits = 2) => (value === null ? '—' : `${value > 0 ? '+' : value < 0 ? '−' : ''}${decimals(Math.abs(value), digits)}`),
    decimals,
  };
}

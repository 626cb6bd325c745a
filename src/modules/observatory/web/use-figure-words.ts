import { useFormat } from '#web/kit/figure/use-format.ts';

/** A figure of at most two decimals with its unit, where a sentence holds it: “1,240 firms”. */
export function useFigureWords(): (value: string, unit: string | null) => string {
  const format = useFormat();
  return (value, unit) => {
    const parts = format.figure(String(Number(Number(value).toFixed(2))), unit ?? 'one');
    return [parts.number, parts.after].filter(Boolean).join(' ');
  };
}

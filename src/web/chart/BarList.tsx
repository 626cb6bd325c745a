import type { ReactNode } from 'react';
import { useFormat } from '#web/kit/figure/use-format.ts';

export interface Bar {
  key: string;
  label: ReactNode;
  /** Null is written as a dash and draws no bar: unknown is not zero. */
  value: number | null;
  text?: string;
}

/** Horizontal bars from zero with the number written at the end. */
export function BarList({ label, bars, unit }: { label: string; bars: readonly Bar[]; unit?: string }) {
  const format = useFormat();
  const most = Math.max(1, ...bars.map((bar) => bar.value ?? 0));
  return (
    <ul className="bar-chart" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <span className="cut">{bar.label}</span>
          <span className="bar-track" aria-hidden="true"><span style={{ width: `${((bar.value ?? 0) / most) * 100}%` }} /></span>
          <span className="number">{bar.value === null ? '—' : (bar.text ?? format.count(bar.value))}{unit && bar.value !== null ? <span className="quiet"> {unit}</span> : null}</span>
        </li>
      ))}
    </ul>
  );
}

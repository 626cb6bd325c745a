import type { ReactNode } from 'react';
import { useFormat } from '#web/kit/figure/use-format.ts';

export interface Part {
  key: string;
  label: string;
  value: number;
  /** A colour role. */
  colour: string;
  mark?: ReactNode;
}

/** Parts of a whole in one line, each with its shape, word and number under it. */
export function CompositionBar({ label, parts }: { label: string; parts: readonly Part[] }) {
  const format = useFormat();
  const whole = parts.reduce((sum, part) => sum + part.value, 0);
  const words = parts.map((part) => `${part.label} ${format.count(part.value)}`).join(', ');
  return (
    <div className="stack">
      <div className="composition" role="img" aria-label={`${label}: ${words}`}>
        {parts.filter((part) => part.value > 0).map((part) => (
          <span key={part.key} title={`${part.label} ${format.count(part.value)}`} style={{ flexGrow: part.value / whole, background: part.colour }} />
        ))}
      </div>
      <ul className="legend">
        {parts.map((part) => (
          <li key={part.key} className="legend-item">
            {part.mark ?? <span className="legend-swatch" style={{ background: part.colour }} />}
            {part.label} <b>{format.count(part.value)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

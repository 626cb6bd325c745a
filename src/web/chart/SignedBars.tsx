import { useFormat } from '#web/kit/figure/use-format.ts';

export interface SignedBar {
  key: string;
  label: string;
  /** Null is written as a dash and draws no bar. */
  value: number | null;
  text: string;
}

/** Bars to both sides of zero with the number at the end: parts of a growth that may pull against each other. */
export function SignedBars({ label, bars }: { label: string; bars: readonly SignedBar[] }) {
  const format = useFormat();
  const most = Math.max(1e-12, ...bars.map(({ value }) => Math.abs(value ?? 0)));
  return (
    <ul className="signed-bars" aria-label={label}>
      {bars.map(({ key, label: name, value, text }) => (
        <li key={key}>
          <span className="cut" title={name}>{name}</span>
          <span className="signed-track" aria-hidden="true">
            <span className={(value ?? 0) < 0 ? 'signed-bar signed-down' : 'signed-bar signed-up'} style={{ width: `${(Math.abs(value ?? 0) / most) * 50}%`, [(value ?? 0) < 0 ? 'right' : 'left']: '50%' }} />
          </span>
          <span className="number" title={value === null ? undefined : format.decimal(String(value))}>{value === null ? '—' : text}</span>
        </li>
      ))}
    </ul>
  );
}

import { useId } from 'react';

/** A labelled choice of a few; what may not be chosen says why. */
export function Choice({ label, value, options, onChange, none }: { label: string; value: string; options: readonly { value: string; label: string; refused?: string | null }[]; onChange: (value: string) => void; none?: string }) {
  const id = useId();
  return (
    <span className="choice-field">
      <label className="small quiet" htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={Boolean(option.refused)}>{option.refused ? `${option.label} — ${option.refused}` : option.label}</option>
        ))}
      </select>
    </span>
  );
}

import { useEffect, useState } from 'react';

interface NumberInputProps {
  label: string;
  value: number | null;
  min?: number;
  max?: number;
  /** An empty field means null. */
  optional?: boolean;
  onChange: (value: number | null) => void;
}

/** A number as it is typed; what is none, or outside its bounds, is marked and not taken over. */
export function NumberInput({ label, value, min = -1e15, max = 1e15, optional = false, onChange }: NumberInputProps) {
  const shown = value === null ? '' : String(Number(value.toPrecision(12)));
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped((before) => (before.trim() !== '' && Number(before) === value ? before : shown)), [shown, value]);
  const read = (words: string): number | null | undefined => {
    if (words.trim() === '') return optional ? null : undefined;
    const number = Number(words);
    return Number.isFinite(number) && number >= min && number <= max ? number : undefined;
  };
  const wrong = read(typed) === undefined;
  return (
    <input
      className="input input-number"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={wrong || undefined}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        const number = read(event.target.value);
        if (number !== undefined) onChange(number);
      }}
      onBlur={() => (wrong ? setTyped(shown) : undefined)}
    />
  );
}

/** A number with its name before it. */
export function NumberSetting({ small = false, ...input }: NumberInputProps & { small?: boolean }) {
  return <label className={small ? 'setting small' : 'setting'}><span>{input.label}</span><NumberInput {...input} /></label>;
}

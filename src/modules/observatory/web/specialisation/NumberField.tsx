import { useEffect, useId, useState } from 'react';

const shape = /^\d{1,12}(\.\d{1,6})?$/;

/** A number in the address: taken when typing pauses or the field is left; what is no number is not taken. */
export function NumberField({ label, value, onChange, width = 88 }: { label: string; value: string; onChange: (value: string) => void; width?: number }) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const isWrong = draft !== '' && !shape.test(draft);
  useEffect(() => {
    if (draft === value || isWrong) return;
    const timer = setTimeout(() => onChange(draft), 500);
    return () => clearTimeout(timer);
  }, [draft, value, isWrong, onChange]);
  return (
    <span className="number-field">
      <label className="small quiet" htmlFor={id}>{label}</label>
      <input id={id} className="input" style={{ width }} inputMode="decimal" value={draft} aria-invalid={isWrong || undefined} onChange={(event) => setDraft(event.target.value.trim())} />
    </span>
  );
}

import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';

interface Props {
  label: string;
  /** Word for word as the file has it. */
  original: string;
  fixed: string | undefined;
  busy: boolean;
  /** Null goes back to what the file says. */
  save: (value: string | null) => void;
  replaceAll: (from: string, to: string) => void;
  close: () => void;
}

/** Writes over one cell, or over the same word in the whole column. Enter saves and goes down, Escape leaves it. */
export function CellEditor({ label, original, fixed, busy, save, replaceAll, close }: Props) {
  const text = useText();
  const before = fixed ?? original;
  const [value, setValue] = useState(before);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      if (value === before) close();
      else if (!busy) save(value);
    }
  };
  return (
    <div className="cell-editor" onKeyDown={onKeyDown}>
      <input className="input" autoFocus aria-label={label} value={value} maxLength={10_000} onChange={(event) => setValue(event.target.value)} onFocus={(event) => event.target.select()} />
      <span className="row row-wrap">
        <Button kind="primary" size="small" busy={busy} missing={value === before ? text('intake.cell.unchanged') : undefined} onClick={() => save(value)}>{text('intake.cell.save')}</Button>
        <Button size="small" busy={busy} missing={value === before ? text('intake.cell.unchanged') : undefined} onClick={() => replaceAll(before, value)}>
          {before.trim() === '' ? text('intake.cell.everywhereEmpty') : text('intake.cell.everywhere', { value: before.length > 20 ? `${before.slice(0, 20)}…` : before })}
        </Button>
        {fixed === undefined ? null : <Button size="small" kind="quiet" busy={busy} onClick={() => save(null)}>{text('intake.cell.back')}</Button>}
        <Button size="small" kind="quiet" onClick={close}>{text('intake.cancel')}</Button>
      </span>
    </div>
  );
}

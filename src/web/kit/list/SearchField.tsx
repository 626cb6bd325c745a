import { useEffect, useState } from 'react';
import { Icon } from '#web/kit/icon/Icon.tsx';

/** Waits for a pause in typing, and never cuts a word that an input method is still composing. */
export function SearchField({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const [draft, setDraft] = useState(value);
  const [composing, setComposing] = useState(false);
  useEffect(() => setDraft(value), [value]);
  useEffect(() => {
    if (composing || draft === value) return;
    const timer = setTimeout(() => onChange(draft.trim()), 250);
    return () => clearTimeout(timer);
  }, [draft, composing, value, onChange]);
  return (
    <label className="search-field">
      <Icon name="search" size={14} />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
    </label>
  );
}

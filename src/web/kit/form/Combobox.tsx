import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';

export interface ComboboxOption {
  value: string;
  label: string;
  detail?: string;
}

export interface ComboboxProps {
  id?: string;
  name?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
  'aria-label'?: string;
  value: string | null;
  known?: ComboboxOption | null;
  find: (words: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>;
  onChange: (option: ComboboxOption | null) => void;
  placeholder?: string;
}

function useOptions(words: string, open: boolean, find: ComboboxProps['find']) {
  const [state, setState] = useState<{ options: readonly ComboboxOption[]; busy: boolean }>({ options: [], busy: false });
  const latest = useRef(find);
  latest.current = find;
  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    setState((before) => ({ ...before, busy: true }));
    const timer = setTimeout(() => {
      latest
        .current(words.trim(), stop.signal)
        .then((options) => setState({ options, busy: false }))
        .catch(() => (stop.signal.aborted ? undefined : setState({ options: [], busy: false })));
    }, 180);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [words, open]);
  return state;
}

/** Type to find, arrows to choose, Enter to take. The list comes from the server or from memory alike. */
export function Combobox({ value, known, find, onChange, placeholder, ...field }: ComboboxProps) {
  const text = useText();
  const list = useId();
  const [taken, setTaken] = useState<ComboboxOption | null>(known ?? null);
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { options, busy } = useOptions(words, open, find);
  const shown = value === null ? '' : taken?.value === value ? taken.label : known?.value === value ? known.label : value;
  const take = (option: ComboboxOption | null) => {
    setTaken(option);
    setOpen(false);
    setWords('');
    onChange(option);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setOpen(true);
      setAt((now) => (options.length === 0 ? 0 : (now + step + options.length) % options.length));
    }
    if (event.key === 'Enter' && open) {
      event.preventDefault();
      const option = options[at];
      if (option) take(option);
    }
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      event.preventDefault();
      setOpen(false);
    }
  };
  return (
    <span className="combobox">
      <span className="input-holder">
        <input
          {...field}
          className="input"
          role="combobox"
          autoComplete="off"
          aria-expanded={open}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={open && options[at] ? `${list}-${at}` : undefined}
          placeholder={placeholder ?? text('web.form.find')}
          value={open ? words : shown}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(0);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKey}
        />
        {value !== null ? <IconButton icon="cross" size={14} label={text('web.form.clear')} onClick={() => take(null)} /> : null}
      </span>
      <span id={list} role="listbox" aria-label={text('web.search.results')} className="combobox-list" hidden={!open}>
        {options.map((option, index) => (
          <span
            key={option.value}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            className="combobox-option"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
          >
            <span>{option.label}</span>
            {option.detail ? <span className="small quiet">{option.detail}</span> : null}
          </span>
        ))}
        {options.length === 0 ? <span className="combobox-option quiet" role="option" aria-selected="false" aria-disabled="true">{busy ? text('web.form.finding') : text('web.form.nothing')}</span> : null}
      </span>
    </span>
  );
}

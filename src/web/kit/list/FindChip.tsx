import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import type { ComboboxOption } from '#web/kit/form/Combobox.tsx';
import { Popover } from '#web/kit/Popover.tsx';

/** Words in, options out. */
export type Find = (words: string, signal: AbortSignal) => Promise<ComboboxOption[]>;

export interface FindChipProps {
  label: string;
  find: Find;
  value: string | undefined;
  /** Words of the chosen value. */
  known: ComboboxOption | null;
  onChange: (value: string | undefined) => void;
}

/** A filter over more choices than fit a list: type to find. */
export function FindChip({ label, find, value, known, onChange }: FindChipProps) {
  const text = useText();
  return (
    <span className={value ? 'chip chip-on' : 'chip'}>
      <Popover
        label={label}
        width={280}
        trigger={(props) => (
          <button type="button" className="chip-body" {...props}>
            {value ? text('web.filter.is', { label, value: known?.label ?? value }) : label}
            {value ? null : <Icon name="down" size={12} />}
          </button>
        )}
      >
        {(close) => (
          <Choices
            label={label}
            find={find}
            value={value}
            onTake={(taken) => {
              onChange(taken);
              close();
            }}
          />
        )}
      </Popover>
      {value ? (
        <button type="button" className="chip-remove" aria-label={text('web.filter.removeOf', { label })} onClick={() => onChange(undefined)}>
          <Icon name="cross" size={12} />
        </button>
      ) : null}
    </span>
  );
}

function Choices({ label, find, value, onTake }: { label: string; find: Find; value: string | undefined; onTake: (value: string) => void }) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed.trim());
  const query = useQuery({ queryKey: ['find', label, words], queryFn: ({ signal }) => find(words, signal), staleTime: 60_000, placeholderData: (before) => before });
  const options = query.data ?? [];
  return (
    <span className="choices">
      <input type="search" className="input" aria-label={text('web.filter.find')} placeholder={text('web.filter.find')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      {options.map((option) => (
        <button key={option.value} type="button" className="menu-item" aria-pressed={option.value === value} onClick={() => onTake(option.value)}>
          <span className="grow cut" style={{ textAlign: 'start' }}>{option.label}</span>
          {option.detail ? <span className="small quiet cut">{option.detail}</span> : null}
        </button>
      ))}
      {options.length === 0 ? <span className="small quiet" role="status" style={{ padding: '4px 8px' }}>{query.error ? text('web.state.error') : query.isFetching ? text('web.form.finding') : text('web.form.nothing')}</span> : null}
    </span>
  );
}

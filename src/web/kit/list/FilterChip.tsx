import { useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Popover } from '#web/kit/Popover.tsx';

export interface FilterOption {
  value: string;
  label: string;
  count?: number;
}

export interface FilterChipProps {
  label: string;
  options: readonly FilterOption[];
  chosen: readonly string[];
  onChange: (values: string[]) => void;
  /** One value at a time. */
  single?: boolean;
}

/** A chip that opens its choices; while it filters it shows them and can be taken off. */
export function FilterChip({ label, options, chosen, onChange, single = false }: FilterChipProps) {
  const text = useText();
  const [find, setFind] = useState('');
  const names = chosen.map((value) => options.find((option) => option.value === value)?.label ?? value);
  const summary = names.length > 2 ? text('web.filter.several', { label, count: names.length }) : names.length > 0 ? text('web.filter.is', { label, value: names.join(text('web.listComma')) }) : label;
  const flip = (value: string) => onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : single ? [value] : [...chosen, value]);
  return (
    <span className={chosen.length > 0 ? 'chip chip-on' : 'chip'}>
      <Popover
        label={label}
        width={260}
        trigger={(props) => (
          <button type="button" className="chip-body" {...props}>
            {summary}
            {chosen.length > 0 ? null : <Icon name="down" size={12} />}
          </button>
        )}
      >
        {() => (
          <span className="choices">
            {options.length > 8 ? <input type="search" className="input" aria-label={text('web.filter.find')} placeholder={text('web.filter.find')} value={find} onChange={(event) => setFind(event.target.value)} /> : null}
            {options
              .filter((option) => option.label.toLowerCase().includes(find.toLowerCase()))
              .slice(0, 200)
              .map((option) => (
                <label key={option.value} className="choice">
                  <input type={single ? 'radio' : 'checkbox'} checked={chosen.includes(option.value)} onChange={() => flip(option.value)} />
                  <span className="grow">{option.label}</span>
                  {option.count === undefined ? null : <span className="quiet">{option.count}</span>}
                </label>
              ))}
          </span>
        )}
      </Popover>
      {chosen.length > 0 ? (
        <button type="button" className="chip-remove" aria-label={text('web.filter.removeOf', { label })} onClick={() => onChange([])}>
          <Icon name="cross" size={12} />
        </button>
      ) : null}
    </span>
  );
}

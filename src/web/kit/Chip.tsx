import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Icon } from './icon/Icon.tsx';

/** A filter that is on can be taken off; a filter that is off is a plain toggle. */
export function Chip({ on, children, onClick, onRemove }: { on: boolean; children: ReactNode; onClick?: () => void; onRemove?: () => void }) {
  const text = useText();
  return (
    <span className={on ? 'chip chip-on' : 'chip'}>
      <button type="button" className="chip-body" aria-pressed={onRemove ? undefined : on} onClick={onClick ?? onRemove}>{children}</button>
      {on && onRemove ? (
        <button type="button" className="chip-remove" aria-label={text('web.filter.remove')} onClick={onRemove}>
          <Icon name="cross" size={12} />
        </button>
      ) : null}
    </span>
  );
}

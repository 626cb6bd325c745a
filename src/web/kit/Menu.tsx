import type { ReactNode } from 'react';
import { PageLink } from '#web/router/PageLink.tsx';
import { Icon } from './icon/Icon.tsx';
import type { IconName } from './icon/paths.ts';
import { Popover } from './Popover.tsx';
import type { PopoverProps } from './Popover.tsx';

export interface MenuItem {
  key: string;
  label: ReactNode;
  icon?: IconName;
  /** Ticked among its likes: the language, the theme, the space in use. */
  on?: boolean;
  href?: string;
  onSelect?: () => void;
  /** A line above this item. */
  divided?: boolean;
}

export function Menu({ items, head, ...rest }: { items: readonly MenuItem[]; head?: ReactNode } & Omit<PopoverProps, 'children'>) {
  return (
    <Popover {...rest}>
      {(close) => (
        <span className="menu">
          {head ? <span className="menu-head">{head}</span> : null}
          {items.map((item) => {
            const body = (
              <>
                <span className="menu-icon">{item.on ? <Icon name="check" size={14} /> : item.icon ? <Icon name={item.icon} size={16} /> : null}</span>
                {item.label}
              </>
            );
            const className = item.divided ? 'menu-item menu-divided' : 'menu-item';
            return item.href ? (
              <PageLink key={item.key} className={className} href={item.href} onClick={close}>{body}</PageLink>
            ) : (
              <button
                key={item.key}
                type="button"
                className={className}
                aria-pressed={item.on}
                onClick={() => {
                  close();
                  item.onSelect?.();
                }}
              >
                {body}
              </button>
            );
          })}
        </span>
      )}
    </Popover>
  );
}

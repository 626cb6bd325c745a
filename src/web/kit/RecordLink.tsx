import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { PageLink } from '#web/router/PageLink.tsx';
import { Icon } from './icon/Icon.tsx';
import { iconPaths } from './icon/paths.ts';
import type { IconName } from './icon/paths.ts';

export interface RecordCard {
  state?: ReactNode;
  place?: string;
  figure?: ReactNode;
}

export interface RecordLinkProps {
  /** Kind of record; also its icon: `organisation`, `cluster`, `territory`. */
  kind: string;
  href: string;
  name: string;
  /** What the hover card says besides the name. */
  card?: RecordCard;
  /** Shows the kind's icon before the name. */
  marked?: boolean;
}

const delay = 300;
const cardRoom = 260;

/** The same link and the same card to a record everywhere. */
export function RecordLink({ kind, href, name, card, marked = false }: RecordLinkProps) {
  const holder = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState<{ top: number; left: number } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const icon: IconName = kind in iconPaths ? (kind as IconName) : 'document';
  const soon = () => {
    timer.current = setTimeout(() => {
      const box = holder.current?.getBoundingClientRect();
      if (box) setShown({ top: box.bottom + 4, left: Math.min(box.left, window.innerWidth - cardRoom) });
    }, delay);
  };
  const gone = () => {
    clearTimeout(timer.current);
    setShown(null);
  };
  return (
    <span ref={holder} className="popover-holder" onPointerEnter={card ? soon : undefined} onPointerLeave={gone} onFocus={card ? soon : undefined} onBlur={gone} onKeyDown={(event) => (event.key === 'Escape' ? gone() : undefined)}>
      <PageLink className="record-link" href={href}>
        {marked ? <Icon name={icon} size={16} /> : null}
        <span>{name}</span>
      </PageLink>
      {card && shown ? (
        <span className="popover popover-loose" role="tooltip" popover="manual" ref={(card) => card?.showPopover()} style={shown}>
          <span className="record-card">
            <span className="row"><Icon name={icon} size={16} /><strong>{name}</strong></span>
            {card.state ? <span>{card.state}</span> : null}
            {card.place ? <span className="small muted">{card.place}</span> : null}
            {card.figure ? <span className="small">{card.figure}</span> : null}
          </span>
        </span>
      ) : null}
    </span>
  );
}

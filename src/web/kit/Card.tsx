import { useId } from 'react';
import type { ReactNode } from 'react';

export interface CardProps {
  title?: ReactNode;
  /** Quiet words beside the title: a count, a check that adds up. */
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** One sentence under the body: what it shows and what it leaves out. */
  caption?: ReactNode;
  /** Body without padding: tables, maps, lists. */
  flush?: boolean;
  level?: 2 | 3;
}

export function Card({ title, note, actions, children, caption, flush = false, level = 2 }: CardProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="card" aria-labelledby={title ? id : undefined}>
      {title ? (
        <header className="card-head">
          <Heading id={id}>{title}</Heading>
          {note ? <span className="card-note">{note}</span> : null}
          {actions ? <span className="card-actions">{actions}</span> : null}
        </header>
      ) : null}
      <div className={flush ? 'card-flush' : 'card-body'}>{children}</div>
      {caption ? <p className="caption">{caption}</p> : null}
    </section>
  );
}

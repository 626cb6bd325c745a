import type { ReactNode } from 'react';
import { StateTitle } from './StateTitle.tsx';

/** Says what will be here, offers one main action and at most one link. */
export function EmptyState({ title, children, action, link }: { title: string; children?: ReactNode; action?: ReactNode; link?: ReactNode }) {
  return (
    <div className="state">
      <StateTitle>{title}</StateTitle>
      {children ? <div className="state-text">{children}</div> : null}
      {action || link ? <div className="state-actions">{action}{link}</div> : null}
    </div>
  );
}

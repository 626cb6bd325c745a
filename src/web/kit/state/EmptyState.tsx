import type { ReactNode } from 'react';

/** Says what will be here, offers one main action and at most one link. */
export function EmptyState({ title, children, action, link }: { title: string; children?: ReactNode; action?: ReactNode; link?: ReactNode }) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {children ? <div className="state-text">{children}</div> : null}
      {action || link ? <div className="state-actions">{action}{link}</div> : null}
    </div>
  );
}

import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { StateTitle } from './StateTitle.tsx';

/** Names the thing only when the reader may know of it; says who can grant it. */
export function NoPermission({ thing, granter, action }: { thing?: string; granter?: string; action?: ReactNode }) {
  const text = useText();
  return (
    <div className="state">
      <StateTitle>
        <Icon name="lock" size={18} /> {thing ? text('web.state.noPermission.of', { thing }) : text('web.state.noPermission')}
      </StateTitle>
      <div className="state-text">{granter ? text('web.state.granter.named', { granter }) : text('web.state.granter')}</div>
      {action ? <div className="state-actions">{action}</div> : null}
    </div>
  );
}

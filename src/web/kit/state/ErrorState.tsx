import type { Problem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { CopyText } from './CopyText.tsx';
import { problemText } from './problem-text.ts';
import { StateTitle } from './StateTitle.tsx';

export interface ErrorStateProps {
  /** What was being read: `成员名单`. */
  what?: string;
  problem: Problem;
  retry?: () => void;
}

/** What failed, how to try again, and the number to give to support. The rest of the page stays. */
export function ErrorState({ what, problem, retry }: ErrorStateProps) {
  const text = useText();
  return (
    <div className="state state-error" role="alert">
      <StateTitle>
        <Icon name="warning" size={18} /> {what ? text('web.state.error.of', { what }) : text('web.state.error')}
      </StateTitle>
      <div className="state-text">{problemText(problem, text)}</div>
      <div className="state-actions">
        {retry ? <Button icon="refresh" onClick={retry}>{text('web.state.retry')}</Button> : null}
        {problem.reference ? <CopyText label={text('web.state.reference')} value={problem.reference} /> : null}
      </div>
    </div>
  );
}

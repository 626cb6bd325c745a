import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from './Button.tsx';
import { Tag } from './Tag.tsx';
import type { Tone } from './Tag.tsx';

export interface JobRowProps {
  name: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  /** `读取 3 / 8 个工作表` */
  step?: string;
  /** 0 to 1; left out when unknown. */
  progress?: number;
  /** Time left as a range, in words. */
  timeLeft?: string;
  /** What changed, or what was kept and why it failed. */
  outcome?: string;
  resultHref?: string;
  onCancel?: () => void;
  onRetry?: () => void;
}

const tones: Record<JobRowProps['state'], Tone> = { waiting: 'neutral', running: 'brand', done: 'positive', failed: 'critical', cancelled: 'neutral' };

export function JobRow({ name, state, step, progress, timeLeft, outcome, resultHref, onCancel, onRetry }: JobRowProps) {
  const text = useText();
  const open = state === 'waiting' || state === 'running';
  return (
    <div className="job">
      <div className="row row-wrap">
        <strong>{name}</strong>
        <Tag tone={tones[state]}>{text(`web.job.${state}`)}</Tag>
        <span className="push row">
          {open && onCancel ? <Button size="small" onClick={onCancel}>{text('web.job.cancel')}</Button> : null}
          {(state === 'failed' || state === 'cancelled') && onRetry ? <Button size="small" onClick={onRetry}>{text('web.job.retry')}</Button> : null}
          {state === 'done' && resultHref ? <ButtonLink size="small" href={resultHref}>{text('web.job.result')}</ButtonLink> : null}
        </span>
      </div>
      {open && progress !== undefined ? (
        <div className="row">
          <span className="progress" role="progressbar" aria-label={name} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(progress * 100)}>
            <span style={{ width: `${progress * 100}%` }} />
          </span>
        </div>
      ) : null}
      <p className="small quiet" role="status">{[step, timeLeft, outcome, open ? text('web.job.leave') : null].filter(Boolean).join(' · ')}</p>
    </div>
  );
}

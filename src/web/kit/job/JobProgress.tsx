import { cancelJobRoute, getJob, retryJobRoute } from '#modules/system/system.contract.ts';
import type { Job } from '#modules/system/system.schema.ts';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { JobRow } from '../JobRow.tsx';
import { Loaded } from '../state/Loaded.tsx';

const isOpen = (job: Job): boolean => job.state === 'waiting' || job.state === 'running';

/** Long work that was just started: how far it is, how long it may take, its result. Whoever started it may leave the page. */
export function JobProgress({ jobId }: { jobId: string }) {
  const query = useRoute(getJob, { params: { jobId } }, { staleTime: 0, readAgain: (job) => (isOpen(job) ? 700 : false) });
  return <Loaded query={query} lines={2}>{(job) => <JobLine job={job} />}</Loaded>;
}

/** One job with what its reader may do to it. */
export function JobLine({ job, showPerson = false }: { job: Job; showPerson?: boolean }) {
  const text = useText();
  const both = useBilingual();
  const words = useJobWords();
  const cancel = useWrite(cancelJobRoute);
  const retry = useWrite(retryJobRoute);
  const params = { jobId: job.id };
  const problem = cancel.error ?? retry.error;
  return (
    <JobRow
      name={both(job.title)}
      state={job.state}
      {...(isOpen(job) && job.total ? { progress: Math.min(1, job.done / job.total) } : {})}
      step={words.step(job, showPerson)}
      {...(job.secondsLeft === null ? {} : { timeLeft: words.left(job.secondsLeft) })}
      outcome={problem ? problem.message : job.cancelAsked && isOpen(job) ? text('web.job.stopping') : both(job.failure ?? job.outcome ?? { zh: '', en: '' })}
      {...(job.href ? { resultHref: job.href } : {})}
      {...(job.cancelAsked ? {} : { onCancel: () => cancel.mutate({ params }) })}
      onRetry={() => retry.mutate({ params })}
    />
  );
}

function useJobWords() {
  const text = useText();
  const format = useFormat();
  return {
    step: (job: Job, showPerson: boolean): string => {
      const by = showPerson && job.person ? [job.person.name?.zh ?? job.person.name?.en ?? ''] : [];
      const when = job.finishedAt ? text('web.job.endedAt', { at: format.moment(job.finishedAt) }) : text('web.job.askedAt', { at: format.moment(job.askedAt) });
      const far = isOpen(job) && job.total ? [text('web.job.far', { done: job.done, total: job.total })] : [];
      const again = isOpen(job) && job.tries > 1 ? [text('web.job.try', { count: job.tries })] : [];
      return [...by, when, ...far, ...again].join(' · ');
    },
    /** Rounded up to what a pace can promise. */
    left: (seconds: number): string => (seconds < 60 ? text('web.job.leftSeconds', { count: Math.max(5, Math.ceil(seconds / 5) * 5) }) : text('web.job.leftMinutes', { count: Math.ceil(seconds / 60) })),
  };
}

import { getJob } from '#modules/system/system.contract.ts';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { JobRow } from '#web/kit/JobRow.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { cancelImportStep } from '../intake.contract.ts';
import type { Batch } from '../words/import.schema.ts';

const often = 1500;

/** The step that runs: how far it is, how long it may take, and a way to end it. The page can be left. */
export function BatchProgress({ batch }: { batch: Batch }) {
  const text = useText();
  const bilingual = useBilingual();
  const cancel = useWrite(cancelImportStep);
  const { job } = batch;
  const own = useRoute(getJob, { params: { jobId: job?.id ?? '' } }, { staleTime: 0, enabled: job !== null, readAgain: () => often });
  if (!job) return null;
  const seconds = own.data?.secondsLeft ?? null;
  const left = seconds === null ? null : seconds < 60 ? text('web.job.leftSeconds', { count: Math.max(5, Math.ceil(seconds / 5) * 5) }) : text('web.job.leftMinutes', { count: Math.ceil(seconds / 60) });
  return (
    <section className="card card-body" aria-label={text('intake.progress')}>
      <JobRow
        name={text(`intake.state.${batch.state}`)}
        state={job.total === null ? 'waiting' : 'running'}
        step={bilingual(job.words)}
        {...(job.total ? { progress: Math.min(1, job.done / job.total) } : {})}
        {...(left === null ? {} : { timeLeft: left })}
        {...(cancel.error ? { outcome: problemText(cancel.error, text) } : {})}
        {...(job.cancelling ? {} : { onCancel: () => cancel.mutate({ params: { batchId: batch.id } }) })}
      />
    </section>
  );
}

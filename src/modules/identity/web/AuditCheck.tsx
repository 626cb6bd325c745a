import { useEffect } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { JobProgress } from '#web/kit/job/JobProgress.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { checkAudit } from '../identity.contract.ts';

/** The long way: the verification as a job that goes on when this page is left. */
export function AuditCheck() {
  const check = useWrite(checkAudit, { touches: ['job'] });
  const { mutate, data, error } = check;
  useEffect(() => mutate({}), [mutate]);
  if (error) return <ErrorState problem={error} retry={() => mutate({})} />;
  return data ? <JobProgress jobId={data.jobId} /> : <LoadingSkeleton lines={2} />;
}

import type { Problem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';

/** Nobody writes over what another has changed unseen: the reader is told and may start again from the new record. */
export function ChangedMeanwhile({ problem, form, reload }: { problem: Problem | null; form: FormState; reload: () => void }) {
  const text = useText();
  if (problem?.reason !== 'changedMeanwhile') return null;
  const again = () => {
    form.discard();
    reload();
  };
  return (
    <p className="notice" role="alert">
      {text('registry.cluster.changedMeanwhile')} <Button size="small" onClick={again}>{text('registry.cluster.reload')}</Button>
    </p>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { JobProgress } from '#web/kit/job/JobProgress.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { useGo } from '#web/router/use-search.ts';
import { computeEdition } from '../../../words/scoreboard.contract.ts';
import { uncertaintySchema, variedChoices, type VariedChoice } from '../../../words/scoreboard-choices.schema.ts';
import type { Edition, Scoreboard } from '../../../words/scoreboard.schema.ts';
import { NumberSetting } from './NumberInput.tsx';

const touched = ['scoreboard', 'scoreboardEdition', 'scoreboardRun'];

/** Freezes a run: what is varied, how often, with which seed; then the job that does it. */
export function ComputeDialog({ open, scoreboard, edition, onClose }: { open: boolean; scoreboard: Scoreboard; edition: Edition; onClose: () => void }) {
  const text = useText();
  const [settings, setSettings] = useState(() => uncertaintySchema.parse({}));
  const [jobId, setJobId] = useState<string | null>(null);
  const compute = useWrite(computeEdition, { touches: touched, onDone: (started) => setJobId(started.jobId) });
  const go = useGo();
  const client = useQueryClient();
  const close = () => {
    // What the job has written was not known when it began.
    if (jobId) for (const kind of touched) void client.invalidateQueries({ queryKey: [kind] });
    setJobId(null);
    compute.reset();
    onClose();
  };
  const toResults = () => {
    close();
    go(`/scoreboards/${scoreboard.id}`);
  };
  const number = (key: 'replications' | 'seed' | 'sensitivityPoints', max: number) => (
    <NumberSetting label={text(`observatory.scoreboard.uncertainty.${key}`)} value={settings[key]} min={0} max={max} onChange={(value) => setSettings({ ...settings, [key]: Math.round(value ?? 0) })} />
  );
  const vary = (choice: VariedChoice, on: boolean) => setSettings({ ...settings, vary: variedChoices.filter((one) => (one === choice ? on : settings.vary.includes(one))) });
  return (
    <Dialog
      open={open}
      title={text('observatory.scoreboard.compute')}
      onClose={close}
      actions={
        jobId ? (
          <><Button onClick={close}>{text('web.close')}</Button><Button kind="primary" onClick={toResults}>{text('observatory.scoreboard.toResults')}</Button></>
        ) : (
          <><Button onClick={close}>{text('observatory.scoreboard.cancel')}</Button><Button kind="primary" busy={compute.isPending} onClick={() => compute.mutate({ params: { editionId: edition.id }, body: { uncertainty: settings } })}>{text('observatory.scoreboard.compute.do')}</Button></>
        )
      }
    >
      {jobId ? (
        <JobProgress jobId={jobId} />
      ) : (
        <div className="stack">
          <p>{text('observatory.scoreboard.compute.hint')}</p>
          <fieldset className="stack-tight">
            <legend>{text('observatory.scoreboard.uncertainty.vary')}</legend>
            {variedChoices.map((choice) => <label key={choice} className="check-field"><input type="checkbox" checked={settings.vary.includes(choice)} onChange={(event) => vary(choice, event.target.checked)} /><span>{text(`observatory.scoreboard.varied.${choice}`)}</span></label>)}
          </fieldset>
          {number('replications', 10_000)}
          <NumberSetting label={text('observatory.scoreboard.uncertainty.weightNoise')} value={settings.weightNoise * 100} min={0} max={95} onChange={(value) => setSettings({ ...settings, weightNoise: (value ?? 0) / 100 })} />
          {number('sensitivityPoints', 2048)}
          {number('seed', 4_294_967_295)}
          {compute.error ? <p className="field-error" role="alert">{problemText(compute.error, text)}</p> : null}
        </div>
      )}
    </Dialog>
  );
}

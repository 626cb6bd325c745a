import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { canStep } from '../../words/import.rules.ts';
import type { Batch } from '../../words/import.schema.ts';
import { setImportSource } from '../../words/mapping.contract.ts';
import { SourceChoice } from '../source/SourceChoice.tsx';

/** Where the file comes from, which can be said until the batch is applied, and the batch it follows. */
export function SourceLine({ batch }: { batch: Batch }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const name = useWrite(setImportSource, { touches: ['sourceQuality'], onDone: () => setOpen(false) });
  const may = canStep(batch.state, 'name').allowed;
  return (
    <div className="card card-body source-line">
      <span className="row row-wrap">
        <span className="muted">{text('intake.source.label')}</span>
        {batch.source ? <PageLink href={`/sources/${batch.source.id}`}>{batch.source.title}</PageLink> : <span>{text('intake.source.unsaid')}</span>}
        {may && !open ? <Button kind="quiet" size="small" onClick={() => setOpen(true)}>{text(batch.source ? 'intake.source.change' : 'intake.source.say')}</Button> : null}
        {batch.followsId ? <PageLink href={`/imports/${batch.followsId}`}>{text('intake.follows')}</PageLink> : null}
      </span>
      {open ? (
        <SourceChoice value={batch.source} onChange={(source) => name.mutate({ params: { batchId: batch.id }, body: { sourceId: source?.id ?? null }, ifMatch: batch.version })} />
      ) : null}
      {name.error ? <p role="alert" className="critical">{problemText(name.error, text)}</p> : null}
    </div>
  );
}

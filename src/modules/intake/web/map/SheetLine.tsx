import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { useGo } from '#web/router/use-search.ts';
import type { Batch } from '../../words/import.schema.ts';
import { lastFile, useUpload } from '../start/use-upload.ts';

/** The sheets of a workbook and the one that was read; another one is read from the same file as a batch of its own. */
export function SheetLine({ batch, discard }: { batch: Batch; discard: () => void }) {
  const text = useText();
  const go = useGo();
  const { upload, send } = useUpload((other) => {
    discard();
    go(`/imports/${other.id}`);
  });
  if (batch.sheets.length < 2) return null;
  const file = lastFile(batch.fileName, batch.fileSize);
  const read = (sheet: string) => file && send(file, { target: batch.target, sheet, ...(batch.source ? { sourceId: batch.source.id } : {}), ...(batch.followsId ? { followsId: batch.followsId } : {}) });
  return (
    <p className="card card-body row row-wrap" role="group" aria-label={text('intake.sheet.label')}>
      <span className="muted">{text('intake.sheet.label')}</span>
      {batch.sheets.map(({ name, hidden }) => (
        name === batch.sheet ? <strong key={name}>{name}</strong> : (
          <Button key={name} size="small" busy={upload.step === 'sending'} missing={file ? undefined : text('intake.sheet.again')} onClick={() => read(name)}>
            {hidden ? text('intake.sheet.hidden', { name }) : name}
          </Button>
        )
      ))}
      {upload.step === 'failed' ? <span role="alert" className="critical">{upload.problem.message}</span> : null}
    </p>
  );
}

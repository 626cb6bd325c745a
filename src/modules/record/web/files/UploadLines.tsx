import { useText } from '#web/i18n/use-text.ts';
import { Button, IconButton } from '#web/kit/Button.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { RunningUpload } from './use-uploads.ts';

export interface UploadLinesProps {
  uploads: readonly RunningUpload[];
  cancel: (key: string) => void;
  dismiss: (key: string) => void;
  /** Offered when the name is taken. */
  asVersion: (upload: RunningUpload) => void;
}

export function UploadLines({ uploads, cancel, dismiss, asVersion }: UploadLinesProps) {
  const text = useText();
  if (uploads.length === 0) return null;
  return (
    <ul className="upload-lines" aria-label={text('record.files.uploads')} aria-live="polite">
      {uploads.map((upload) => (
        <li key={upload.key} className="row">
          <span className="grow">
            {upload.file.name}
            {upload.state === 'running' ? <progress max={1} value={upload.share} aria-label={text('record.files.progress', { name: upload.file.name, percent: Math.round(upload.share * 100) })} /> : null}
            {upload.state === 'done' ? <span className="quiet small"> {text('record.files.done')}</span> : null}
            {upload.state === 'cancelled' ? <span className="quiet small"> {text('record.files.cancelled')}</span> : null}
            {upload.problem ? <span className="field-error" role="alert">{problemText(upload.problem, text)}</span> : null}
          </span>
          {upload.problem?.reason === 'fileNameTaken' ? <Button size="small" onClick={() => asVersion(upload)}>{text('record.files.asVersion')}</Button> : null}
          {upload.state === 'running' ? (
            <IconButton icon="cross" label={text('record.files.cancel', { name: upload.file.name })} onClick={() => cancel(upload.key)} />
          ) : (
            <IconButton icon="cross" label={text('record.files.dismiss', { name: upload.file.name })} onClick={() => dismiss(upload.key)} />
          )}
        </li>
      ))}
    </ul>
  );
}

import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { LevelNote } from '#web/kit/form/LevelNote.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { useGo } from '#web/router/use-search.ts';
import type { ImportLimits } from '../../words/read.schema.ts';
import { useUpload } from './use-upload.ts';
import type { FileFor } from './use-upload.ts';
import '../intake.css';

export const sizeText = (bytes: number): string => (bytes >= 1024 ** 3 ? `${Number((bytes / 1024 ** 3).toFixed(1))} GB` : `${Math.round(bytes / 1024 ** 2)} MB`);

/** A place to drop a file on, and a button that does the same. What the server refuses is said here, and nothing is kept. */
export function FileDrop({ limits, second = false, ...about }: FileFor & { limits: ImportLimits; second?: boolean }) {
  const text = useText();
  const go = useGo();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const { upload, send, cancel } = useUpload((batch) => go(`/imports/${batch.id}`));
  const size = sizeText(limits.bytes);
  const take = (file: File | undefined) => {
    if (!file) return;
    setTooLarge(file.size > limits.bytes ? file.name : null);
    if (file.size <= limits.bytes) send(file, about);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <section
      className={over ? 'drop drop-over' : 'drop'}
      aria-label={text('intake.drop.title')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {upload.step === 'sending' ? (
        <>
          <p className="state-title" aria-live="polite">{upload.percent < 100 ? text('intake.drop.sending', { name: upload.name, percent: String(upload.percent) }) : text('intake.drop.reading', { name: upload.name })}</p>
          <progress className="drop-progress" aria-label={upload.name} max={100} {...(upload.percent < 100 ? { value: upload.percent } : {})} />
          <Button onClick={cancel}>{text('intake.drop.cancel')}</Button>
        </>
      ) : (
        <>
          <p className="state-title">{text('intake.drop.title')}</p>
          <input ref={input} type="file" hidden accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson,text/csv,application/json" onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }} />
          <Button kind={second ? 'plain' : 'primary'} icon="upload" onClick={() => input.current?.click()}>{text('intake.drop.choose')}</Button>
          <p className="small muted">{text('intake.drop.kinds')}</p>
          <ul className="drop-limits small muted">
            <li>{text('intake.drop.text', { size })}</li>
            <li>{text('intake.drop.sheet', { size: sizeText(limits.sheetBytes) })}</li>
            <li>{limits.rows === null ? text('intake.drop.columns', { columns: limits.columns }) : text('intake.drop.rows', { rows: limits.rows, columns: limits.columns })}</li>
          </ul>
          <LevelNote files />
        </>
      )}
      {tooLarge ? <p role="alert" className="critical">{text('intake.drop.tooLarge', { name: tooLarge, size })}</p> : null}
      {upload.step === 'failed' ? (
        <div role="alert" className="drop-failed">
          <p className="strong critical">{text('intake.drop.failed')}: {upload.name}</p>
          <p>{problemText(upload.problem, text)}</p>
        </div>
      ) : null}
    </section>
  );
}

import { useRef, useState, type DragEvent } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { filesOf } from './files-of.ts';
import { useManyFiles } from './use-many-files.ts';
import '../intake.css';

export interface DropManyProps {
  title: string;
  hint: string;
  accept: string;
  /** Ends of file names that are taken out of a dropped folder. */
  endings: readonly string[];
  send: (file: File) => Promise<unknown>;
  /** Stems of the routes whose answers are out of date then. */
  touches: readonly string[];
}

/** A place to drop files or a whole folder on, and a button that does the same. */
export function DropMany({ title, hint, accept, endings, send, touches }: DropManyProps) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { state, start, stop, clear } = useManyFiles(send, touches);
  const take = (files: readonly File[]) => {
    const wanted = files.filter((file) => endings.some((ending) => file.name.toLowerCase().endsWith(ending)) && !file.name.startsWith('~$'));
    if (wanted.length > 0) start(wanted);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void filesOf(event.dataTransfer).then(take);
  };
  return (
    <section className={over ? 'drop drop-over' : 'drop'} aria-label={title} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      {state.running ? (
        <>
          <p className="state-title" aria-live="polite">{text('intake.many.sending', { done: state.done, total: state.total })}</p>
          <progress className="drop-progress" aria-label={title} max={state.total} value={state.done} />
          <Button onClick={stop}>{text('intake.drop.cancel')}</Button>
        </>
      ) : (
        <>
          <p className="state-title">{title}</p>
          <input ref={input} type="file" hidden multiple accept={accept} onChange={(event) => { take([...(event.target.files ?? [])]); event.target.value = ''; }} />
          <Button icon="upload" onClick={() => input.current?.click()}>{text('intake.many.choose')}</Button>
          <p className="small muted">{hint}</p>
        </>
      )}
      {state.faults.length > 0 ? (
        <div role="alert" className="drop-failed">
          <p className="strong critical">{text('intake.many.refused', { count: state.faults.length })}</p>
          <ul className="plain-list small">{state.faults.map(({ name, problem }) => <li key={name}><strong>{name}</strong>: {problemText(problem, text)}</li>)}</ul>
          {state.running ? null : <Button size="small" onClick={clear}>{text('intake.many.dismiss')}</Button>}
        </div>
      ) : null}
    </section>
  );
}

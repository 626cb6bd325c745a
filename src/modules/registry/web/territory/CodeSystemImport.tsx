import { useRef, useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { LevelNote } from '#web/kit/form/LevelNote.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { checkReference, importReference } from '../../words/territory.contract.ts';
import { CodeSystemPreview } from './CodeSystemPreview.tsx';
import { saveTemplate } from './code-system-template.ts';

const most = 8_000_000;

/** A file is tried first; only what has no problems left can be taken, all of it or nothing. */
export function CodeSystemImport({ onClose }: { onClose: () => void }) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const check = useWrite(checkReference);
  const take = useWrite(importReference, { touches: ['codeSystem', 'territory', 'industry', 'map'], onDone: onClose });
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    setTooLarge(chosen.size > most);
    if (chosen.size > most) return;
    const content = await chosen.text();
    setFile({ name: chosen.name, text: content });
    take.reset();
    check.mutate({ body: { text: content } });
  };
  const found = file && !check.isPending ? check.data : undefined;
  const ready = found !== undefined && found.problemCount === 0;
  return (
    <Card
      title={text('registry.codeSystem.import')}
      actions={<Button kind="quiet" size="small" onClick={onClose}>{text('registry.codeSystem.leave')}</Button>}
    >
      <div className="stack">
        <p className="muted">{text('registry.codeSystem.import.how')}</p>
        <div className="row row-wrap">
          <input ref={input} type="file" className="visually-hidden" accept=".csv,.json,text/csv,application/json" tabIndex={-1} aria-label={text('registry.codeSystem.choose')} onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = '';
          }} />
          <Button kind={ready ? 'plain' : 'primary'} icon="upload" busy={check.isPending} onClick={() => input.current?.click()}>{file ? text('registry.codeSystem.chooseOther') : text('registry.codeSystem.choose')}</Button>
          <Button icon="download" onClick={saveTemplate}>{text('registry.codeSystem.template')}</Button>
          {file ? <span className="muted">{file.name}</span> : null}
        </div>
        <LevelNote files />
        <div aria-live="polite" className="stack">
          {tooLarge ? <p className="critical">{text('registry.codeSystem.tooLarge')}</p> : null}
          {check.error ? <p className="critical">{problemText(check.error, text)}</p> : null}
          {found ? <CodeSystemPreview check={found} /> : null}
          {take.error ? <p className="critical">{problemText(take.error, text)}</p> : null}
        </div>
        {ready && file ? (
          <p className="row">
            <Button kind="primary" icon="check" busy={take.isPending} onClick={() => take.mutate({ body: { text: file.text } })}>{text('registry.codeSystem.take', { count: found.entryCount })}</Button>
          </p>
        ) : null}
      </div>
    </Card>
  );
}

import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { LevelNote } from '#web/kit/form/LevelNote.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { putYear } from '../calendar.contract.ts';
import type { CalendarYear } from '../calendar.schema.ts';
import { parseDays, writeDays } from './parse-days.ts';

/** The announced arrangement of a year, pasted line by line; it takes the place of what stood there. */
export function ImportYear({ year, onClose }: { year: CalendarYear; onClose: () => void }) {
  const text = useText();
  const [lines, setLines] = useState(() => writeDays(year.days, { holiday: text('calendar.import.word.holiday'), workday: text('calendar.import.word.workday') }));
  const [source, setSource] = useState(year.announced ? year.source : '');
  const put = useWrite(putYear, { onDone: onClose });
  const { days, wrong } = parseDays(lines);
  const missing = wrong.length > 0 ? text('calendar.import.wrong', { lines: wrong.slice(0, 5).join(', ') }) : days.length === 0 ? text('calendar.import.none') : undefined;
  const send = () => put.mutate({ params: { year: year.year }, body: { announced: true, days, ...(source.trim() ? { source: source.trim() } : {}) }, ifMatch: year.version });
  return (
    <Dialog open title={text('calendar.import.title', { year: String(year.year) })} onClose={onClose} width={640} actions={<Button kind="primary" missing={missing} busy={put.isPending} onClick={send}>{text('calendar.import.do', { count: days.length })}</Button>}>
      <div className="stack">
        <div className="field">
          <label className="field-label" htmlFor="import-source">{text('calendar.import.source')}</label>
          <input id="import-source" className="input" value={source} onChange={(event) => setSource(event.target.value)} />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="import-lines">{text('calendar.import.lines')}</label>
          <textarea id="import-lines" className="input" rows={10} value={lines} aria-describedby="import-help" onChange={(event) => setLines(event.target.value)} />
          <p className="field-help" id="import-help">{text('calendar.import.help', { year: String(year.year) })}</p>
        </div>
        <p role="status" className={wrong.length > 0 ? 'field-error' : 'small muted'}>{wrong.length > 0 ? missing : text('calendar.import.read', { count: days.length })}</p>
        <LevelNote />
        {put.error ? <p role="alert" className="field-error">{problemText(put.error, text)}</p> : null}
      </div>
    </Dialog>
  );
}

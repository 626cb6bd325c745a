import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { problemText } from '#web/kit/state/problem-text.ts';
import { canStep } from '../../words/import.rules.ts';
import type { Batch } from '../../words/import.schema.ts';
import { rereadImportFile } from '../../words/mapping.contract.ts';
import { delimiters, encodings } from '../../words/read.schema.ts';

const delimiterWords = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** How the file was read, to be put right where it was read wrongly. */
export function ReadingLine({ batch }: { batch: Batch }) {
  const text = useText();
  const again = useWrite(rereadImportFile);
  if (!canStep(batch.state, 'map').allowed || batch.format === 'json') return null;
  const read = (change: { sheet?: string; encoding?: (typeof encodings)[number]; delimiter?: (typeof delimiters)[number] }) => again.mutate({ params: { batchId: batch.id }, body: change, ifMatch: batch.version });
  const { sheet, sheets, encoding, delimiter } = batch;
  return (
    <div className="card card-body row row-wrap" role="group" aria-label={text('intake.reading.label')} aria-busy={again.isPending}>
      {sheets.length > 0 ? (
        <label className="row">
          <span className="muted">{text('intake.sheet.label')}</span>
          <select className="input" value={sheet ?? ''} disabled={again.isPending} onChange={(event) => read({ sheet: event.target.value })}>
            {sheets.map(({ name, hidden }) => <option key={name} value={name}>{hidden ? text('intake.sheet.hidden', { name }) : name}</option>)}
          </select>
        </label>
      ) : null}
      {encoding ? (
        <label className="row">
          <span className="muted">{text('intake.reading.encoding')}</span>
          <select className="input" value={encoding} disabled={again.isPending} onChange={(event) => read({ encoding: encodings.find((known) => known === event.target.value) ?? encoding })}>
            {encodings.map((known) => <option key={known} value={known}>{known.toUpperCase()}</option>)}
          </select>
        </label>
      ) : null}
      {delimiter ? (
        <label className="row">
          <span className="muted">{text('intake.reading.delimiter')}</span>
          <select className="input" value={delimiter} disabled={again.isPending} onChange={(event) => read({ delimiter: delimiters.find((known) => known === event.target.value) ?? delimiter })}>
            {delimiters.map((known) => <option key={known} value={known}>{text(`intake.delimiter.${delimiterWords[known]}`)}</option>)}
          </select>
        </label>
      ) : null}
      <span className="small quiet">{again.isPending ? text('intake.reading.again') : text('intake.reading.why')}</span>
      {again.error ? <span role="alert" className="critical">{problemText(again.error, text)}</span> : null}
    </div>
  );
}

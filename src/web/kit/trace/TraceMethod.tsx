import type { Trace } from '#platform/figure/figure.schema.ts';
import { saveFile, toCsv } from '#web/api/download.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';

export function TraceMethod({ trace }: { trace: Trace }) {
  const text = useText();
  const bilingual = useBilingual();
  const format = useFormat();
  const { method } = trace;
  const save = () => {
    const head = [...trace.columns.map((column) => bilingual(column.label)), text('web.trace.countedHead'), text('web.trace.why')];
    const rows = trace.rows.map((row) => [...trace.columns.map((column) => row.cells[column.key]), row.counted ? text('web.yes') : text('web.no'), bilingual(row.reason)]);
    const sources = trace.sources.map((source) => [text('web.trace.source'), source.title, source.publisher, source.publishedOn]);
    saveFile(`${trace.figure.key}.csv`, toCsv([[bilingual(trace.figure.label), trace.figure.value, trace.figure.unit, trace.figure.period], ...sources, [], head, ...rows]), 'text/csv');
  };
  return (
    <footer className="trace-foot">
      <p className="quiet small">
        {text('web.trace.method', { id: method.id, version: method.version })}
        {method.computedAt ? ` · ${text('web.trace.computed', { at: format.moment(method.computedAt) })}` : ''}
      </p>
      <Button size="small" icon="download" onClick={save}>CSV</Button>
    </footer>
  );
}

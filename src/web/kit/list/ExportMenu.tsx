import { useState } from 'react';
import type { ExportedList } from '#web/api/client.ts';
import { saveFile, toCsv } from '#web/api/download.ts';
import { isProblem } from '#web/api/problem.ts';
import type { ListAnswer } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Menu } from '#web/kit/Menu.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { ExportDialog, type ExportAsk } from './ExportDialog.tsx';

/** Exports exactly what is shown: these filters, this order, these columns, every page of it. */
export function ExportMenu<Row>({ name, title = name, columns, list }: { name: string; title?: string; columns: readonly Column<Row>[]; list: ListAnswer<Row> }) {
  const text = useText();
  const [note, setNote] = useState<string | null>(null);
  const [ask, setAsk] = useState<ExportAsk | null>(null);
  const read = async (form: 'csv' | 'json'): Promise<ExportedList> => (list.exported ? list.exported.fetch(form) : { items: await list.all() });
  const save = async (form: 'csv' | 'json') => {
    setNote(text('web.export.working'));
    try {
      const { items, ...mark } = await read(form);
      const exported = columns.flatMap((column) => (column.export ? [{ ...column, export: column.export }] : []));
      const head = exported.map((column) => (column.unit ? `${column.label} (${column.unit})` : column.label));
      const cells = (items as Row[]).map((row) => exported.map((column) => column.export(row) ?? null));
      const by = mark.exportedBy === undefined ? [] : [mark.exportedBy, mark.exportedAt ?? ''];
      if (form === 'csv') saveFile(`${name}.csv`, toCsv([by.length > 0 ? [...head, text('web.export.by'), text('web.export.at')] : head, ...cells.map((row) => [...row, ...by])]), 'text/csv');
      else {
        const rows = cells.map((row) => Object.fromEntries(row.map((value, index) => [exported[index]?.key ?? index, value])));
        saveFile(`${name}.json`, JSON.stringify(by.length > 0 ? { ...mark, items: rows } : rows, null, 1), 'application/json');
      }
      setNote(null);
      setAsk(null);
    } catch (error) {
      const asks = isProblem(error, 'exportNeedsApproval') && list.exported;
      setNote(asks ? null : isProblem(error) ? problemText(error, text) : text('web.problem.unexpected'));
      if (asks) setAsk({ view: asks, title, form, rows: list.total ?? list.items.length });
    }
  };
  return (
    <>
      <span role="status" className={note ? 'quiet small' : 'visually-hidden'}>{note}</span>
      <Menu
        label={text('web.export')}
        align="end"
        items={[
          { key: 'csv', label: 'CSV', onSelect: () => void save('csv') },
          { key: 'json', label: 'JSON', onSelect: () => void save('json') },
        ]}
        trigger={(props) => <Button icon="download" {...props}>{text('web.export')}</Button>}
      />
      {ask ? <ExportDialog ask={ask} onClose={() => setAsk(null)} onReady={() => void save(ask.form)} /> : null}
    </>
  );
}

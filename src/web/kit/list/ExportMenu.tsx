import { useState } from 'react';
import { saveFile, toCsv } from '#web/api/download.ts';
import { isProblem } from '#web/api/problem.ts';
import type { ListAnswer } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Menu } from '#web/kit/Menu.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { Column } from '#web/kit/table/column.ts';

/** Exports exactly what is shown: these filters, this order, these columns, every page of it. */
export function ExportMenu<Row>({ name, columns, list }: { name: string; columns: readonly Column<Row>[]; list: ListAnswer<Row> }) {
  const text = useText();
  const [note, setNote] = useState<string | null>(null);
  const save = async (kind: 'csv' | 'json') => {
    setNote(text('web.export.working'));
    try {
      const rows = await list.all();
      const exported = columns.flatMap((column) => (column.export ? [{ ...column, export: column.export }] : []));
      const head = exported.map((column) => (column.unit ? `${column.label} (${column.unit})` : column.label));
      const cells = rows.map((row) => exported.map((column) => column.export(row) ?? null));
      if (kind === 'csv') saveFile(`${name}.csv`, toCsv([head, ...cells]), 'text/csv');
      else saveFile(`${name}.json`, JSON.stringify(cells.map((row) => Object.fromEntries(row.map((value, index) => [exported[index]?.key ?? index, value]))), null, 1), 'application/json');
      setNote(null);
    } catch (error) {
      setNote(isProblem(error) ? problemText(error, text) : text('web.problem.unexpected'));
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
    </>
  );
}

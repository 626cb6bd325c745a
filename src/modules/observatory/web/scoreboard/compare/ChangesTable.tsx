import { textOr, useText } from '#web/i18n/use-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { RunComparison } from '../../../words/scoreboard-run.schema.ts';

type Change = RunComparison['changes'][number];

/** `choices.normalisation.method` → the words of its first parts, then what is left as it is. */
function pathWords(path: string): string {
  const [area = '', field = '', ...rest] = path.split('.');
  if (area === 'choices') return [textOr(`observatory.scoreboard.choices.${field}`, field), ...rest.map((part) => textOr(`observatory.scoreboard.setting.${part}`, part))].join(' · ');
  return [textOr(`observatory.scoreboard.content.${area}`, area), field, ...rest.map((part) => textOr(`observatory.scoreboard.setting.${part}`, part))].filter(Boolean).join(' · ');
}

/** A method in words where it is one, else the text of the value. */
function valueWords(path: string, json: string): string {
  const [area, field = '', part] = path.split('.');
  const value: unknown = JSON.parse(json);
  if (area === 'choices' && typeof value === 'string' && (part === 'method' || field === 'imputation')) return textOr(`observatory.scoreboard.${field}.${value}`, value);
  return typeof value === 'string' ? value : json;
}

export function ChangesTable({ comparison }: { comparison: RunComparison }) {
  const text = useText();
  const columns: Column<Change>[] = [
    { key: 'path', label: text('observatory.scoreboard.compare.what'), fixed: true, cell: (row) => pathWords(row.path) },
    { key: 'from', label: text('observatory.scoreboard.compare.from'), cell: (row) => (row.from === null ? <span className="quiet">—</span> : valueWords(row.path, row.from)) },
    { key: 'to', label: text('observatory.scoreboard.compare.to'), cell: (row) => (row.to === null ? <span className="quiet">—</span> : valueWords(row.path, row.to)) },
  ];
  return <DataTable caption={text('observatory.scoreboard.compare.changes')} columns={columns} rows={comparison.changes.slice(0, 300)} rowKey={(row) => row.path} density="compact" />;
}

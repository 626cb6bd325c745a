import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { Batch, ImportColumn } from '../../words/import.schema.ts';
import type { MappingSuggestion } from '../../words/mapping.schema.ts';

interface Props {
  batch: Batch;
  mapping: readonly (string | null)[];
  suggestion: MappingSuggestion;
  choose: (index: number, field: string | null) => void;
}
type MappedColumn = ImportColumn & { index: number };

export function MappingTable({ batch, mapping, suggestion, choose }: Props) {
  const text = useText();
  const bilingual = useBilingual();
  const whyOf = (index: number): string => {
    const by = suggestion.by[index];
    return by && mapping[index] === suggestion.mapping[index] ? text(`intake.mapping.by.${by}`) : '';
  };
  const share = (filled: number): string => (batch.rowCount === 0 ? '—' : `${Math.round((filled / batch.rowCount) * 100)}%`);
  const columns: Column<MappedColumn>[] = [
    { key: 'name', label: text('intake.mapping.column'), cell: (row) => <strong translate="no">{row.name}</strong>, fixed: true },
    {
      key: 'field',
      label: text('intake.mapping.field'),
      cell: (row) => (
        <>
          <select className="input mapping-field" aria-label={text('intake.mapping.fieldOf', { column: row.name })} value={mapping[row.index] ?? ''} onChange={(event) => choose(row.index, event.target.value || null)}>
            <option value="">{text('intake.mapping.none')}</option>
            {batch.fields.map((field) => (
              <option key={field.key} value={field.key}>{field.required ? text('intake.mapping.required', { field: bilingual(field.label) }) : bilingual(field.label)}</option>
            ))}
          </select>
          <span className="small quiet mapping-why">{whyOf(row.index)}</span>
        </>
      ),
    },
    { key: 'samples', label: text('intake.mapping.samples'), cell: (row) => <span className="muted small">{row.samples.join(' · ')}</span> },
    {
      key: 'filled',
      label: text('intake.mapping.filled'),
      number: true,
      cell: (row) => (
        <span className="mapping-share" title={text('intake.mapping.filledOf', { filled: row.filled, count: batch.rowCount })}>
          <span className="mapping-bar" aria-hidden="true"><span style={{ width: `${(row.filled / Math.max(1, batch.rowCount)) * 100}%` }} /></span>
          {share(row.filled)}
        </span>
      ),
    },
  ];
  return <DataTable caption={text('intake.mapping.title')} columns={columns} rows={batch.columns.map((column, index) => ({ ...column, index }))} rowKey={(row) => String(row.index)} />;
}

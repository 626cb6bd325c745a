import { useState } from 'react';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { Batch, ImportColumn } from '../words/import.schema.ts';
import type { BatchSteps } from './use-batch-steps.ts';

type MappedColumn = ImportColumn & { index: number };

/** Each column of the file and the field it fills; a field chosen anew leaves the column it had. */
export function MappingCard({ batch, steps, done }: { batch: Batch; steps: BatchSteps; done: () => void }) {
  const text = useText();
  const bilingual = useBilingual();
  const format = useFormat();
  const [mapping, setMapping] = useState(batch.mapping);
  const choose = (index: number, field: string | null) => setMapping(mapping.map((before, at) => (at === index ? field : before === field ? null : before)));
  const missing = batch.fields.filter((field) => field.required && !mapping.includes(field.key)).map((field) => bilingual(field.label));
  const columns: Column<MappedColumn>[] = [
    { key: 'name', label: text('intake.mapping.column'), cell: (row) => <strong>{row.name}</strong>, fixed: true },
    {
      key: 'field',
      label: text('intake.mapping.field'),
      cell: (row) => (
        <select className="input mapping-field" aria-label={text('intake.mapping.fieldOf', { column: row.name })} value={mapping[row.index] ?? ''} onChange={(event) => choose(row.index, event.target.value || null)}>
          <option value="">{text('intake.mapping.none')}</option>
          {batch.fields.map((field) => (
            <option key={field.key} value={field.key}>{field.required ? text('intake.mapping.required', { field: bilingual(field.label) }) : bilingual(field.label)}</option>
          ))}
        </select>
      ),
    },
    { key: 'samples', label: text('intake.mapping.samples'), cell: (row) => <span className="muted small">{row.samples.join(' · ')}</span> },
    { key: 'filled', label: text('intake.mapping.filled'), number: true, cell: (row) => format.count(row.filled) },
  ];
  return (
    <Card
      title={text('intake.mapping.title')}
      note={text('intake.mapping.note', { used: mapping.filter((field) => field !== null).length, count: mapping.length })}
      actions={
        <Button kind="primary" busy={steps.busy} missing={missing.length > 0 ? text('intake.mapping.missing', { fields: missing.join(', ') }) : undefined} onClick={() => steps.mapAndCheck(mapping, done)}>
          {text('intake.check')}
        </Button>
      }
      caption={text('intake.mapping.caption')}
      flush
    >
      <DataTable caption={text('intake.mapping.title')} columns={columns} rows={batch.columns.map((column, index) => ({ ...column, index }))} rowKey={(row) => String(row.index)} />
    </Card>
  );
}

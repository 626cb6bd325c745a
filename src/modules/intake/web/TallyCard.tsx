import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Chip } from '#web/kit/Chip.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { tallyImportRows } from '../intake.contract.ts';
import type { Batch } from '../words/import.schema.ts';

const shownValues = 15;

/** Counts in the file as it came, so that its own totals can be compared with what its publisher says. */
export function TallyCard({ batch }: { batch: Batch }) {
  const text = useText();
  const format = useFormat();
  const columnOf = (field: string) => batch.mapping.indexOf(field);
  const [by, setBy] = useState(Math.max(0, columnOf('city')));
  const [where, setWhere] = useState<number | null>(columnOf('country') >= 0 ? columnOf('country') : null);
  const [typed, setTyped] = useState<string | null>(null);
  const [filled, setFilled] = useState<number[]>(['city', 'industryLabel'].map(columnOf).filter((index) => index >= 0));
  const params = { batchId: batch.id };
  const values = useRoute(tallyImportRows, { params, query: { by: where ?? 0 } }, { enabled: where !== null });
  const options = (values.data?.values ?? []).filter(({ value }) => value !== '').slice(0, 100);
  const whereValue = typed ?? options[0]?.value ?? '';
  const condition = where === null ? {} : { whereColumn: where, whereValue };
  const query = useRoute(tallyImportRows, { params, query: { by, ...condition, ...(filled.length > 0 ? { filled: filled.join(',') } : {}) } }, { keepPrevious: true, enabled: where === null || values.data !== undefined });
  const columnOptions = batch.columns.map((column, index) => <option key={column.name} value={index}>{column.name}</option>);
  const usual = batch.mapping.flatMap((field, index) => (field === null ? [] : [index]));
  return (
    <Card title={text('intake.tally.title')} caption={text('intake.tally.caption')}>
      <div className="stack">
        <div className="tally-controls">
          <label className="row">{text('intake.tally.by')} <select className="input" value={by} onChange={(event) => setBy(Number(event.target.value))}>{columnOptions}</select></label>
          <label className="row">
            {text('intake.tally.where')}{' '}
            <select className="input" value={where ?? ''} onChange={(event) => {
              setTyped(null);
              setWhere(event.target.value === '' ? null : Number(event.target.value));
            }}>
              <option value="">{text('intake.tally.anything')}</option>
              {columnOptions}
            </select>
          </label>
          {where === null ? null : (
            <label className="row">
              {text('intake.tally.is')}{' '}
              <select className="input" value={whereValue} onChange={(event) => setTyped(event.target.value)}>{options.map(({ value }) => <option key={value}>{value}</option>)}</select>
            </label>
          )}
          <span className="row row-wrap" role="group" aria-label={text('intake.tally.filled')}>
            {text('intake.tally.filled')}
            {usual.map((index) => (
              <Chip key={index} on={filled.includes(index)} onClick={() => setFilled(filled.includes(index) ? filled.filter((other) => other !== index) : [...filled, index])}><span translate="no">{batch.columns[index]?.name}</span></Chip>
            ))}
          </span>
        </div>
        <Loaded query={query} what={text('intake.tally.title')}>
          {(tally) => (
            <div className="stack">
              <p className="strong" aria-live="polite">{text('intake.tally.sum', { rows: tally.rows, distinct: tally.distinct })}</p>
              <DataTable
                caption={text('intake.tally.title')}
                density="compact"
                columns={[
                  { key: 'value', label: text('intake.tally.value'), cell: (row) => row.value || '—', fixed: true },
                  { key: 'count', label: text('intake.tally.count'), number: true, cell: (row) => format.count(row.count) },
                ]}
                rows={tally.values.slice(0, shownValues)}
                rowKey={(row) => row.value}
                foot={tally.distinct > shownValues ? text('intake.tally.more', { count: tally.distinct - shownValues }) : undefined}
              />
            </div>
          )}
        </Loaded>
      </div>
    </Card>
  );
}

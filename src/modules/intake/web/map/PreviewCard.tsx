import { useRoute } from '#web/api/use-route.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Batch } from '../../words/import.schema.ts';
import { previewImport } from '../../words/mapping.contract.ts';
import { CellText } from '../rows/CellText.tsx';
import { RowStateTag } from '../BatchStateTag.tsx';

interface Props {
  batch: Batch;
  mapping: readonly (string | null)[];
  constants: Readonly<Record<string, string>>;
}

/** The first rows under the mapping as it is chosen now: the cell word for word, what is read out of it, and what is wrong. */
export function PreviewCard({ batch, mapping, constants }: Props) {
  const text = useText();
  const bilingual = useBilingual();
  const said = Object.fromEntries(Object.entries(constants).filter(([, value]) => value.trim() !== ''));
  const query = useRoute(previewImport, { params: { batchId: batch.id }, body: { mapping: [...mapping], constants: said } }, { keepPrevious: true });
  const shown = mapping.flatMap((field, index) => (field === null ? [] : [{ index, field }]));
  const labelOf = (key: string) => bilingual(batch.fields.find((field) => field.key === key)?.label ?? { zh: key, en: key });
  return (
    <Card title={text('intake.preview.title')} note={text('intake.preview.note')} flush>
      <Loaded query={query} what={text('intake.preview.title')}>
        {({ rows, problems }) => (
          <div className={query.isPlaceholderData ? 'updating' : undefined}>
            {problems.map((problem) => <p key={problem.en} className="mapping-line critical">{bilingual(problem)}</p>)}
            <div className="table-holder table-compact table-wide preview-rows" tabIndex={0} role="group" aria-label={text('intake.preview.title')}>
              <table className="table" role="table">
                <caption className="visually-hidden">{text('intake.preview.title')}</caption>
                <thead role="rowgroup">
                  <tr role="row">
                    <th scope="col" role="columnheader" className="number">{text('intake.rows.number')}</th>
                    <th scope="col" role="columnheader">{text('intake.column.state')}</th>
                    {shown.map(({ index, field }) => (
                      <th key={index} scope="col" role="columnheader" translate="no">{batch.columns[index]?.name}<span className="small quiet cell-line">{labelOf(field)}</span></th>
                    ))}
                  </tr>
                </thead>
                <tbody role="rowgroup">
                  {rows.map((row) => (
                    <tr key={row.rowNumber} role="row">
                      <td role="cell" className="number" data-label={text('intake.rows.number')}>{row.rowNumber}</td>
                      <td role="cell" data-label={text('intake.column.state')}>
                        <RowStateTag state={row.state} />
                        {row.reasons.filter(({ field }) => field === null || !mapping.includes(field)).map(({ reason, text: words }) => <span key={reason} className="cell-line small muted">{bilingual(words)}</span>)}
                      </td>
                      {shown.map(({ index, field }) => (
                        <td key={index} role="cell" data-label={labelOf(field)}>
                          <CellText value={row.cells[index] ?? ''} read={row.read.find(({ column }) => column === index)?.value} state={row.state} reasons={row.reasons.filter((reason) => reason.field === field)} />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </div>
        )}
      </Loaded>
    </Card>
  );
}

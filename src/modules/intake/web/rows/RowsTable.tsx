import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Batch, ImportRowView } from '../../words/import.schema.ts';
import { RowStateTag } from '../BatchStateTag.tsx';
import { CellEditor } from './CellEditor.tsx';
import { CellText } from './CellText.tsx';
import { useGrid } from './use-grid.ts';
import type { RowFixes } from './use-row-fixes.ts';

interface Props {
  batch: Batch;
  rows: readonly ImportRowView[];
  fixes: RowFixes;
}

/** Rows word for word, each remark under the cell it is about. While the batch is checked, a cell can be written over. */
export function RowsTable({ batch, rows, fixes }: Props) {
  const text = useText();
  const bilingual = useBilingual();
  const editable = batch.state === 'checked';
  const shown = batch.mapping.flatMap((field, index) => (field === null ? [] : [{ index, field }]));
  const grid = useGrid({ rows: rows.length, columns: shown.length, editable });
  const labelOf = (index: number) => batch.columns[index]?.name ?? '';
  const columnOf = (row: ImportRowView, field: string | null) => (field === null ? undefined : shown.find((column) => column.field === field && row.cells.length > column.index)?.index);
  return (
    <div className="table-holder table-compact table-wide" role="group" aria-label={text('intake.rows.title')}>
      <table className="table rows-table" role="grid" ref={grid.table} onKeyDown={grid.onKeyDown} aria-readonly={!editable}>
        <caption className="visually-hidden">{text('intake.rows.title')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" className="number">{text('intake.rows.number')}</th>
            <th scope="col" role="columnheader">{text('intake.column.state')}</th>
            {shown.map(({ index }) => <th key={index} scope="col" role="columnheader" translate="no">{labelOf(index)}</th>)}
            {editable ? <th scope="col" role="columnheader"><span className="visually-hidden">{text('intake.rows.actions')}</span></th> : null}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, at) => (
            <tr key={row.id} role="row" className={row.skipped ? 'row-skipped' : undefined}>
              <td role="gridcell" className="number" data-label={text('intake.rows.number')}>{row.rowNumber}</td>
              <td role="gridcell" data-label={text('intake.column.state')}>
                <RowStateTag state={row.state} />
                <RowRecord row={row} />
                {row.reasons.filter(({ field }) => columnOf(row, field) === undefined).map(({ reason, text: words }) => <span key={reason} className="cell-line small muted">{bilingual(words)}</span>)}
              </td>
              {shown.map(({ index, field }, column) => {
                const fixed = row.fixes.find((each) => each.column === index)?.value;
                const first = shown.find((each) => each.field === field)?.index === index;
                return (
                  <td key={index} role="gridcell" data-label={labelOf(index)} className="grid-cell" {...grid.cell(at, column)}>
                    {grid.isOpen(at, column) ? (
                      <CellEditor
                        label={text('intake.cell.label', { column: labelOf(index), row: row.rowNumber })}
                        original={row.cells[index] ?? ''}
                        fixed={fixed}
                        busy={fixes.busy}
                        save={(value) => fixes.cell(row.rowNumber, index, value, () => grid.close(1))}
                        replaceAll={(from, to) => fixes.replace(index, from, to, () => grid.close())}
                        close={() => grid.close()}
                      />
                    ) : (
                      <CellText value={row.cells[index] ?? ''} fixed={fixed} state={row.state} reasons={first ? row.reasons.filter((reason) => reason.field === field) : []} />
                    )}
                  </td>
                );
              })}
              {editable ? (
                <td role="gridcell" className="row-actions">
                  <Button size="small" kind="quiet" busy={fixes.busy} onClick={() => fixes.skip([row.rowNumber], !row.skipped)}>{text(row.skipped ? 'intake.rows.takeBack' : 'intake.rows.skip')}</Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The record that the row became. */
function RowRecord({ row }: { row: ImportRowView }) {
  const text = useText();
  if (!row.page) return null;
  return <span className="cell-line small"><PageLink href={row.page}>{text('intake.rows.record')}</PageLink></span>;
}

import { useState } from 'react';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import type { Batch, BatchCounts, ImportRowView } from '../../words/import.schema.ts';
import type { RowFixes } from './use-row-fixes.ts';

interface Props {
  batch: Batch;
  reason: BatchCounts['reasons'][number];
  /** The field that the remark is about, as the rows shown say. */
  field: ImportRowView['reasons'][number]['field'];
  fixes: RowFixes;
}

/** All rows with one remark at once: one value for a column of theirs, or leave them out. */
export function ReasonBar({ batch, reason, field, fixes }: Props) {
  const text = useText();
  const bilingual = useBilingual();
  const mapped = batch.mapping.flatMap((key, index) => (key === null ? [] : [{ key, index }]));
  const own = mapped.find(({ key }) => key === field)?.index ?? mapped[0]?.index ?? 0;
  const [chosen, setChosen] = useState<number | null>(null);
  const [value, setValue] = useState('');
  const column = chosen ?? own;
  return (
    <div className="reason-bar row row-wrap" role="group" aria-label={text('intake.bulk.label', { reason: bilingual(reason.label) })}>
      <strong>{text('intake.bulk.rows', { count: reason.count, reason: bilingual(reason.label) })}</strong>
      <label className="row">
        {text('intake.bulk.column')}
        <select className="input" value={column} onChange={(event) => setChosen(Number(event.target.value))}>
          {mapped.map(({ index }) => <option key={index} value={index}>{batch.columns[index]?.name}</option>)}
        </select>
      </label>
      <label className="row">
        {text('intake.bulk.value')}
        <input className="input" value={value} maxLength={10_000} placeholder={text('intake.cell.empty')} onChange={(event) => setValue(event.target.value)} />
      </label>
      <Button size="small" busy={fixes.busy} onClick={() => fixes.everyRowOf(reason.reason, column, value)}>{text('intake.bulk.set', { count: reason.count })}</Button>
      <Button size="small" kind="quiet" busy={fixes.busy} onClick={() => fixes.skipReason(reason.reason)}>{text('intake.bulk.skip', { count: reason.count })}</Button>
    </div>
  );
}

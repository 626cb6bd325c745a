import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import type { ImportRowView } from '../../words/import.schema.ts';

interface Props {
  /** The cell word for word. */
  value: string;
  /** What a person wrote over it. */
  fixed?: string | undefined;
  /** What was read out of it; null where it can't be read, undefined where the cell says it itself. */
  read?: { zh: string; en: string } | null | undefined;
  state: ImportRowView['state'];
  reasons: ImportRowView['reasons'];
}

/** A cell with what was written over it, what was read out of it, and the sentence about it underneath. */
export function CellText({ value, fixed, read, state, reasons }: Props) {
  const text = useText();
  const bilingual = useBilingual();
  const troubled = state === 'rejected' || state === 'warning' || state === 'choose';
  const loud = troubled && reasons.some((reason) => !reason.quiet);
  const tone = state === 'rejected' ? 'critical' : 'warning';
  return (
    <span className={loud ? `cell-marked cell-marked-${tone}` : 'cell-plain'}>
      {fixed === undefined ? (
        <span className="cell-raw">{value}</span>
      ) : (
        <>
          <span className="cell-raw strong">{fixed}</span>
          <span className="cell-line small quiet"><span className="visually-hidden">{text('intake.cell.original')}: </span><s>{value === '' ? text('intake.cell.empty') : value}</s></span>
        </>
      )}
      {read === undefined ? null : <span className="cell-line small">{read === null ? text('intake.cell.unreadable') : text('intake.cell.read', { value: bilingual(read) })}</span>}
      {reasons.map((reason) => <span key={reason.reason} className={`cell-line small ${loud && !reason.quiet ? tone : 'muted'}`}>{bilingual(reason.text)}</span>)}
    </span>
  );
}

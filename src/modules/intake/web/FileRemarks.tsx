import { useText } from '#web/i18n/use-text.ts';
import { useBilingual } from '#web/i18n/names.ts';
import type { Batch } from '../words/import.schema.ts';

/** What reading the file decided on its own, so that nobody wonders where a column or a sheet went. */
export function FileRemarks({ batch }: { batch: Batch }) {
  const text = useText();
  const bilingual = useBilingual();
  if (batch.fileRemarks.length === 0) return null;
  return (
    <section className="card card-body" aria-label={text('intake.fileRemarks')}>
      <strong>{text('intake.fileRemarks')}</strong>
      <ul className="small">
        {batch.fileRemarks.map((remark) => <li key={remark.remark}>{bilingual(remark.text)}</li>)}
      </ul>
    </section>
  );
}

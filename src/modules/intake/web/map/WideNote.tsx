import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import type { Batch } from '../../words/import.schema.ts';

const named = 3;

/** A file that is wide: the headers of many columns are values themselves, and each cell below is one figure. */
export function WideNote({ batch, mapping }: { batch: Batch; mapping: readonly (string | null)[] }) {
  const text = useText();
  const bilingual = useBilingual();
  const wide = batch.fields.filter((field) => field.repeats).flatMap((field) => {
    const headers = batch.columns.filter((_, index) => mapping[index] === field.key).map((column) => column.name);
    return headers.length > 0 ? [{ field, headers }] : [];
  });
  return wide.map(({ field, headers }) => (
    <p key={field.key} className="mapping-line">
      {text('intake.mapping.wide', { count: headers.length, names: headers.slice(0, named).join(text('web.listComma')), field: bilingual(field.label), figures: headers.length * batch.rowCount })}
    </p>
  ));
}

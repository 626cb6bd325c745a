import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import type { Batch } from '../../words/import.schema.ts';

interface Props {
  batch: Batch;
  mapping: readonly (string | null)[];
  constants: Readonly<Record<string, string>>;
  onChange: (constants: Record<string, string>) => void;
}

/** Fields that no column holds and the whole file shares: the unit, the year. */
export function PerFileFields({ batch, mapping, constants, onChange }: Props) {
  const text = useText();
  const bilingual = useBilingual();
  const open = batch.fields.filter((field) => field.perFile && !mapping.includes(field.key));
  if (open.length === 0) return null;
  const say = (key: string, value: string) => {
    const { [key]: _, ...others } = constants;
    onChange(value === '' ? others : { ...others, [key]: value });
  };
  return (
    <fieldset className="mapping-line per-file">
      <legend className="strong">{text('intake.mapping.perFile')}</legend>
      {open.map((field) => (
        <label key={field.key} className="field">
          <span className="field-label">{bilingual(field.label)} {field.required ? null : <span className="quiet">{text('web.form.optional')}</span>}</span>
          <input className="input" value={constants[field.key] ?? ''} maxLength={300} onChange={(event) => say(field.key, event.target.value)} />
        </label>
      ))}
    </fieldset>
  );
}

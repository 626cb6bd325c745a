import { useText } from '#web/i18n/use-text.ts';
import type { FormState } from '#web/kit/form/use-form.ts';
import { promotionFunctions } from '../../../words/cluster.schema.ts';

/** Which of the five shared functions an organisation takes on. */
export function FunctionsField({ form, path }: { form: FormState; path: string }) {
  const text = useText();
  const chosen = form.get(path);
  const held = Array.isArray(chosen) ? promotionFunctions.filter((key) => chosen.includes(key)) : [];
  const toggle = (key: (typeof promotionFunctions)[number], on: boolean) => form.set(path, promotionFunctions.filter((each) => (each === key ? on : held.includes(each))));
  return (
    <fieldset className="field">
      <legend className="field-label">{text('registry.field.functions')}</legend>
      {promotionFunctions.map((key) => (
        <label key={key} className="check-field">
          <input type="checkbox" checked={held.includes(key)} onChange={(event) => toggle(key, event.target.checked)} />
          <span>{text(`registry.promotionFunction.${key}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

import { useText } from '#web/i18n/use-text.ts';
import type { FormState } from '#web/kit/form/use-form.ts';
import { placeFunctions } from '../../words/place.schema.ts';
import { ChoiceSet } from '../facet/ChoiceSet.tsx';

/** What the ground is used for: production, living, ecology. */
export function PlaceFunctionsField({ form }: { form: FormState }) {
  const text = useText();
  return <ChoiceSet form={form} path="functions" label={text('registry.place.functions')} options={placeFunctions.map((value) => ({ value, label: text(`registry.placeFunction.${value}`) }))} />;
}

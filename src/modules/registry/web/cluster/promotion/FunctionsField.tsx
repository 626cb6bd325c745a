import { useText } from '#web/i18n/use-text.ts';
import type { FormState } from '#web/kit/form/use-form.ts';
import { promotionFunctions } from '../../../words/cluster.schema.ts';
import { ChoiceSet } from '../../facet/ChoiceSet.tsx';

/** Which of the five shared functions an organisation takes on. */
export function FunctionsField({ form, path }: { form: FormState; path: string }) {
  const text = useText();
  return <ChoiceSet form={form} path={path} label={text('registry.field.functions')} options={promotionFunctions.map((value) => ({ value, label: text(`registry.promotionFunction.${value}`) }))} />;
}

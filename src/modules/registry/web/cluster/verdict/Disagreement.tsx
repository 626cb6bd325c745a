import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { stringifySearch } from '#web/router/search.ts';
import type { ClassificationVerdict } from '../../../words/classification.schema.ts';
import { useLikelyWords } from './use-likely-words.ts';

interface DisagreementProps {
  form: FormState;
  path: string;
  verdict: ClassificationVerdict;
  /** The name typed so far, taken along when it is entered as a place instead. */
  name: string;
}

/** The rules say it is something else: enter it as that, or say why it stays a cluster. */
export function Disagreement({ form, path, verdict, name }: DisagreementProps) {
  const text = useText();
  const likely = useLikelyWords();
  const place = verdict.likely === 'base' || verdict.likely === 'park' ? verdict.likely : null;
  return (
    <div className="notice notice-form" role="status">
      <p className="row"><Icon name="warning" size={16} /><strong>{likely(verdict)}</strong></p>
      {place ? (
        <p className="row row-wrap">
          <ButtonLink icon={place} href={`/places/new${stringifySearch({ kind: place, name })}`}>{text(`registry.verdict.enterAs.${place}`)}</ButtonLink>
          <span>{text('registry.verdict.orReason')}</span>
        </p>
      ) : null}
      <TextField form={form} path={path} label={text('registry.verdict.reason')} lines={2} help={text('registry.verdict.reason.help')} />
    </div>
  );
}

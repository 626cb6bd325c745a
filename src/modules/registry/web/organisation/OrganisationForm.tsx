import type { Problem } from '#web/api/problem.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { NumberField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { organisationSubtypes, organisationTypes, origins, ownerships, sectors, sizeClasses } from '../../words/organisation.schema.ts';
import type { Organisation, OrganisationType } from '../../words/organisation.schema.ts';
import { useFind, useKnownIndustry, useKnownTerritory } from '../find/find.ts';
import { SitesField } from './SitesField.tsx';
import { TwinsHint } from './TwinsHint.tsx';
import { UsccField } from './UsccField.tsx';
import '../registry.css';

export interface OrganisationFormProps {
  form: FormState;
  organisation?: Organisation;
  problem: Problem | null;
  submit: string;
  cancel: string;
  /** A new record: likely duplicates are shown while the name is typed. */
  fresh?: boolean;
}

export function OrganisationForm({ form, organisation, problem, submit, cancel, fresh = false }: OrganisationFormProps) {
  const text = useText();
  const find = useFind();
  const idOf = (path: string) => (typeof form.get(path) === 'string' ? (form.get(path) as string) : null);
  const territory = useKnownTerritory(idOf('territoryId'));
  const industry = useKnownIndustry(idOf('industryId'));
  const subtypes: readonly string[] = organisationSubtypes[form.get('type') as OrganisationType] ?? [];
  // A sub-type of another type goes when the type changes.
  const typed: FormState = {
    ...form,
    set: (path, value) => {
      form.set(path, value);
      if (path === 'type' && !(organisationSubtypes[value as OrganisationType] as readonly string[] | undefined)?.includes(String(form.get('subtype')))) form.set('subtype', undefined);
    },
  };
  return (
    <Form
      form={form}
      label={submit}
      actions={
        <>
          <ButtonLink href={cancel}>{text('registry.cancel')}</ButtonLink>
          <Button kind="primary" type="submit" busy={form.sending}>{submit}</Button>
        </>
      }
    >
      <Card title={text('registry.organisation.form.who')}>
        <div className="stack">
          <TextField form={form} path="name.zh" label={text('registry.field.name.zh')} help={text('registry.organisation.form.name.help')} />
          <TextField form={form} path="name.en" label={text('registry.field.name.en')} optional />
          {fresh ? <TwinsHint words={String(form.get('name.zh') ?? form.get('name.en') ?? '')} /> : null}
          <SelectField form={typed} path="type" label={text('registry.field.type')} options={organisationTypes.map((value) => ({ value, label: text(`registry.organisationType.${value}`) }))} />
          <SelectField form={form} path="subtype" label={text('registry.field.subtype')} options={subtypes.map((value) => ({ value, label: textOr(`registry.subtype.${value}`, value) }))} optional />
          <UsccField form={form} problem={problem} />
          <TextField form={form} path="externalCode" label={text('registry.field.externalCode')} help={text('registry.organisation.form.externalCode.help')} optional />
        </div>
      </Card>
      <Card title={text('registry.organisation.form.where')}>
        <div className="stack">
          <ComboboxField key={territory ? 'known' : 'asked'} form={form} path="territoryId" label={text('registry.field.territory')} find={find.territories} known={territory} help={text('registry.organisation.form.territory.help')} optional />
          <SitesField form={form} organisation={organisation} />
        </div>
      </Card>
      <Card title={text('registry.organisation.form.what')}>
        <div className="stack">
          <ComboboxField key={industry ? 'known' : 'asked'} form={form} path="industryId" label={text('registry.field.industry')} find={find.industries} known={industry} optional />
          <TextField form={form} path="industryLabel" label={text('registry.field.industryLabel')} help={text('registry.organisation.form.industryLabel.help')} optional />
          <SelectField form={form} path="sizeClass" label={text('registry.field.sizeClass')} options={sizeClasses.map((value) => ({ value, label: text(`registry.sizeClass.${value}`) }))} optional />
          <SelectField form={form} path="ownership" label={text('registry.field.ownership')} options={ownerships.map((value) => ({ value, label: text(`registry.ownership.${value}`) }))} optional />
          <SelectField form={form} path="sector" label={text('registry.field.sector')} options={sectors.map((value) => ({ value, label: text(`registry.sector.${value}`) }))} optional />
          <SelectField form={form} path="origin" label={text('registry.field.origin')} options={origins.map((value) => ({ value, label: text(`registry.origin.${value}`) }))} optional />
          <NumberField form={form} path="foundedYear" label={text('registry.field.foundedYear')} optional />
          <TextField form={form} path="website" type="url" inputMode="url" label={text('registry.field.website')} placeholder="https://" optional />
          <TextField form={form} path="description" label={text('registry.field.description')} lines={4} optional />
          <SelectField form={form} path="visibility" label={text('registry.field.visibility')} options={(['open', 'internal'] as const).map((value) => ({ value, label: text(`registry.visibility.${value}`) }))} help={text('registry.visibility.internal.hint')} />
        </div>
      </Card>
    </Form>
  );
}

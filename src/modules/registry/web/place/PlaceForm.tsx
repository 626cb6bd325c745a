import { textOr, useText } from '#web/i18n/use-text.ts';
import { useName } from '#web/i18n/names.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import type { ComboboxOption } from '#web/kit/form/Combobox.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { DateField, NumberField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { datums } from '../../words/organisation.schema.ts';
import { initiatives, placeKinds, placeLevels as levels, placeSubtypes } from '../../words/place.schema.ts';
import type { Place, PlaceKind } from '../../words/place.schema.ts';
import type { Ref } from '../../words/record.schema.ts';
import { useFind, useKnownTerritory } from '../find/find.ts';
import { ClustersField } from './ClustersField.tsx';
import { PlaceFunctionsField } from './PlaceFunctionsField.tsx';
import '../registry.css';
import '../cluster/cluster.css';

export interface PlaceFormProps {
  form: FormState;
  place?: Place;
  submit: string;
  cancel: string;
}

export function PlaceForm({ form, place, submit, cancel }: PlaceFormProps) {
  const text = useText();
  const name = useName();
  const find = useFind();
  const kind = form.get('kind') as PlaceKind | undefined;
  const territoryId = form.get('territoryId');
  const territory = useKnownTerritory(typeof territoryId === 'string' ? territoryId : null);
  const known = (ref: Ref | null | undefined): ComboboxOption | null => (ref ? { value: ref.id, label: name(ref.name) } : null);
  // A sub-type of another kind goes when the kind changes.
  const typed: FormState = {
    ...form,
    set: (path, value) => {
      form.set(path, value);
      if (path === 'kind' && !(placeSubtypes[value as PlaceKind] as readonly string[] | undefined)?.includes(String(form.get('subtype')))) form.set('subtype', undefined);
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
      <Card title={text('registry.place.form.what')}>
        <div className="stack">
          <TextField form={form} path="name.zh" label={text('registry.field.name.zh')} />
          <TextField form={form} path="name.en" label={text('registry.field.name.en')} optional />
          <SelectField form={typed} path="kind" label={text('registry.column.kind')} options={placeKinds.map((value) => ({ value, label: text(`registry.placeKind.${value}`) }))} help={text('registry.place.form.kind.help')} />
          <SelectField form={form} path="subtype" label={text('registry.field.subtype')} options={(kind ? placeSubtypes[kind] : []).map((value) => ({ value, label: textOr(`registry.placeSubtype.${value}`, value) }))} optional />
          <SelectField form={form} path="level" label={text('registry.column.level')} options={levels.map((value) => ({ value, label: text(`registry.level.${value}`) }))} optional />
          <PlaceFunctionsField form={form} />
          <TextField form={form} path="formats" label={text('registry.place.formats')} help={text('registry.place.formats.help')} optional />
          <SelectField form={form} path="initiative" label={text('registry.place.initiative')} options={initiatives.map((value) => ({ value, label: text(`registry.initiative.${value}`) }))} optional />
          <DateField form={form} path="graduatedOn" label={text('registry.place.graduatedOn')} help={text('registry.place.graduatedOn.help')} optional />
          <NumberField form={form} path="startedYear" label={text('registry.place.started')} optional />
          <TextField form={form} path="areaKm2" label={text('registry.place.area')} unit="km²" inputMode="decimal" optional />
          <TextField form={form} path="description" label={text('registry.field.description')} lines={4} optional />
        </div>
      </Card>
      <Card title={text('registry.place.where')}>
        <div className="stack">
          <ComboboxField key={territory ? 'known' : 'asked'} form={form} path="territoryId" label={text('registry.field.territory')} find={find.territories} known={territory} help={text('registry.organisation.form.territory.help')} optional />
          <TextField form={form} path="address" label={text('registry.field.address')} optional />
          <div className="site-pin">
            <NumberField form={form} path="longitude" label={text('registry.field.longitude')} optional />
            <NumberField form={form} path="latitude" label={text('registry.field.latitude')} optional />
            <SelectField form={form} path="datum" label={text('registry.field.datum')} options={datums.map((value) => ({ value, label: text(`registry.datum.${value}`) }))} />
          </div>
          <p className="field-help">{text('registry.place.form.pin.help')}</p>
        </div>
      </Card>
      <Card title={text('registry.place.form.links')}>
        <div className="stack">
          <ComboboxField form={form} path="operatorId" label={text('registry.place.operator')} find={find.organisations} known={known(place?.operator)} optional />
          <ComboboxField form={form} path="parentId" label={text('registry.place.liesIn')} find={find.places} known={known(place?.parent)} help={text('registry.place.form.parent.help')} optional />
          <ClustersField form={form} path="clusterIds" />
          <SelectField form={form} path="visibility" label={text('registry.field.visibility')} options={(['open', 'internal'] as const).map((value) => ({ value, label: text(`registry.visibility.${value}`) }))} help={text('registry.visibility.internal.hint')} />
        </div>
      </Card>
    </Form>
  );
}

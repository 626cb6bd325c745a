import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { NumberField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { datums, siteInputSchema } from '../../words/organisation.schema.ts';
import type { Organisation } from '../../words/organisation.schema.ts';
import { useFind } from '../find/find.ts';

const kinds = siteInputSchema.shape.kind.unwrap().options;
const most = 50;

/** Places of the organisation. Coordinates keep their datum; an unknown datum is said, never guessed. */
export function SitesField({ form, organisation }: { form: FormState; organisation: Organisation | undefined }) {
  const text = useText();
  const given = form.get('sites');
  const sites = Array.isArray(given) ? (given as { kind?: string }[]) : [];
  const add = () => form.set('sites', [...sites, { kind: sites.length === 0 ? 'registered' : 'plant', datum: 'unknown' }]);
  return (
    <fieldset className="site-list">
      <legend className="field-label">{text('registry.field.sites')} <span className="quiet">{text('web.form.optional')}</span></legend>
      {sites.map((_, at) => (
        // Fields keep what was typed; another number of sites means other fields.
        <SiteFields key={`${sites.length} ${at}`} form={form} path={`sites.${at}`} at={at} organisation={organisation} onRemove={() => form.set('sites', sites.filter((__, index) => index !== at))} />
      ))}
      <Button icon="plus" missing={sites.length < most ? undefined : text('registry.organisation.form.site.most')} onClick={add}>{text('registry.organisation.form.site.add')}</Button>
    </fieldset>
  );
}

function SiteFields({ form, path, at, organisation, onRemove }: { form: FormState; path: string; at: number; organisation: Organisation | undefined; onRemove: () => void }) {
  const text = useText();
  const name = useName();
  const find = useFind();
  const id = form.get(`${path}.territoryId`);
  const known = organisation?.sites.find((site) => site.territory?.id === id)?.territory;
  const placeId = form.get(`${path}.placeId`);
  const place = organisation?.sites.find((site) => site.place?.id === placeId)?.place;
  const wrong = form.errors[path];
  return (
    <div className="site" role="group" aria-label={text('registry.organisation.form.site', { count: at + 1 })}>
      <p className="row"><strong className="grow">{text('registry.organisation.form.site', { count: at + 1 })}</strong><Button kind="quiet" size="small" icon="trash" onClick={onRemove}>{text('registry.organisation.form.site.remove')}</Button></p>
      {wrong ? <p className="field-error" id={`field-${path.replaceAll('.', '-')}`} tabIndex={-1}>{wrong}</p> : null}
      <SelectField form={form} path={`${path}.kind`} label={text('registry.field.siteKind')} options={kinds.map((value) => ({ value, label: text(`registry.siteKind.${value}`) }))} />
      <TextField form={form} path={`${path}.name`} label={text('registry.field.siteName')} optional />
      <TextField form={form} path={`${path}.address`} label={text('registry.field.address')} optional />
      <ComboboxField form={form} path={`${path}.territoryId`} label={text('registry.field.territory')} find={find.territories} known={known ? { value: known.id, label: name(known.name) } : null} optional />
      <ComboboxField form={form} path={`${path}.placeId`} label={text('registry.field.place')} find={find.places} known={place ? { value: place.id, label: name(place.name) } : null} optional />
      <div className="site-pin">
        <NumberField form={form} path={`${path}.longitude`} label={text('registry.field.longitude')} unit="°" optional />
        <NumberField form={form} path={`${path}.latitude`} label={text('registry.field.latitude')} unit="°" optional />
        <SelectField form={form} path={`${path}.datum`} label={text('registry.field.datum')} options={datums.map((value) => ({ value, label: text(`registry.datum.${value}`) }))} />
      </div>
      <p className="field-help">{text('registry.organisation.form.site.help')}</p>
    </div>
  );
}

import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Combobox, type ComboboxOption } from '#web/kit/form/Combobox.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { findRecords } from '#web/kit/form/find-records.ts';
import { Form } from '#web/kit/form/Form.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { listAssets } from '../../words/asset.contract.ts';
import { assetKinds, assetStages, authorities, originKinds, updateCycles, type Asset, type AssetEdit } from '../../words/asset.schema.ts';
import { findSource } from './find-source.ts';

export function AssetForm({ form, asset, submit, cancel }: { form: FormState; asset?: Asset; submit: string; cancel: string }) {
  const text = useText();
  const name = useName();
  const known = (ref: { id: string; name: { zh?: string | undefined; en?: string | undefined } } | null | undefined): ComboboxOption | null => (ref ? { value: ref.id, label: name(ref.name) } : null);
  const pick = <Value extends string>(values: readonly Value[], label: (value: Value) => string) => values.map((value) => ({ value, label: label(value) }));
  return (
    <Form form={form} label={submit} actions={<><ButtonLink href={cancel}>{text('intake.cancel')}</ButtonLink><Button kind="primary" type="submit" busy={form.sending}>{submit}</Button></>}>
      <Card title={text('intake.asset.what')}>
        <div className="stack">
          <TextField form={form} path="name.zh" label={text('intake.field.nameZh')} />
          <TextField form={form} path="name.en" label={text('intake.field.nameEn')} optional />
          <SelectField form={form} path="kind" label={text('intake.column.kind')} options={pick(assetKinds, (value) => text(`intake.assetKind.${value}`))} />
          {asset ? null : <SelectField form={form} path="stage" label={text('intake.column.stage')} options={pick(assetStages, (value) => text(`intake.assetStage.${value}`))} />}
          <TextField form={form} path="description" label={text('intake.asset.description')} lines={3} optional />
          <OriginsField form={form} {...(asset ? { asset } : {})} />
        </div>
      </Card>
      <Card title={text('intake.asset.whose')}>
        <div className="stack">
          <ComboboxField form={form} path="ownerId" label={text('intake.column.owner')} find={findRecords('organisation')} known={known(asset?.owner)} />
          <SelectField form={form} path="authority" label={text('intake.column.authority')} help={text('intake.asset.authority.help')} options={pick(authorities, (value) => text(`intake.authority.${value}`))} />
          <ComboboxField form={form} path="territoryId" label={text('intake.column.territory')} find={findRecords('territory')} known={known(asset?.territory)} optional />
          <SelectField form={form} path="visibility" label={text('intake.asset.visibility')} options={pick(['open', 'internal'] as const, (value) => text(`intake.visibility.${value}`))} />
        </div>
      </Card>
      <Card title={text('intake.asset.keeping')}>
        <div className="stack">
          <ComboboxField form={form} path="sourceId" label={text('intake.asset.source')} help={text('intake.asset.source.help')} find={findSource} known={asset?.source ? { value: asset.source.id, label: asset.source.title } : null} optional />
          <SelectField form={form} path="level" label={text('intake.column.level')} options={pick(['public', 'internal', 'sensitive'] as const, (value) => text(`intake.dataLevel.${value}`))} />
          <TextField form={form} path="licence" label={text('intake.asset.licence')} optional />
          <TextField form={form} path="location" label={text('intake.asset.location')} help={text('intake.asset.location.help')} optional />
          <SelectField form={form} path="updateCycle" label={text('intake.column.updateCycle')} options={pick(updateCycles, (value) => text(`intake.updateCycle.${value}`))} />
          <DateField form={form} path="updatedOn" label={text('intake.asset.updatedOn')} optional />
          <DateField form={form} path="retainUntil" label={text('intake.column.retainUntil')} optional />
        </div>
      </Card>
    </Form>
  );
}

/** What the set was made from, one line each. */
function OriginsField({ form, asset }: { form: FormState; asset?: Asset }) {
  const text = useText();
  const name = useName();
  const origins = (form.get('origins') as AssetEdit['origins'] | undefined) ?? [];
  const [labels, setLabels] = useState(new Map((asset?.origins ?? []).map((each) => [each.id, name(each.name)])));
  const find = async (words: string, signal: AbortSignal): Promise<ComboboxOption[]> => {
    const { items } = await call(listAssets, { query: { ...(words ? { q: words } : {}), limit: 12 }, signal });
    return items.filter((each) => each.id !== asset?.id && !origins.some((origin) => origin.assetId === each.id)).map((each) => ({ value: each.id, label: name(each.name) }));
  };
  const change = (next: AssetEdit['origins']) => form.set('origins', next);
  return (
    <fieldset className="stack-tight">
      <legend className="field-label">{text('intake.asset.origins')} <span className="quiet">{text('intake.optional')}</span></legend>
      {origins.map((origin, at) => (
        <div key={origin.assetId} className="row-tight">
          <span style={{ flex: 1 }}>{labels.get(origin.assetId) ?? text('intake.asset.hidden')}</span>
          <select className="input" aria-label={text('intake.asset.originKind')} value={origin.kind} onChange={(event) => change(origins.with(at, { ...origin, kind: event.target.value as (typeof originKinds)[number] }))}>
            {originKinds.map((kind) => <option key={kind} value={kind}>{text(`intake.originKind.${kind}`)}</option>)}
          </select>
          <Button size="small" onClick={() => change(origins.toSpliced(at, 1))}>{text('intake.remove')}</Button>
        </div>
      ))}
      <Combobox
        key={origins.length}
        aria-label={text('intake.asset.addOrigin')}
        placeholder={text('intake.asset.addOrigin')}
        value={null}
        find={find}
        onChange={(option) => {
          if (!option) return;
          setLabels(new Map(labels).set(option.value, option.label));
          change([...origins, { assetId: option.value, kind: 'derived' }]);
        }}
      />
    </fieldset>
  );
}

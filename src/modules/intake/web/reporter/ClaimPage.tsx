import { useState } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Field } from '#web/kit/form/Field.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm, type FormState } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { createClaim, getClaimPlace } from '../../words/claim.contract.ts';
import { claimInputSchema, licenceBytesMost } from '../../words/claim.schema.ts';
import { ContactFields } from './ContactFields.tsx';
import './reporter.css';

/** A firm that got no letter: its code, its licence, and who will report; the office looks at it. */
export default function ClaimPage() {
  const text = useText();
  const name = useName();
  const { spaceId } = usePageParams('spaceId');
  const place = useRoute(getClaimPlace, { params: { spaceId } });
  if (place.error?.reason === 'claimPlaceUnknown' || place.error?.status === 400) return <EmptyState title={text('intake.claim.nowhere')}>{text('intake.claim.nowhere.hint')}</EmptyState>;
  if (place.error) return <ErrorState what={text('intake.claim')} problem={place.error} retry={() => void place.refetch()} />;
  if (!place.data) return <LoadingSkeleton lines={6} />;
  return (
    <div className="stack visit">
      <PageHead title={text('intake.claim')} scope={text('intake.claim.scope', { office: name(place.data.name) })} />
      <ClaimForm spaceId={spaceId} />
    </div>
  );
}

function ClaimForm({ spaceId }: { spaceId: string }) {
  const text = useText();
  const [received, setReceived] = useState(false);
  const create = useWrite(createClaim, { onDone: () => setReceived(true) });
  const form = useForm({ initial: { spaceId }, schema: claimInputSchema, submit: (body) => create.mutateAsync({ body }) });
  if (received) return <Card title={text('intake.claim.received')}><div className="stack"><p role="status">{text('intake.claim.received.hint')}</p><p><Button onClick={() => { form.set('code', ''); form.set('licence', undefined); setReceived(false); }}>{text('intake.claim.another')}</Button></p></div></Card>;
  return (
    <Form form={form} label={text('intake.claim')} actions={<Button kind="primary" size="large" type="submit" busy={form.sending}>{text('intake.claim.send')}</Button>}>
      <TextField form={form} path="code" label={text('intake.claim.code')} help={text('intake.claim.code.help')} />
      <LicenceField form={form} />
      <ContactFields form={form} />
    </Form>
  );
}

function LicenceField({ form }: { form: FormState }) {
  const text = useText();
  const [tooBig, setTooBig] = useState(false);
  const take = async (file: File | undefined) => {
    setTooBig(file !== undefined && file.size > licenceBytesMost);
    if (!file || file.size > licenceBytesMost) return form.set('licence', undefined);
    form.set('licence', { name: file.name, bytes: await base64Of(file) });
  };
  return (
    <Field form={form} path="licence" label={text('intake.claim.licence')} help={text('intake.claim.licence.help', { most: licenceBytesMost / 1024 / 1024 })}>
      {(props) => (
        <>
          <input {...props} className="input" type="file" accept="application/pdf,image/png,image/jpeg" onChange={(event) => void take(event.target.files?.[0])} />
          {tooBig ? <p className="field-error" role="alert">{text('intake.claim.licence.tooBig', { most: licenceBytesMost / 1024 / 1024 })}</p> : null}
        </>
      )}
    </Field>
  );
}

async function base64Of(file: File): Promise<string> {
  const address = await new Promise<string>((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });
  return address.slice(address.indexOf(',') + 1);
}

import { useState } from 'react';
import { z } from 'zod';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { CopyText } from '#web/kit/state/CopyText.tsx';
import { createKey } from '../../words/security.contract.ts';
import { apiKeyInputSchema, type ApiKey } from '../../words/security.schema.ts';
import { localDay } from '../mandate-words.ts';
import { besideField } from '../problem-beside.ts';
import { roomText } from './key-columns.tsx';

const keyForm = z
  .object({ name: apiKeyInputSchema.shape.name, expiresOn: z.iso.date(), rooms: z.record(z.string(), z.enum(['read', 'write', '']).optional()).default({}) })
  .transform(({ rooms, ...rest }) => ({ ...rest, rooms: Object.entries(rooms).flatMap(([room, access]) => (access ? [{ room, access }] : [])) }));

const usualDays = 90;

/** The secret is shown once, right after it was made. */
export function NewKey({ offered, onClose }: { offered: ApiKey['rooms']; onClose: () => void }) {
  const text = useText();
  const [token, setToken] = useState<string | null>(null);
  const create = useWrite(createKey, { touches: ['apiKey'] });
  const form = useForm({
    initial: { expiresOn: localDay(new Date(Date.now() + usualDays * 86_400_000).toISOString()) },
    schema: keyForm,
    submit: async (body) => setToken((await besideField(create.mutateAsync({ body }), { keyDateOutside: 'expiresOn' })).token),
  });
  if (token) {
    return (
      <Dialog open title={text('identity.key.made')} onClose={onClose} actions={<Button kind="primary" onClick={onClose}>{text('identity.key.kept')}</Button>}>
        <div className="stack" role="status">
          <p>{text('identity.key.once')}</p>
          <CopyText label={text('identity.key.secret')} value={token} />
          <p className="muted small">{text('identity.key.use')} <code>Authorization: Bearer clk_…</code></p>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog open title={text('identity.key.new')} onClose={onClose}>
      <Form form={form} label={text('identity.key.new')} actions={<><Button onClick={onClose}>{text('identity.person.notNow')}</Button><Button kind="primary" type="submit" busy={form.sending}>{text('identity.key.make')}</Button></>}>
        <TextField form={form} path="name" label={text('identity.key.name')} help={text('identity.key.nameHelp')} />
        <DateField form={form} path="expiresOn" label={text('identity.key.expiresOn')} help={text('identity.key.expiresHelp')} />
        <p className="field-help">{text('identity.key.roomsHelp')}</p>
        {offered.map(({ room, access }) => (
          <SelectField key={room} form={form} optional path={`rooms.${room}`} label={roomText(room)} options={(access === 'write' ? (['read', 'write'] as const) : (['read'] as const)).map((each) => ({ value: each, label: text(`identity.key.${each}`) }))} />
        ))}
      </Form>
    </Dialog>
  );
}

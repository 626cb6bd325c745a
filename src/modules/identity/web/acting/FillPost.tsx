import { useState } from 'react';
import { z } from 'zod';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { DateField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { fillPost } from '../../words/post.contract.ts';
import { endOfDay, startOfDay } from '../grant-form.ts';
import { localDay } from '../mandate-words.ts';
import { besideField } from '../problem-beside.ts';
import { AskedSecondPerson } from './AskedSecondPerson.tsx';
import { findPeople } from './find-people.ts';

const formSchema = z
  .object({ personId: z.string(), validFrom: z.iso.date().optional(), validUntil: z.iso.date().optional(), reason: z.string().trim().max(1000).optional() })
  .refine((form) => !form.validUntil || form.validUntil >= (form.validFrom ?? ''), { message: 'untilBeforeSince', path: ['validUntil'] });

/** The new holder from a day on; whoever holds it until then stops by themselves. */
export function FillPost({ postId, title, onClose }: { postId: string; title: string; onClose: () => void }) {
  const text = useText();
  const [asked, setAsked] = useState<string | null>(null);
  const fill = useWrite(fillPost, { touches: ['person', 'session', 'audit', 'approval'], onDone: (outcome) => (outcome.approvalId ? setAsked(outcome.approvalId) : onClose()) });
  const form = useForm({
    initial: {},
    schema: formSchema,
    submit: (given) =>
      besideField(
        fill.mutateAsync({ params: { postId }, body: { personId: given.personId, validFrom: given.validFrom && given.validFrom !== localDay(new Date().toISOString()) ? startOfDay(given.validFrom) : null, validUntil: given.validUntil ? endOfDay(given.validUntil) : null, reason: given.reason || null } }),
        { personUnknown: 'personId' },
      ),
  });
  if (asked) return <AskedSecondPerson approvalId={asked} onClose={onClose} />;
  return (
    <Dialog open title={title} onClose={onClose}>
      <Form form={form} label={title} actions={<><Button onClick={onClose}>{text('identity.person.notNow')}</Button><Button kind="primary" type="submit" busy={form.sending}>{text('identity.post.fillDo')}</Button></>}>
        <ComboboxField form={form} path="personId" label={text('identity.post.newHolder')} find={findPeople} />
        <DateField form={form} path="validFrom" optional label={text('identity.post.from')} help={text('identity.post.fromHelp')} />
        <DateField form={form} path="validUntil" optional label={text('identity.mandate.validUntil')} />
        <TextField form={form} path="reason" optional label={text('identity.approval.reason')} />
      </Form>
    </Dialog>
  );
}

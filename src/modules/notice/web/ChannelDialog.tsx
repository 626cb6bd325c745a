import { useState } from 'react';
import type { z } from 'zod';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { CheckField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { findRecords } from '#web/kit/form/find-records.ts';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm, type FormState } from '#web/kit/form/use-form.ts';
import { useName } from '#web/i18n/names.ts';
import { noticeGroupText } from '#web/kit/notice/notice-words.ts';
import { createChannel, getNoticeChoice, updateChannel } from '../notice.contract.ts';
import { channelInput, channelKinds, neededSecrets, personalKinds, type Channel, type ChannelKind } from '../notice.schema.ts';
import { ChannelSettings, firstSettings } from './ChannelSettings.tsx';

const secretsOf: Readonly<Record<ChannelKind, readonly string[]>> = { mail: ['password'], sms: ['token'], webhook: ['signingKey'], wecom: ['key'], dingtalk: ['accessToken', 'signKey'], feishu: ['hook', 'signKey'] };

/** Kind first; it decides everything below. An existing channel keeps its kind. */
export function ChannelDialog({ channel, onClose }: { channel: Channel | null; onClose: () => void }) {
  const text = useText();
  const name = useName();
  const [kind, setKind] = useState<ChannelKind>(channel?.kind ?? 'mail');
  return (
    <Dialog open width={594} title={channel ? text('notice.channel.editOf', { name: name(channel.name) }) : text('notice.channel.add')} onClose={onClose}>
      <div className="stack">
        {channel ? null : (
          <div className="field">
            <label className="field-label" htmlFor="channel-kind">{text('notice.channel.kind')}</label>
            <select id="channel-kind" className="input" value={kind} onChange={(event) => setKind(event.target.value as ChannelKind)}>
              {channelKinds.map((each) => <option key={each} value={each}>{text(`notice.channelKind.${each}`)}</option>)}
            </select>
            <p className="field-help">{text(`notice.channelKind.${kind}.hint`)}</p>
          </div>
        )}
        <ChannelForm key={kind} kind={kind} channel={channel} onClose={onClose} />
      </div>
    </Dialog>
  );
}

function ChannelForm({ kind, channel, onClose }: { kind: ChannelKind; channel: Channel | null; onClose: () => void }) {
  const text = useText();
  const create = useWrite(createChannel, { touches: ['audit'], onDone: onClose });
  const update = useWrite(updateChannel, { touches: ['audit'], onDone: onClose });
  const initial = channel
    ? { kind, name: channel.name, settings: channel.settings, secrets: {}, groups: channel.groups, scopeKind: channel.scopeKind, scopeId: channel.scopeId }
    : { kind, name: {}, settings: firstSettings[kind], secrets: {}, groups: [], scopeKind: 'space', scopeId: null };
  const form = useForm({
    initial: initial as unknown as z.input<typeof channelInput>,
    schema: channelInput,
    submit: (body) => (channel ? update.mutateAsync({ params: { channelId: channel.id }, body, ifMatch: channel.version }) : create.mutateAsync({ body })),
  });
  const set: FormState['set'] = (path, value) => form.set(path, value === '' ? undefined : value);
  const bound = { ...form, set };
  return (
    <Form form={form} label={text('notice.channels')} actions={<><Button onClick={onClose}>{text('notice.channel.cancel')}</Button><Button kind="primary" type="submit" busy={form.sending}>{text('notice.channel.save')}</Button></>}>
      <TextField form={bound} path="name.zh" optional label={text('notice.channel.name.zh')} />
      <TextField form={bound} path="name.en" optional label={text('notice.channel.name.en')} />
      <ChannelSettings kind={kind} form={bound} />
      {secretsOf[kind].map((secret) => (
        <TextField key={secret} form={bound} path={`secrets.${secret}`} type="password" autoComplete="off" optional={!neededSecrets[kind].includes(secret) || channel !== null} label={text(`notice.secret.${secret}` as 'notice.secret.key')} help={channel?.secretNames.includes(secret) ? text('notice.secret.kept') : text('notice.secret.help')} />
      ))}
      {personalKinds.includes(kind) ? null : <Audience form={form} channel={channel} />}
    </Form>
  );
}

/** Which kinds the group is told, and about whose records. */
function Audience({ form, channel }: { form: FormState; channel: Channel | null }) {
  const text = useText();
  const name = useName();
  const kinds = useRoute(getNoticeChoice, {});
  const groups = [...new Set([...(kinds.data?.groups ?? []).map(({ group }) => group), ...(kinds.data?.locked ?? []).map((kind) => kind.split('.')[0] ?? kind)])];
  const chosen = (form.get('groups') as string[] | undefined) ?? [];
  const asChecks: FormState = {
    ...form,
    get: (path) => chosen.includes(path),
    set: (group, on) => form.set('groups', on === true ? [...chosen, group] : chosen.filter((each) => each !== group)),
  };
  const chooseScope: FormState['set'] = (path, value) => {
    form.set(path, value === '' ? 'space' : value);
    form.set('scopeId', null);
  };
  const scope = String(form.get('scopeKind'));
  return (
    <>
      <fieldset className="stack">
        <legend>{text('notice.channel.groups')}</legend>
        <p className="field-help">{text('notice.channel.groupsHelp')}</p>
        {groups.map((group) => <CheckField key={group} form={asChecks} path={group} label={noticeGroupText(group)} />)}
      </fieldset>
      <SelectField form={{ ...form, set: chooseScope }} path="scopeKind" label={text('notice.channel.scope')} options={(['space', 'territory', 'cluster'] as const).map((value) => ({ value, label: text(`notice.channelScope.${value}`) }))} />
      {scope === 'space' ? null : <ComboboxField key={scope} form={form} path="scopeId" label={text(`notice.channelScope.${scope}` as 'notice.channelScope.cluster')} find={findRecords(scope)} known={channel?.scopeId && channel.scopeKind === scope ? { value: channel.scopeId, label: name(channel.scopeName ?? {}) } : null} />}
    </>
  );
}

import { useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Field } from '#web/kit/form/Field.tsx';
import { NumberField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import type { ChannelKind } from '../notice.schema.ts';

/** What a new channel of each kind begins with; the rest comes from the schema. */
export const firstSettings: Readonly<Record<ChannelKind, object>> = {
  mail: { port: 587, security: 'starttls', user: null },
  sms: { body: 'json', fields: { mobile: '{{phone}}', content: '{{text}}' }, okField: null, okValue: null },
  webhook: {},
  wecom: { url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send', language: 'zh-CN' },
  dingtalk: { url: 'https://oapi.dingtalk.com/robot/send', language: 'zh-CN' },
  feishu: { url: 'https://open.feishu.cn/open-apis/bot/v2/hook', language: 'zh-CN' },
};

export function ChannelSettings({ kind, form }: { kind: ChannelKind; form: FormState }) {
  const text = useText();
  if (kind === 'mail') return <MailSettings form={form} />;
  if (kind === 'sms') return <SmsSettings form={form} />;
  return (
    <>
      <TextField form={form} path="settings.url" inputMode="url" label={text('notice.setting.url')} help={text('notice.setting.urlHelp')} />
      {kind === 'webhook' ? null : <SelectField form={form} path="settings.language" label={text('notice.setting.language')} options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} />}
    </>
  );
}

function MailSettings({ form }: { form: FormState }) {
  const text = useText();
  const nullable: FormState = { ...form, set: (path, value) => form.set(path, value ?? null) };
  return (
    <>
      <TextField form={form} path="settings.host" label={text('notice.setting.host')} help={text('notice.setting.hostHelp')} />
      <NumberField form={form} path="settings.port" label={text('notice.setting.port')} />
      <SelectField form={form} path="settings.security" label={text('notice.setting.security')} options={(['tls', 'starttls', 'none'] as const).map((value) => ({ value, label: text(`notice.security.${value}`) }))} />
      <TextField form={form} path="settings.from" type="email" label={text('notice.setting.from')} />
      <TextField form={nullable} path="settings.user" optional autoComplete="off" label={text('notice.setting.user')} />
    </>
  );
}

const asLines = (fields: unknown): string => Object.entries((fields as Record<string, string> | undefined) ?? {}).map(([key, value]) => `${key}=${value}`).join('\n');

function SmsSettings({ form }: { form: FormState }) {
  const text = useText();
  const [lines, setLines] = useState(() => asLines(form.get('settings.fields')));
  const nullable: FormState = { ...form, set: (path, value) => form.set(path, value ?? null) };
  const read = (typed: string) => {
    setLines(typed);
    form.set('settings.fields', Object.fromEntries(typed.split('\n').filter((line) => line.includes('=')).map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()])));
  };
  return (
    <>
      <TextField form={form} path="settings.url" inputMode="url" label={text('notice.setting.url')} help={text('notice.setting.urlHelp')} />
      <SelectField form={form} path="settings.body" label={text('notice.setting.body')} options={[{ value: 'json', label: 'JSON' }, { value: 'form', label: text('notice.setting.form') }]} />
      <Field form={form} path="settings.fields" label={text('notice.setting.fields')} help={text('notice.setting.fieldsHelp', { allowed: '{{phone}} {{text}} {{count}} {{link}} {{id}} {{token}}' })}>
        {(props) => <textarea {...props} className="input" rows={4} value={lines} onChange={(event) => read(event.target.value)} />}
      </Field>
      <TextField form={nullable} path="settings.okField" optional label={text('notice.setting.okField')} help={text('notice.setting.okFieldHelp')} />
      <TextField form={nullable} path="settings.okValue" optional label={text('notice.setting.okValue')} />
    </>
  );
}

import type { z } from 'zod';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { noticeGroupText, noticeKindText } from '#web/kit/notice/notice-words.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { getNoticeChoice, updateNoticeChoice } from '../notice.contract.ts';
import { choices } from '../notice.rules.ts';
import { noticeChoiceInput, type noticeChoiceSchema } from '../notice.schema.ts';

type Settings = z.output<typeof noticeChoiceSchema>;

/** Where messages reach me today, or that they don't and what would change it. */
function Ways({ settings }: { settings: Settings }) {
  const text = useText();
  return (
    <p>
      <Tag tone="positive" icon="check">{text('notice.way.product')}</Tag>{' '}
      {settings.ways.map((way) => <span key={way}><Tag tone="positive" icon="check">{text(`notice.way.${way}`)}</Tag>{' '}</span>)}
      {settings.ways.length === 0 ? <span className="muted">{text('notice.way.none')}</span> : null}
    </p>
  );
}

function SettingsForm({ settings }: { settings: Settings }) {
  const text = useText();
  const save = useWrite(updateNoticeChoice);
  const form = useForm({
    initial: { choices: settings.choices, quietFrom: settings.quietFrom, quietUntil: settings.quietUntil, dailyAt: settings.dailyAt, phone: settings.phone },
    schema: noticeChoiceInput,
    submit: (body) => save.mutateAsync({ body, ifMatch: settings.version }),
  });
  // An emptied field means the rule of the space.
  const emptied = { ...form, set: (path: string, value: unknown) => form.set(path, value === '' ? null : value) };
  const { space } = settings;
  return (
    <Form form={form} label={text('notice.settings')} actions={<><span className="grow small muted" role="status">{save.isSuccess ? text('notice.settings.saved') : ''}</span><Button kind="primary" type="submit" busy={form.sending}>{text('notice.settings.save')}</Button></>}>
      <Card title={text('notice.choices')} caption={text('notice.choices.caption')}>
        <ul className="plain-list stack">
          {settings.groups.map(({ group, kinds }) => (
            <li key={group} className="row">
              <span className="grow"><strong>{noticeGroupText(group)}</strong><br /><span className="small muted">{kinds.map(noticeKindText).join(text('web.listComma'))}</span></span>
              <Segmented label={text('notice.choiceOf', { group: noticeGroupText(group) })} value={(form.get(`choices.${group}`) as 'immediate' | undefined) ?? 'immediate'} options={choices.map((value) => ({ value, label: text(`notice.choice.${value}`) }))} onChange={(value) => form.set(`choices.${group}`, value)} />
            </li>
          ))}
          <li className="row">
            <span className="grow"><strong>{text('notice.locked')}</strong><br /><span className="small muted">{settings.locked.map(noticeKindText).join(text('web.listComma'))}</span><br /><span className="small">{text('notice.locked.why')}</span></span>
            <Tag icon="lock">{text('notice.choice.immediate')}</Tag>
          </li>
        </ul>
      </Card>
      <Card title={text('notice.times')} caption={text('notice.times.caption', { zone: space.timeZone })}>
        <div className="columns">
          <TextField form={emptied} path="quietFrom" type="time" optional label={text('notice.quietFrom')} help={text('notice.ofSpace', { value: space.quietFrom })} />
          <TextField form={emptied} path="quietUntil" type="time" optional label={text('notice.quietUntil')} help={text('notice.ofSpace', { value: space.quietUntil })} />
          <TextField form={emptied} path="dailyAt" type="time" optional label={text('notice.dailyAt')} help={text('notice.ofSpace', { value: space.dailyAt })} />
        </div>
      </Card>
      <Card title={text('notice.ways')}>
        <div className="stack">
          <Ways settings={settings} />
          <p className="small muted">{settings.email ? text('notice.way.email', { email: settings.email }) : text('notice.way.noEmail')}</p>
          <TextField form={emptied} path="phone" type="tel" inputMode="tel" optional autoComplete="tel" label={text('notice.phone')} help={text('notice.phone.help')} />
          <p className="small"><Icon name="shield" size={14} /> {text('notice.privacy')}</p>
        </div>
      </Card>
    </Form>
  );
}

export default function NoticeSettings() {
  const text = useText();
  const query = useRoute(getNoticeChoice, {});
  return (
    <div className="stack">
      <PageHead title={text('notice.settings')} breadcrumb={[{ label: text('web.account.mine'), href: '/account' }]} scope={text('notice.settings.scope')} />
      <Loaded query={query} what={text('notice.settings')}>{(settings) => <SettingsForm settings={settings} />}</Loaded>
    </div>
  );
}

import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { DateField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { z } from 'zod';
import { cancelLeaving, completeLeaving, getLeaving, signLeaving, startLeaving } from '../../words/leaving.contract.ts';
import type { Leaving } from '../../words/leaving.schema.ts';
import { endOfDay } from '../grant-form.ts';
import { localDay } from '../mandate-words.ts';
import { HandOverLines } from './HandOverLines.tsx';

const touches = ['person', 'post', 'deputy', 'approval', 'orphan', 'session', 'waiting', 'audit'];
const startSchema = z.object({ lastDay: z.iso.date(), reason: z.string().trim().max(500).optional() });

function StartLeaving({ leaving }: { leaving: Leaving }) {
  const text = useText();
  const start = useWrite(startLeaving, { touches });
  const form = useForm({ initial: {}, schema: startSchema, submit: (given) => start.mutateAsync({ params: { personId: leaving.person.id }, body: { lastDay: endOfDay(given.lastDay), reason: given.reason || null } }) });
  return (
    <Form form={form} label={text('identity.leaving.start')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('identity.leaving.start')}</Button>}>
      <DateField form={form} path="lastDay" label={text('identity.leaving.lastDay')} help={text('identity.leaving.lastDayHelp')} />
      <TextField form={form} path="reason" optional label={text('identity.approval.reason')} />
    </Form>
  );
}

function Signatures({ leaving }: { leaving: Leaving }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const params = { personId: leaving.person.id };
  const sign = useWrite(signLeaving, { touches });
  const complete = useWrite(completeLeaving, { touches });
  const cancel = useWrite(cancelLeaving, { touches });
  const may = (deed: Leaving['deeds'][number]) => leaving.deeds.includes(deed);
  const error = sign.error ?? complete.error ?? cancel.error;
  return (
    <div className="stack">
      <ul className="line-list">
        {leaving.signatures.map((each) => (
          <li key={`${each.side} ${each.person.id}`}>
            <span className="grow">{text(`identity.leaving.side.${each.side}`)}: <strong>{name(each.person.name)}</strong>{each.signedBy && each.signedBy.id !== each.person.id ? <span className="quiet"> · {text('identity.leaving.signedFor', { name: name(each.signedBy.name) })}</span> : null}</span>
            <Tag tone={each.signedAt ? 'positive' : 'warning'}>{each.signedAt ? text('identity.leaving.signedAt', { at: format.moment(each.signedAt) }) : text('identity.leaving.unsigned')}</Tag>
          </li>
        ))}
      </ul>
      <div className="row row-wrap">
        {may('signLeaver') || may('signForLeaver') ? <Button busy={sign.isPending} onClick={() => sign.mutate({ params, body: { side: 'leaver' } })}>{text(may('signLeaver') ? 'identity.leaving.signLeaver' : 'identity.leaving.signForLeaver')}</Button> : null}
        {may('signSuccessor') ? <Button busy={sign.isPending} onClick={() => sign.mutate({ params, body: { side: 'successor' } })}>{text('identity.leaving.signSuccessor')}</Button> : null}
        {may('complete') ? <Button kind="primary" busy={complete.isPending} onClick={() => complete.mutate({ params })}>{text('identity.leaving.complete')}</Button> : null}
        {may('cancel') ? <Button busy={cancel.isPending} onClick={() => cancel.mutate({ params })}>{text('identity.leaving.cancel')}</Button> : null}
      </div>
      {complete.data?.approvalId ? <p>{text('identity.approval.askedHint')} <ButtonLink href={`/approvals/${complete.data.approvalId}`}>{text('identity.approval.open')}</ButtonLink></p> : null}
      {error ? <p role="alert" className="field-error">{problemText(error, text)}</p> : null}
    </div>
  );
}

function LeavingRecord({ leaving }: { leaving: Leaving }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const isOpen = leaving.state === 'open';
  const seesPeople = useMay('person.read');
  const { session } = useSession();
  // Whoever has handed everything over has nothing to begin again with.
  const mayStart = leaving.deeds.includes('start') && !(leaving.state === 'done' && leaving.lines.length === 0);
  const way = seesPeople
    ? [{ label: text('identity.people'), href: '/administration/people' }, { label: name(leaving.person.name), href: `/administration/people/${leaving.person.id}` }]
    : session?.person?.id === leaving.person.id ? [{ label: text('identity.account'), href: '/account' }] : [];
  return (
    <div className="stack">
      <PageHead
        title={text('identity.leaving.of', { name: name(leaving.person.name) })}
        breadcrumb={way}
        tags={leaving.state ? <Tag tone={isOpen ? 'brand' : 'positive'}>{text(`identity.leavingState.${leaving.state}`)}</Tag> : null}
        scope={leaving.lastDay ? text('identity.leaving.until', { date: format.date(localDay(leaving.lastDay)) }) : text('identity.leaving.scope')}
      />
      {mayStart ? <Card title={text('identity.leaving.start')}><StartLeaving leaving={leaving} /></Card> : null}
      <HandOverLines key={leaving.lines.map((line) => `${line.kind} ${line.id} ${line.successor?.id ?? ''}`).join()} leaving={leaving} touches={touches} />
      {isOpen ? <Card title={text('identity.leaving.signatures')}><Signatures leaving={leaving} /></Card> : null}
    </div>
  );
}

export default function LeavingPage() {
  const text = useText();
  const { personId } = usePageParams('personId');
  const query = useRoute(getLeaving, { params: { personId } });
  return <Loaded query={query} what={text('identity.leaving')} lines={8}>{(leaving) => <LeavingRecord leaving={leaving} />}</Loaded>;
}

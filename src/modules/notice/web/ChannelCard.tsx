import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { noticeGroupText } from '#web/kit/notice/notice-words.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { removeChannel, switchChannel, testChannel } from '../notice.contract.ts';
import { personalKinds, type Channel } from '../notice.schema.ts';
import { TestState } from './TestState.tsx';

function HealthTag({ channel }: { channel: Channel }) {
  const text = useText();
  const format = useFormat();
  if (channel.state === 'paused') return <Tag icon="clock">{text('notice.channel.paused')}</Tag>;
  if (channel.restingUntil) return <Tag tone="critical" icon="warning">{text('notice.channel.resting', { at: format.moment(channel.restingUntil) })}</Tag>;
  if (channel.failures > 0) return <Tag tone="warning" icon="warning">{text('notice.channel.failing', { count: channel.failures })}</Tag>;
  return channel.lastSentAt ? <Tag tone="positive" icon="check">{text('notice.channel.well')}</Tag> : <Tag>{text('notice.channel.untried')}</Tag>;
}

export function ChannelCard({ channel, mayEdit, onEdit }: { channel: Channel; mayEdit: boolean; onEdit: () => void }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const [removing, setRemoving] = useState(false);
  const test = useWrite(testChannel, { touches: ['delivery'] });
  const turn = useWrite(switchChannel);
  const remove = useWrite(removeChannel, { touches: ['delivery'] });
  const isPaused = channel.state === 'paused';
  const error = test.error ?? turn.error ?? remove.error;
  const audience = personalKinds.includes(channel.kind)
    ? text('notice.channel.toPeople')
    : `${channel.scopeId === null ? text('notice.channel.toAll') : name(channel.scopeName ?? {})} · ${channel.groups.length === 0 ? text('notice.channel.allGroups') : channel.groups.map(noticeGroupText).join(text('web.listComma'))}`;
  return (
    <Card
      title={name(channel.name)}
      note={text(`notice.channelKind.${channel.kind}`)}
      actions={
        mayEdit ? (
          <>
            <Button size="small" busy={test.isPending} missing={isPaused ? text('notice.reason.channelPaused') : undefined} onClick={() => test.mutate({ params: { channelId: channel.id } })}>{text('notice.channel.test')}</Button>
            <Button size="small" busy={turn.isPending} onClick={() => turn.mutate({ params: { channelId: channel.id }, body: { state: isPaused ? 'active' : 'paused' } })}>{text(isPaused ? 'notice.channel.goOn' : 'notice.channel.pause')}</Button>
            <Button size="small" icon="edit" onClick={onEdit}>{text('notice.channel.edit')}</Button>
            <Button size="small" icon="trash" onClick={() => setRemoving(true)}>{text('notice.channel.remove')}</Button>
          </>
        ) : null
      }
    >
      <div className="stack">
        <div className="row row-wrap">
          <HealthTag channel={channel} />
          {channel.lastReason ? <span className="small">{textOr(`notice.failure.${channel.lastReason}`, channel.lastReason)}</span> : null}
          {channel.lastSentAt ? <span className="small muted">{text('notice.channel.lastSent', { at: format.moment(channel.lastSentAt) })}</span> : null}
          {channel.waiting > 0 ? <PageLink className="small" href={`/administration/deliveries?channelId=${channel.id}`}>{text('notice.channel.waiting', { count: channel.waiting })}</PageLink> : null}
        </div>
        <p className="small muted">{audience}</p>
        {test.data ? <TestState channelId={channel.id} deliveryId={test.data.id} /> : null}
        {error ? <p role="alert" className="field-error">{problemText(error, text)}</p> : null}
      </div>
      {removing ? (
        <Dialog
          open
          title={text('notice.channel.removeOf', { name: name(channel.name) })}
          onClose={() => setRemoving(false)}
          actions={
            <>
              <Button onClick={() => setRemoving(false)}>{text('notice.channel.keep')}</Button>
              <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate({ params: { channelId: channel.id } })}>{text('notice.channel.remove')}</Button>
            </>
          }
        >
          <p>{text('notice.channel.removeWhat')}</p>
        </Dialog>
      ) : null}
    </Card>
  );
}

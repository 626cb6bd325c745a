import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { useMay } from '#web/session/use-session.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { listChannels } from '../notice.contract.ts';
import type { Channel } from '../notice.schema.ts';
import { ChannelCard } from './ChannelCard.tsx';
import { ChannelDialog } from './ChannelDialog.tsx';

function Channels() {
  const text = useText();
  const mayEdit = useMay('channel.update');
  const [editing, setEditing] = useState<Channel | 'new' | null>(null);
  const query = useRoute(listChannels, {});
  const add = mayEdit ? <Button kind="primary" icon="plus" onClick={() => setEditing('new')}>{text('notice.channel.add')}</Button> : null;
  return (
    <>
      <PageHead title={text('notice.channels')} scope={text('notice.channels.scope')} actions={query.data && query.data.items.length > 0 ? add : null} />
      <Loaded query={query} what={text('notice.channels')}>
        {({ items }) =>
          items.length === 0 ? (
            <section className="card"><EmptyState title={text('notice.channels.empty')} action={add}>{text('notice.channels.emptyHint')}</EmptyState></section>
          ) : (
            items.map((channel) => <ChannelCard key={channel.id} channel={channel} mayEdit={mayEdit} onEdit={() => setEditing(channel)} />)
          )
        }
      </Loaded>
      {editing ? <ChannelDialog channel={editing === 'new' ? null : editing} onClose={() => setEditing(null)} /> : null}
    </>
  );
}

export default function ChannelList() {
  const text = useText();
  return <Administration permission="channel.read" title={text('notice.channels')}><Channels /></Administration>;
}

import { useState } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { useMay, useSession, useSessionDeeds } from '#web/session/use-session.ts';
import type { Space } from '../identity.schema.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { localDay } from './mandate-words.ts';
import { RemoveSample } from './RemoveSample.tsx';
import { StartSpace } from './StartSpace.tsx';

function SpaceLine({ space, current, onRemove }: { space: Space; current: boolean; onRemove: (() => void) | null }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const deeds = useSessionDeeds();
  return (
    <li>
      <span className="grow person-lines">
        <span className="row row-wrap">
          <strong>{name(space.name)}</strong>
          {space.kind === 'sample' ? <SampleTag /> : null}
          {current ? <Tag tone="brand">{text('identity.space.current')}</Tag> : null}
        </span>
        <span className="small quiet">{text(space.kind === 'sample' ? 'identity.space.isSample' : 'identity.space.isOwn')} · {text('identity.space.since', { date: format.date(localDay(space.createdAt)) })}</span>
      </span>
      {space.kind === 'sample' && onRemove ? <Button size="small" kind="danger" missing={current ? text('identity.reason.currentSpace') : undefined} onClick={onRemove}>{text('identity.space.remove')}</Button> : null}
      {current ? null : <Button size="small" onClick={() => void deeds.switchSpace(space.id)}>{text('identity.space.switch')}</Button>}
    </li>
  );
}

function MySpaces() {
  const text = useText();
  const { session } = useSession();
  const may = { create: useMay('space.create'), remove: useMay('space.remove') };
  const [removing, setRemoving] = useState<Space | null>(null);
  const spaces = session?.spaces ?? [];
  return (
    <>
      <PageHead title={text('identity.spaces')} scope={text('identity.spaces.scope')} />
      <div className="columns">
        <Card title={text('identity.spaces.mine')} note={String(spaces.length)} flush>
          <ul className="line-list line-list-rows">
            {spaces.map((space) => <SpaceLine key={space.id} space={space} current={space.id === session?.space?.id} onRemove={may.remove ? () => setRemoving(space) : null} />)}
          </ul>
        </Card>
        {may.create ? <Card title={text('identity.space.start')}><StartSpace /></Card> : null}
      </div>
      {removing ? <RemoveSample space={removing} onClose={() => setRemoving(null)} /> : null}
    </>
  );
}

export default function Spaces() {
  const text = useText();
  return <Administration permission={null} title={text('identity.spaces')}><MySpaces /></Administration>;
}

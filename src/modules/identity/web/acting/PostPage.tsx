import { useState } from 'react';
import type { z } from 'zod';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { closePost, getPost, grantToPost, revokeFromPost, vacatePost } from '../../words/post.contract.ts';
import type { PostHolding, postDetailSchema } from '../../words/post.schema.ts';
import { MandateForm } from '../MandateForm.tsx';
import { MandateTable } from '../MandateTable.tsx';
import { mandateTones, useMandateWords } from '../mandate-words.ts';
import { AskedSecondPerson } from './AskedSecondPerson.tsx';
import { EditPost } from './EditPost.tsx';
import { FillPost } from './FillPost.tsx';

type Detail = z.infer<typeof postDetailSchema>;

function PostRecord({ post }: { post: Detail }) {
  const text = useText();
  const name = useName();
  const words = useMandateWords();
  const may = useMay('post.update') && post.validUntil === null;
  const [deed, setDeed] = useState<'edit' | 'fill' | 'grant' | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const options = { touches: ['person', 'session', 'audit', 'approval'], onDone: (outcome: { approvalId: string | null }) => setAsked(outcome.approvalId) };
  const vacate = useWrite(vacatePost, options);
  const grant = useWrite(grantToPost, { ...options, onDone: (outcome) => { setDeed(null); setAsked(outcome.approvalId); } });
  const revoke = useWrite(revokeFromPost, options);
  const close = useWrite(closePost, { touches: ['audit'] });
  const error = vacate.error ?? revoke.error ?? close.error;
  const columns: Column<PostHolding>[] = [
    { key: 'person', label: text('identity.post.holder'), fixed: true, cell: (holding) => <span className="strong">{name(holding.person.name)}</span> },
    { key: 'period', label: text('identity.mandate.period'), cell: words.period },
    { key: 'state', label: text('identity.column.state'), cell: (holding) => <Tag tone={mandateTones[holding.state]}>{text(`identity.mandateState.${holding.state}`)}</Tag> },
    ...(may ? [{ key: 'deed', label: text('identity.mandate.deed'), cell: (holding: PostHolding) => (holding.state === 'ended' ? null : <Button size="small" kind="danger" busy={vacate.isPending} onClick={() => vacate.mutate({ params: { postId: post.id, holdingId: holding.id } })}>{text(holding.state === 'coming' ? 'identity.post.takeBack' : 'identity.post.vacate')}</Button>) }] : []),
  ];
  const mandates = post.mandates.map((mandate) => ({ ...mandate, personId: post.id }));
  return (
    <>
      <PageHead
        title={name(post.name)}
        breadcrumb={[{ label: text('identity.posts'), href: '/administration/posts' }]}
        tags={post.validUntil ? <Tag>{text('identity.post.closed')}</Tag> : post.holder ? null : <Tag tone="warning">{text('identity.post.vacant')}</Tag>}
        scope={name(post.subjectName)}
        actions={may ? <><Button onClick={() => close.mutate({ params: { postId: post.id } })}>{text('identity.post.close')}</Button><Button icon="edit" onClick={() => setDeed('edit')}>{text('identity.post.edit')}</Button><Button icon="plus" onClick={() => setDeed('grant')}>{text('identity.mandate.grant')}</Button><Button kind="primary" icon="person" onClick={() => setDeed('fill')}>{text('identity.post.fill')}</Button></> : undefined}
      />
      {error ? <p role="alert" className="field-error">{problemText(error, text)}</p> : null}
      <Card title={text('identity.post.holdings')} note={String(post.holdings.length)} flush>
        {post.holdings.length > 0 ? <DataTable caption={text('identity.post.holdings')} columns={columns} rows={post.holdings} rowKey={(holding) => holding.id} /> : <EmptyState title={text('identity.post.neverHeld')} />}
      </Card>
      <Card title={text('identity.post.mandates')} note={String(post.mandates.length)} flush>
        {mandates.length > 0 ? <MandateTable caption={text('identity.post.mandates')} mandates={mandates} {...(may ? { deed: (mandate) => (mandate.state === 'ended' ? null : <Button size="small" kind="danger" onClick={() => revoke.mutate({ params: { postId: post.id, mandateId: mandate.id } })}>{text('identity.mandate.end')}</Button>) } : {})} /> : <EmptyState title={text('identity.post.noMandate')}>{text('identity.post.noMandateHint')}</EmptyState>}
      </Card>
      {deed === 'edit' ? <EditPost post={post} onClose={() => setDeed(null)} /> : null}
      {deed === 'fill' ? <FillPost postId={post.id} title={text('identity.post.fillOf', { post: name(post.name) })} onClose={() => setDeed(null)} /> : null}
      {deed === 'grant' ? <MandateForm title={text('identity.mandate.grantTo', { name: name(post.name) })} onClose={() => setDeed(null)} grant={(body) => grant.mutateAsync({ params: { postId: post.id }, body })} /> : null}
      {asked ? <AskedSecondPerson approvalId={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

export default function PostPage() {
  const text = useText();
  const { postId } = usePageParams('postId');
  const query = useRoute(getPost, { params: { postId } });
  return (
    <Administration permission="post.read" title={text('identity.post')}>
      <Loaded query={query} what={text('identity.post')} lines={8}>{(post) => <PostRecord key={post.id} post={post} />}</Loaded>
    </Administration>
  );
}

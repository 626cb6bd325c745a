import { useState } from 'react';
import { useList } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import type { RecordRef } from '#web/router/collect-record-tabs.ts';
import { listComments } from '../../words/comment.contract.ts';
import { CommentForm } from './CommentForm.tsx';
import { ThreadItem } from './ThreadItem.tsx';
import '../record.css';

/** Talk about a record, for everyone who may read it. */
export default function CommentsTab(record: RecordRef) {
  const text = useText();
  const [show, setShow] = useState<'all' | 'open'>('all');
  const list = useList(listComments, { params: { kind: record.kind, recordId: record.id }, query: { limit: 30, ...(show === 'open' ? { open: 'true' as const } : {}) } });
  const choice = <Segmented label={text('record.comments')} value={show} onChange={setShow} options={[{ value: 'all', label: text('record.comments.all') }, { value: 'open', label: text('record.comments.open') }]} />;
  return (
    <Card title={text('record.comments')} actions={choice}>
      <CommentForm record={record} label={text('record.comments.write')} />
      {list.error ? <ErrorState what={text('record.comments')} problem={list.error} retry={list.retry} /> : null}
      {list.loading && !list.error ? <LoadingSkeleton lines={6} /> : null}
      {!list.loading && !list.error && list.items.length === 0 ? <EmptyState title={text('record.comments.empty')}>{text('record.comments.emptyHint')}</EmptyState> : null}
      <ol className="threads">
        {list.items.map((thread) => <ThreadItem key={thread.id} record={record} thread={thread} />)}
      </ol>
      {list.hasMore ? <Button size="small" busy={list.loadingMore} onClick={list.loadMore}>{text('record.comments.more')}</Button> : null}
    </Card>
  );
}

import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { RecordRef } from '#web/router/collect-record-tabs.ts';
import { resolveComment } from '../../words/comment.contract.ts';
import type { Thread } from '../../words/comment.schema.ts';
import { CommentForm } from './CommentForm.tsx';
import { CommentItem } from './CommentItem.tsx';

export function ThreadItem({ record, thread }: { record: RecordRef; thread: Thread }) {
  const text = useText();
  const name = useName();
  const [answering, setAnswering] = useState(false);
  const settle = useWrite(resolveComment, { touches: ['attached', 'history'] });
  const author = thread.author ? name(thread.author.name) : text('record.comments.someone');
  const isSettled = thread.resolvedAt !== null;
  return (
    <li className={isSettled ? 'thread thread-settled' : 'thread'}>
      <CommentItem record={record} comment={thread} tags={isSettled ? <Tag tone="positive">{text('record.comments.resolved')}</Tag> : null} />
      {isSettled && thread.resolvedBy ? <p className="quiet small">{text('record.comments.resolvedBy', { name: name(thread.resolvedBy.name) })}</p> : null}
      {thread.replies.length > 0 ? <ol className="replies">{thread.replies.map((reply) => <li key={reply.id}><CommentItem record={record} comment={reply} /></li>)}</ol> : null}
      {answering ? (
        <CommentForm record={record} replyTo={thread.id} label={text('record.comments.replyTo', { name: author })} onDone={() => setAnswering(false)} onCancel={() => setAnswering(false)} focus />
      ) : (
        <p className="row">
          <Button size="small" kind="quiet" onClick={() => setAnswering(true)}>{text('record.comments.reply')}</Button>
          {thread.may.resolve ? <Button size="small" kind="quiet" icon={isSettled ? 'back' : 'check'} busy={settle.isPending} onClick={() => settle.mutate({ params: { kind: record.kind, recordId: record.id, commentId: thread.id }, body: { resolved: !isSettled } })}>{text(isSettled ? 'record.comments.reopen' : 'record.comments.resolve')}</Button> : null}
        </p>
      )}
    </li>
  );
}

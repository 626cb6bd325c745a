import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { initialsOf } from '#web/kit/initials.ts';
import type { RecordRef } from '#web/router/collect-record-tabs.ts';
import type { Comment } from '../../words/comment.schema.ts';
import { CommentForm } from './CommentForm.tsx';
import { RemoveComment } from './RemoveComment.tsx';
import { splitMentions } from './mention-text.ts';

export function CommentItem({ record, comment, tags }: { record: RecordRef; comment: Comment; tags?: ReactNode }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const self = useRef<HTMLElement>(null);
  useEffect(() => {
    if (window.location.hash === `#comment-${comment.id}`) self.current?.scrollIntoView({ block: 'center' });
  }, [comment.id]);
  const author = comment.author ? name(comment.author.name) : text('record.comments.someone');
  return (
    <article className="comment" id={`comment-${comment.id}`} ref={self}>
      <header className="row small">
        <span className="avatar" aria-hidden="true">{initialsOf(author)}</span>
        <strong>{author}</strong>
        <time className="quiet" dateTime={comment.createdAt}>{format.moment(comment.createdAt)}</time>
        {comment.editedAt && comment.removedAt === null ? <span className="quiet">{text('record.comments.edited')}</span> : null}
        {comment.sample ? <SampleTag /> : null}
        {tags}
      </header>
      {editing ? (
        <CommentForm record={record} editing={comment} label={text('record.comments.editOwn')} onDone={() => setEditing(false)} onCancel={() => setEditing(false)} focus />
      ) : comment.body === null ? (
        <p className="quiet">{comment.removalReason ? text('record.comments.removedBecause', { reason: comment.removalReason }) : text('record.comments.removed')}</p>
      ) : (
        <Words body={comment.body} names={comment.mentions.flatMap((person) => [person.name.zh, person.name.en].flatMap((each) => each ?? []))} />
      )}
      {!editing && (comment.may.edit || comment.may.remove) ? (
        <p className="row comment-deeds">
          {comment.may.edit ? <Button size="small" kind="quiet" onClick={() => setEditing(true)}>{text('record.comments.edit')}</Button> : null}
          {comment.may.remove ? <Button size="small" kind="quiet" onClick={() => setRemoving(true)}>{text('record.comments.remove')}</Button> : null}
        </p>
      ) : null}
      <RemoveComment record={record} comment={comment} open={removing} onClose={() => setRemoving(false)} />
    </article>
  );
}

/** Plain text with its line breaks; the names of those who were called stand out. */
function Words({ body, names }: { body: string; names: readonly string[] }) {
  return <p className="comment-body">{splitMentions(body, names).map((part, at) => (part.mention ? <strong key={at} className="mention">{part.text}</strong> : part.text))}</p>;
}

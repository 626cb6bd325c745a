import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { RecordRef } from '#web/router/collect-record-tabs.ts';
import { removeComment } from '../../words/comment.contract.ts';
import type { Comment } from '../../words/comment.schema.ts';

/** One's own words go without a reason; somebody else's only with one. */
export function RemoveComment({ record, comment, open, onClose }: { record: RecordRef; comment: Comment; open: boolean; onClose: () => void }) {
  const text = useText();
  const [reason, setReason] = useState('');
  const remove = useWrite(removeComment, { touches: ['attached', 'history'], onDone: onClose });
  const isOwn = comment.may.edit;
  const send = () => remove.mutate({ params: { kind: record.kind, recordId: record.id, commentId: comment.id }, query: isOwn ? {} : { reason } });
  const missing = !isOwn && reason.trim() === '' ? text('record.comments.reason') : undefined;
  return (
    <Dialog open={open} title={text('record.comments.removeTitle')} onClose={onClose} actions={<><Button onClick={onClose}>{text('record.comments.cancel')}</Button><Button kind="danger" busy={remove.isPending} missing={missing} onClick={send}>{text('record.comments.remove')}</Button></>}>
      <p>{text('record.comments.removeOwn')}</p>
      {isOwn ? null : (
        <label className="field">
          <span className="field-label">{text('record.comments.reason')}</span>
          <input className="input" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
      {remove.error ? <p className="field-error" role="alert">{problemText(remove.error, text)}</p> : null}
    </Dialog>
  );
}

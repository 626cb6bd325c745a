import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { LevelNote } from '#web/kit/form/LevelNote.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { RecordRef } from '#web/router/collect-record-tabs.ts';
import { addComment, listMentionable, updateComment } from '../../words/comment.contract.ts';
import type { Comment } from '../../words/comment.schema.ts';
import type { PersonRef } from '../../words/subject.schema.ts';
import { insertMention, mentionAt } from './mention-text.ts';

export interface CommentFormProps {
  record: RecordRef;
  label: string;
  replyTo?: string;
  editing?: Comment;
  onDone?: () => void;
  onCancel?: () => void;
  focus?: boolean;
}

/** Writing with `@`: only people who may read the record are offered. Ctrl or ⌘ with Enter sends. */
export function CommentForm({ record, label, replyTo, editing, onDone, onCancel, focus }: CommentFormProps) {
  const text = useText();
  const name = useName();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState(editing?.body ?? '');
  const [called, setCalled] = useState<readonly PersonRef[]>(editing?.mentions ?? []);
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const asked = mentionAt(body, caret, called.map((person) => name(person.name)));
  const params = { kind: record.kind, recordId: record.id };
  const found = useRoute(listMentionable, { params, query: { q: asked?.words.trim() ?? '' } }, { enabled: asked !== null, keepPrevious: true });
  const offers = asked ? (found.data?.items ?? []) : [];
  const touches = ['attached', 'history'];
  const clear = () => {
    if (!editing) setBody('');
    setCalled([]);
    onDone?.();
  };
  const add = useWrite(addComment, { touches, onDone: clear });
  const update = useWrite(updateComment, { touches, onDone: clear });
  const problem = add.error ?? update.error;
  const send = () => {
    const input = { body, mentions: [...new Set(called.filter((person) => body.includes(`@${name(person.name)}`)).map((person) => person.id))] };
    if (editing) update.mutate({ params: { ...params, commentId: editing.id }, body: input, ifMatch: editing.version });
    else add.mutate({ params, body: { ...input, replyTo: replyTo ?? null } });
  };
  const call = (person: PersonRef | undefined) => {
    if (!asked || !person) return;
    const next = insertMention(body, asked.from, caret, name(person.name));
    setBody(next.text);
    setCaret(next.caret);
    setCalled([...called, person]);
    setAt(0);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && body.trim() !== '') return send();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (offers.length === 0 || (!step && event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    if (step) setAt((at + step + offers.length) % offers.length);
    else if (event.key === 'Enter') call(offers[at]);
    else setCaret(0);
  };
  return (
    <div className="comment-form">
      <label htmlFor={id} className="visually-hidden">{label}</label>
      <textarea
        id={id}
        ref={field}
        className="input"
        rows={editing || replyTo ? 2 : 3}
        maxLength={4000}
        autoFocus={focus}
        placeholder={text('record.comments.placeholder')}
        value={body}
        aria-controls={offers.length > 0 ? `${id}-names` : undefined}
        aria-activedescendant={offers.length > 0 ? `${id}-${at}` : undefined}
        onChange={(event) => {
          setBody(event.target.value);
          setCaret(event.target.selectionStart);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKey}
      />
      {offers.length > 0 ? (
        <ul id={`${id}-names`} role="listbox" className="mention-names" aria-label={text('record.comments.mentions')}>
          {offers.map((person, index) => (
            <li key={person.id} id={`${id}-${index}`} role="option" aria-selected={index === at} onPointerDown={(event) => { event.preventDefault(); call(person); }}>{name(person.name)}</li>
          ))}
        </ul>
      ) : null}
      <LevelNote />
      {problem ? <p className="field-error" role="alert">{problemText(problem, text)}</p> : null}
      <p className="row">
        <Button size="small" busy={add.isPending || update.isPending} missing={body.trim() === '' ? label : undefined} onClick={send}>{text(editing ? 'record.comments.save' : replyTo ? 'record.comments.reply' : 'record.comments.send')}</Button>
        {onCancel ? <Button size="small" kind="quiet" onClick={onCancel}>{text('record.comments.cancel')}</Button> : null}
      </p>
    </div>
  );
}

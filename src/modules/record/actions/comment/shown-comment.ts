import type { Context } from '#platform/module/module.ts';
import { commentDeeds } from '../../record.rules.ts';
import { findComment, type CommentRow } from '../../store/comment.store.ts';
import type { RecordRef } from '../../store/file.store.ts';
import type { Comment } from '../../words/comment.schema.ts';
import { standingOn, writersOf } from '../standing.ts';

/** Who looks, as the rules about deeds need it. */
export async function readerOf(context: Context, record: RecordRef): Promise<{ personId: string | null; moderates: boolean; changes: boolean }> {
  const facts = await context.contributions.subjects[record.kind]?.byId(context.db, record.id);
  const { changes } = await standingOn(context, record);
  return { personId: context.actor.personId, moderates: facts ? context.allows('comment.moderate', facts) : false, changes };
}

export async function showComments(context: Context, record: RecordRef, rows: readonly CommentRow[]): Promise<Comment[]> {
  const person = await writersOf(context, rows.flatMap((row) => [row.authorId, row.resolvedBy, ...row.mentions]));
  const reader = await readerOf(context, record);
  return rows.map(({ authorId, resolvedBy, removedBy: _removedBy, mentions, ...row }) => ({
    ...row,
    body: row.removedAt === null ? row.body : null,
    author: person(authorId),
    resolvedBy: person(resolvedBy),
    mentions: mentions.flatMap((id) => person(id) ?? []),
    may: commentDeeds({ authorId, replyTo: row.replyTo, removedAt: row.removedAt }, reader),
  }));
}

export async function showComment(context: Context, record: RecordRef, id: string): Promise<Comment> {
  const row = await findComment(context.db, record, id);
  const [shown] = row ? await showComments(context, record, [row]) : [];
  if (!shown) throw new Error('a comment that was just written is not there');
  return shown;
}

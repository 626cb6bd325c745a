import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { commentDeeds } from '../../record.rules.ts';
import { editComment, eraseComment, findComment, insertComment, settleThread } from '../../store/comment.store.ts';
import type { RecordRef } from '../../store/file.store.ts';
import type * as routes from '../../words/comment.contract.ts';
import { noteOnRecord, recordOf } from '../standing.ts';
import { readerOf, showComment } from './shown-comment.ts';
import { peopleWhoRead, tellPeople } from './tell-people.ts';

/** Whoever may not read the record can't be called to it. */
async function allRead(context: Context, record: RecordRef, mentions: readonly string[]): Promise<boolean> {
  const wanted = new Set(mentions);
  return wanted.size === 0 || (await peopleWhoRead(context, record, [...wanted])).length === wanted.size;
}

export const add: Action<typeof routes.addComment> = async (context, { params, body }) => {
  const record = recordOf(params);
  const start = body.replyTo === null ? null : await findComment(context.db, record, body.replyTo);
  if (body.replyTo !== null && !start) return fail('commentUnknown');
  if (!(await allRead(context, record, body.mentions))) return fail('mentionMayNotRead');
  // An answer to an answer stands beside it: one level is enough to follow.
  const threadId = start ? (start.replyTo ?? start.id) : null;
  const id = context.newId();
  await insertComment(context.db, record, { id, replyTo: threadId, body: body.body, mentions: [...new Set(body.mentions)], authorId: context.actor.personId, sample: false }, context.now);
  await tellPeople(context, record, { id, threadId: threadId ?? id, mentions: body.mentions });
  await noteOnRecord(context, record, 'comment.added');
  return ok(await showComment(context, record, id));
};

export const update: Action<typeof routes.updateComment> = async (context, { params, body, ifMatch }) => {
  const record = recordOf(params);
  const comment = await findComment(context.db, record, params.commentId);
  if (!comment) return fail('notFound');
  if (comment.removedAt !== null) return fail('commentRemoved');
  if (!commentDeeds(comment, await readerOf(context, record)).edit) return fail('notOwnComment');
  if (!(await allRead(context, record, body.mentions))) return fail('mentionMayNotRead');
  if (!(await editComment(context.db, comment.id, ifMatch, { body: body.body, mentions: [...new Set(body.mentions)] }, context.now))) return fail('changedMeanwhile');
  await tellPeople(context, record, { id: comment.id, threadId: comment.replyTo ?? comment.id, mentions: body.mentions, alreadyMentioned: comment.mentions });
  await noteOnRecord(context, record, 'comment.updated');
  return ok(await showComment(context, record, comment.id));
};

export const remove: Action<typeof routes.removeComment> = async (context, { params, query }) => {
  const record = recordOf(params);
  const comment = await findComment(context.db, record, params.commentId);
  if (!comment) return fail('notFound');
  if (comment.removedAt !== null) return fail('commentRemoved');
  if (!commentDeeds(comment, await readerOf(context, record)).remove) return fail('notOwnComment');
  const isOwn = comment.authorId !== null && comment.authorId === context.actor.personId;
  if (!isOwn && !query.reason) return fail('reasonMissing');
  await eraseComment(context.db, comment.id, { by: context.actor.personId, reason: isOwn ? null : (query.reason ?? null), at: context.now });
  await noteOnRecord(context, record, 'comment.removed', isOwn ? undefined : { reason: [null, query.reason] });
  return ok(await showComment(context, record, comment.id));
};

export const resolve: Action<typeof routes.resolveComment> = async (context, { params, body }) => {
  const record = recordOf(params);
  const comment = await findComment(context.db, record, params.commentId);
  if (!comment) return fail('notFound');
  if (comment.removedAt !== null) return fail('commentRemoved');
  if (!commentDeeds(comment, await readerOf(context, record)).resolve) return fail('notOwnComment');
  await settleThread(context.db, comment.id, body.resolved ? { by: context.actor.personId, at: context.now } : null);
  await noteOnRecord(context, record, body.resolved ? 'comment.resolved' : 'comment.reopened');
  return ok(await showComment(context, record, comment.id));
};

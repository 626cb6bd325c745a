import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf, pageQuery } from '#platform/page/page.schema.ts';
import { commentInputSchema, commentPatchSchema, commentSchema, threadSchema } from './comment.schema.ts';
import { idSchema, personRefSchema, subjectParams, subjectPath, subjectRef } from './subject.schema.ts';

export const commentReasons = { commentUnknown: 422, commentRemoved: 409, notOwnComment: 409, reasonMissing: 422, mentionMayNotRead: 422 } as const;

const onRecord = z.strictObject(subjectParams);
const onComment = z.strictObject({ ...subjectParams, commentId: idSchema });
const commentPath = `${subjectPath}/comments/:commentId` as const;

export const listComments = defineRoute({ id: 'comment.list', method: 'GET', path: `${subjectPath}/comments`, params: onRecord, query: z.strictObject({ ...pageQuery, open: z.enum(['true', 'false']).optional() }), out: pageOf(threadSchema), permission: 'comment.read', subject: subjectRef, reasons: [], csv: ['createdAt', 'author', 'body', 'resolvedAt'], summary: { zh: '查询记录的评论', en: 'List the comments on a record' } });
export const addComment = defineRoute({ id: 'comment.add', method: 'POST', path: `${subjectPath}/comments`, params: onRecord, body: commentInputSchema, out: commentSchema, permission: 'comment.add', subject: subjectRef, reasons: ['commentUnknown', 'mentionMayNotRead'], status: 201, summary: { zh: '发表评论', en: 'Comment on a record' } });
export const updateComment = defineRoute({ id: 'comment.update', method: 'PATCH', path: commentPath, params: onComment, body: commentPatchSchema, ifMatch: true, out: commentSchema, permission: 'comment.add', subject: subjectRef, reasons: ['notOwnComment', 'commentRemoved', 'mentionMayNotRead'], summary: { zh: '修改自己的评论', en: 'Edit an own comment' } });
export const removeComment = defineRoute({ id: 'comment.remove', method: 'DELETE', path: commentPath, params: onComment, query: z.strictObject({ reason: z.string().trim().min(1).max(500).optional() }), out: commentSchema, permission: 'comment.add', subject: subjectRef, reasons: ['notOwnComment', 'commentRemoved', 'reasonMissing'], summary: { zh: '移除评论；移除他人评论须说明理由', en: 'Remove a comment; of somebody else only with a reason' } });
export const resolveComment = defineRoute({ id: 'comment.resolve', method: 'PUT', path: `${commentPath}/resolution`, params: onComment, body: z.strictObject({ resolved: z.boolean() }), out: commentSchema, permission: 'comment.add', subject: subjectRef, reasons: ['notOwnComment', 'commentRemoved'], summary: { zh: '标记讨论已解决或重新打开', en: 'Mark a thread as settled, or open it again' } });
export const listMentionable = defineRoute({ id: 'comment.mentionable', method: 'GET', path: `${subjectPath}/mentionable`, params: onRecord, query: z.strictObject({ q: z.string().trim().max(60).default('') }), out: z.object({ items: z.array(personRefSchema) }), permission: 'comment.add', subject: subjectRef, reasons: [], summary: { zh: '查询可提及的人员', en: 'List people who may read a record' } });

export const commentRoutes = [listComments, addComment, updateComment, removeComment, resolveComment, listMentionable] as const;

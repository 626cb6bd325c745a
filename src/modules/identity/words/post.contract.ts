import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { mandateInputSchema } from '../identity.schema.ts';
import { holdingInputSchema, postChartQuery, postChartSchema, postDetailSchema, postInputSchema, postOutcomeSchema } from './post.schema.ts';

export const postReasons = { superiorBelow: 422, superiorUnknown: 422, personUnknown: 422, postInUse: 409, postClosed: 409, holdingEnded: 409 } as const;

const params = z.strictObject({ postId: z.uuid() });
const subject = { kind: 'post', param: 'postId' } as const;
const changing = { permission: 'post.update', subject } as const;

export const listPosts = defineRoute({ id: 'post.list', method: 'GET', path: '/posts', query: postChartQuery, out: postChartSchema, permission: 'post.read', subject: { kind: 'post', from: 'list' }, reasons: [], summary: { zh: '岗位图（按日期）', en: 'Posts with their holders at a date' } });
export const getPost = defineRoute({ id: 'post.get', method: 'GET', path: '/posts/:postId', params, out: postDetailSchema, permission: 'post.read', subject, reasons: [], summary: { zh: '岗位详情与历任', en: 'Get a post with all its holders' } });
export const createPost = defineRoute({ id: 'post.create', method: 'POST', path: '/posts', body: postInputSchema, out: postDetailSchema, permission: 'post.create', subject: { kind: 'post', from: 'body' }, reasons: ['superiorUnknown', 'scopeUnknown'], status: 201, summary: { zh: '设立岗位', en: 'Create a post' } });
export const updatePost = defineRoute({ id: 'post.update', method: 'PATCH', path: '/posts/:postId', params, body: postInputSchema, out: postDetailSchema, ...changing, reasons: ['superiorBelow', 'superiorUnknown', 'scopeUnknown', 'postClosed'], ifMatch: true, summary: { zh: '修改岗位', en: 'Change a post' } });
export const closePost = defineRoute({ id: 'post.close', method: 'DELETE', path: '/posts/:postId', params, out: postDetailSchema, ...changing, reasons: ['postInUse', 'postClosed'], summary: { zh: '撤销岗位', en: 'Close a post that nobody holds' } });
export const fillPost = defineRoute({ id: 'post.fill', method: 'POST', path: '/posts/:postId/holdings', params, body: holdingInputSchema, out: postOutcomeSchema, ...changing, reasons: ['personUnknown', 'postClosed', 'lastOperator', 'lastHolder'], status: 201, summary: { zh: '任命（自某日起）', en: 'Name who holds the post from a date on' } });
export const vacatePost = defineRoute({ id: 'post.vacate', method: 'DELETE', path: '/posts/:postId/holdings/:holdingId', params: z.strictObject({ postId: z.uuid(), holdingId: z.uuid() }), out: postOutcomeSchema, ...changing, reasons: ['holdingEnded', 'lastOperator', 'lastHolder'], summary: { zh: '免去任职', en: 'End a holding, or take back a coming one' } });
export const grantToPost = defineRoute({ id: 'post.grant', method: 'POST', path: '/posts/:postId/mandates', params, body: mandateInputSchema, out: postOutcomeSchema, ...changing, reasons: ['scopeNotForRole', 'scopeUnknown', 'powersNotForRole', 'postClosed', 'periodOver'], status: 201, summary: { zh: '给岗位授权', en: 'Grant a mandate to whoever holds the post' } });
export const revokeFromPost = defineRoute({ id: 'post.revoke', method: 'DELETE', path: '/posts/:postId/mandates/:mandateId', params: z.strictObject({ postId: z.uuid(), mandateId: z.uuid() }), out: postOutcomeSchema, ...changing, reasons: ['mandateEnded', 'lastOperator', 'lastHolder'], summary: { zh: '终止岗位的授权', en: 'End a mandate of a post' } });

export const postRoutes = [listPosts, getPost, createPost, updatePost, closePost, fillPost, vacatePost, grantToPost, revokeFromPost] as const;

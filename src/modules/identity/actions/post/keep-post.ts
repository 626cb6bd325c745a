import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { addPost, closePostRow, holdingsOf, mandatesOfPost, postsAt, updatePostRow } from '../../store/post-store.ts';
import { isAbove } from '../../words/post.rules.ts';
import type { closePost, createPost, getPost, listPosts, updatePost } from '../../words/post.contract.ts';
import type { Post, PostInput } from '../../words/post.schema.ts';
import { nameScopes } from '../name-scopes.ts';

/** The rooms that own organisations and clusters are asked for their names. */
async function nameSubjects(context: Context, posts: readonly Post[]): Promise<Post[]> {
  const named = await nameScopes(context, posts.map((post) => ({ scopeKind: post.subjectKind === 'cluster' ? ('cluster' as const) : ('organisation' as const), scopeId: post.subjectId })));
  return posts.map((post, at) => ({ ...post, subjectName: named[at]?.scopeName ?? null }));
}

export const listPostsAction: Action<typeof listPosts> = async (context, { query }) => {
  const at = query.at ? new Date(query.at) : context.now;
  return ok({ at: at.toISOString(), items: await nameSubjects(context, await postsAt(context.db, context.spaceId, at)) });
};

async function detail(context: Context, id: string) {
  const [post] = await nameSubjects(context, await postsAt(context.db, context.spaceId, context.now, id));
  if (!post) return fail('notFound');
  const holdings = (await holdingsOf(context.db, context.spaceId, [id], context.now)).get(id) ?? [];
  return ok({ ...post, holdings, mandates: await nameScopes(context, await mandatesOfPost(context.db, context.spaceId, id, context.now)) });
}

export const getPostAction: Action<typeof getPost> = (context, { params }) => detail(context, params.postId);

async function check(context: Context, id: string, body: PostInput): Promise<Result<null>> {
  const posts = await postsAt(context.db, context.spaceId, context.now);
  if (body.superiorId !== null && !posts.some((post) => post.id === body.superiorId)) return fail('superiorUnknown');
  if (isAbove(posts, id, body.superiorId)) return fail('superiorBelow');
  if (body.subjectKind === null) return ok(null);
  const facts = await context.contributions.subjects[body.subjectKind]?.byId(context.db, body.subjectId ?? '');
  return facts ? ok(null) : fail('scopeUnknown');
}

export const createPostAction: Action<typeof createPost> = async (context, { body }) => {
  const id = context.newId();
  const checked = await check(context, id, body);
  if (!checked.ok) return checked;
  await addPost(context.db, context.spaceId, { ...body, id, now: context.now });
  context.audit({ event: 'post.created', subject: { kind: 'post', id }, name: body.name });
  return detail(context, id);
};

export const updatePostAction: Action<typeof updatePost> = async (context, { params, body, ifMatch }) => {
  const [before] = await postsAt(context.db, context.spaceId, context.now, params.postId);
  if (!before) return fail('notFound');
  if (before.validUntil !== null) return fail('postClosed');
  const checked = await check(context, params.postId, body);
  if (!checked.ok) return checked;
  if (!(await updatePostRow(context.db, context.spaceId, params.postId, ifMatch ?? 0, { ...body, now: context.now }))) return fail('changedMeanwhile');
  const changes: Record<string, [unknown, unknown]> = {};
  if (before.superiorId !== body.superiorId) changes['superiorId'] = [before.superiorId, body.superiorId];
  if (JSON.stringify(before.name) !== JSON.stringify(body.name)) changes['name'] = [before.name, body.name];
  context.audit({ event: 'post.updated', subject: { kind: 'post', id: params.postId }, name: body.name, changes });
  return detail(context, params.postId);
};

export const closePostAction: Action<typeof closePost> = async (context, { params }) => {
  const found = await detail(context, params.postId);
  if (!found.ok) return found;
  const post = found.value;
  if (post.validUntil !== null) return fail('postClosed');
  const isBelow = (await postsAt(context.db, context.spaceId, context.now)).some((other) => other.superiorId === post.id);
  if (isBelow || post.holder || post.next || post.mandates.some((mandate) => mandate.state !== 'ended')) return fail('postInUse');
  await closePostRow(context.db, context.spaceId, post.id, context.now);
  context.audit({ event: 'post.closed', subject: { kind: 'post', id: post.id }, name: post.name });
  return detail(context, post.id);
};

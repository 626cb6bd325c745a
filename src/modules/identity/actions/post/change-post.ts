import { shownName } from '#platform/i18n/name.schema.ts';
import type { Action, ApprovalKind, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { getPerson } from '../../store/person-store.ts';
import { isDangerousPost } from '../../words/post.rules.ts';
import type { fillPost, grantToPost, revokeFromPost, vacatePost } from '../../words/post.contract.ts';
import { requestApproval } from '../approval/request-approval.ts';
import { checkDeed, deedSchema, performDeed, postNow, type Deed } from './post-deed.ts';

/** At once, or with a second person where the post carries or would carry rights over the whole space. */
async function change(context: Context, deed: Deed, reason: string | null = null): Promise<Result<{ approvalId: string | null }>> {
  const post = await postNow(context, deed.postId);
  if (!post) return fail('notFound');
  const checked = await checkDeed(context, post, deed);
  if (!checked.ok) return checked;
  const carried = deed.deed === 'grant' ? [...post.mandates, { ...deed.mandate, state: 'coming' }] : post.mandates;
  if (!isDangerousPost(carried)) {
    await performDeed(context, post, deed, context.actor.personId);
    return ok({ approvalId: null });
  }
  const asked = await requestApproval(context, { kind: 'post.change', subject: { kind: 'post', id: post.id }, name: post.name, payload: { ...deed }, reason });
  return asked.ok ? ok({ approvalId: asked.value.state === 'requested' ? asked.value.approvalId : null }) : asked;
}

export const fillPostAction: Action<typeof fillPost> = (context, { params, body: { reason, ...body } }) => change(context, { deed: 'fill', ...params, ...body }, reason);
export const vacatePostAction: Action<typeof vacatePost> = (context, { params }) => change(context, { deed: 'vacate', ...params });
export const grantToPostAction: Action<typeof grantToPost> = (context, { params, body }) => change(context, { deed: 'grant', ...params, mandate: body }, body.reason);
export const revokeFromPostAction: Action<typeof revokeFromPost> = (context, { params }) => change(context, { deed: 'revoke', ...params });

const deedWords = { fill: { zh: '任命', en: 'New holder' }, vacate: { zh: '免职', en: 'End the holding' }, grant: { zh: '给岗位授权', en: 'Grant to the post' }, revoke: { zh: '终止岗位授权', en: 'End a mandate of the post' } } as const;

export const postApproval: ApprovalKind = {
  kind: 'post.change',
  label: { zh: '变更掌握全空间权限的岗位', en: 'Change a post with rights over the whole space' },
  permission: 'mandate.approve',
  asks: 'post.update',
  concerns: (payload) => {
    const deed = deedSchema.parse(payload);
    return deed.deed === 'fill' ? [deed.personId] : [];
  },
  stamp: async (context, payload) => {
    const post = await postNow(context, deedSchema.parse(payload).postId);
    return JSON.stringify(post && [post.version, post.holdings.map((each) => [each.id, each.validUntil]), post.mandates.map((each) => [each.id, each.validUntil])]);
  },
  describe: async (context, payload) => {
    const deed = deedSchema.parse(payload);
    const post = await postNow(context, deed.postId);
    const personId = deed.deed === 'fill' ? deed.personId : deed.deed === 'vacate' ? post?.holdings.find((each) => each.id === deed.holdingId)?.person.id : undefined;
    const person = personId ? await getPerson(context.db, context.spaceId, personId, context.now) : null;
    const role = deed.deed === 'grant' ? deed.mandate.role : deed.deed === 'revoke' ? post?.mandates.find((each) => each.id === deed.mandateId)?.role : undefined;
    const carried = post?.mandates.filter((each) => each.state !== 'ended').map((each) => each.role) ?? [];
    return [
      { label: { zh: '岗位', en: 'Post' }, value: post ? shownName(post.name, context.language).text : '—' },
      { label: { zh: '事项', en: 'Deed' }, value: deedWords[deed.deed][context.language === 'en' ? 'en' : 'zh'] },
      ...(person ? [{ label: { zh: '人员', en: 'Person' }, value: shownName(person.name, context.language).text }] : []),
      ...(deed.deed === 'fill' && deed.validFrom ? [{ label: { zh: '自', en: 'From' }, value: deed.validFrom.slice(0, 10) }] : []),
      ...(role ? [role] : carried).map((each) => ({ label: { zh: '角色', en: 'Role' }, value: each, key: `identity.role.${each}` })),
    ];
  },
  apply: async (context, { payload, requestedBy }) => {
    const deed = deedSchema.parse(payload);
    const post = await postNow(context, deed.postId);
    if (!post) return fail('notFound');
    const checked = await checkDeed(context, post, deed);
    if (!checked.ok) return checked;
    await performDeed(context, post, deed, requestedBy);
    return ok({ href: '/administration/posts' });
  },
};

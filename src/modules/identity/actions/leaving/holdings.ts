import type { Context, Holding } from '#platform/module/module.ts';
import { addHolding, endHoldingRow, mandatesOfPost } from '../../store/post-store.ts';
import { endDeputyRow, openDeputies } from '../../store/deputy-store.ts';
import * as held from '../../store/holding-store.ts';
import { revokeKeyRow } from '../../store/key-store.ts';
import { mandateDeeds } from '../../words/approval.rules.ts';
import { isDangerousPost } from '../../words/post.rules.ts';

const by = (context: Context): string | null => context.actor.personId;

/** Rights over the whole space are granted anew, with a second person; they don't travel with a leaving. */
const mandates: Holding = {
  kind: 'mandate',
  label: { zh: '授权', en: 'Mandate' },
  list: async (context, people) => (await held.heldMandates(context.db, people, context.now)).map((row) => ({ id: row.id, personId: row.person_id, name: row.name, key: `identity.role.${row.role}`, href: `/administration/people/${row.person_id}`, passes: !mandateDeeds.grant({ role: row.role, scopeKind: row.scope_kind }) })),
  pass: async (context, ids, toPersonId, at = context.now) => {
    for (const id of toPersonId ? ids : []) await held.copyMandate(context.db, id, { id: context.newId(), personId: toPersonId ?? '', by: by(context), at: context.now, now: context.now });
    await held.endMandatesAt(context.db, ids, by(context), at);
  },
};

const posts: Holding = {
  kind: 'postHolding',
  label: { zh: '岗位', en: 'Post' },
  list: async (context, people) => {
    const rows = await held.heldPosts(context.db, people, context.now);
    return Promise.all(rows.map(async (row) => ({ id: row.id, personId: row.person_id, name: row.name, href: '/administration/posts', passes: !isDangerousPost(await mandatesOfPost(context.db, context.spaceId, row.post_id, context.now)) })));
  },
  pass: async (context, ids, toPersonId, at = context.now) => {
    const rows = (await held.heldPosts(context.db, null, context.now)).filter((row) => ids.includes(row.id));
    for (const row of rows) {
      if (toPersonId) await addHolding(context.db, context.spaceId, { id: context.newId(), postId: row.post_id, personId: toPersonId, from: at, until: null, namedBy: by(context), now: context.now });
      else await endHoldingRow(context.db, context.spaceId, row.id, by(context), at);
    }
  },
};

const deputies: Holding = {
  kind: 'deputy',
  label: { zh: '代理', en: 'Deputyship' },
  list: async (context, people) => {
    const sides = await Promise.all((['holder', 'deputy'] as const).map(async (side) => (await openDeputies(context.db, context.spaceId, side, people, context.now)).map((row) => ({ id: row.id, personId: side === 'holder' ? row.holder.id : row.deputy.id, name: side === 'holder' ? row.deputy.name : row.holder.name, href: '/administration/deputies', passes: false }))));
    return sides.flat();
  },
  pass: async (context, ids) => {
    for (const id of ids) await endDeputyRow(context.db, context.spaceId, id, by(context), context.now);
  },
};

const approvals: Holding = {
  kind: 'approval',
  label: { zh: '待复核的申请', en: 'Request for approval' },
  list: async (context, people) => (await held.heldApprovals(context.db, people, context.now)).map((row) => ({ id: row.id, personId: row.person_id, name: row.name, href: `/approvals/${row.id}`, passes: true })),
  pass: async (context, ids, toPersonId) => {
    for (const id of ids) await (toPersonId ? held.passApproval(context.db, id, toPersonId) : held.withdrawApprovalRow(context.db, id, by(context), context.now));
  },
};

const invitations: Holding = {
  kind: 'invitation',
  label: { zh: '未接受的邀请', en: 'Open invitation' },
  list: async (context, people) => (await held.heldInvitations(context.db, people, context.now)).map((row) => ({ id: row.id, personId: row.person_id, name: row.name, href: `/administration/people/${row.person_id}`, passes: false })),
  pass: (context, ids) => held.withdrawInvitationRows(context.db, ids, context.now),
};

const sessions: Holding = {
  kind: 'session',
  label: { zh: '登录会话', en: 'Session' },
  list: async (context, people) => (await held.heldSessions(context.db, people, context.now)).map((row) => ({ id: row.id, personId: row.person_id, name: { zh: row.created_at.slice(0, 10) }, href: null, passes: false })),
  pass: (context, ids, _toPersonId, at = context.now) => held.endSessionsAt(context.db, ids, at, context.now),
};

const keys: Holding = {
  kind: 'apiKey',
  label: { zh: '接口密钥', en: 'API key' },
  list: async (context, people) => (await held.heldKeys(context.db, people, context.now)).map((row) => ({ id: row.id, personId: row.person_id, name: row.name, href: null, passes: false })),
  pass: async (context, ids) => {
    for (const id of ids) await revokeKeyRow(context.db, context.spaceId, id, by(context), context.now);
  },
};

export const identityHoldings: readonly Holding[] = [mandates, posts, deputies, approvals, invitations, sessions, keys];

import type { Action, Context, HomeItem } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { findApproval, listApprovalPage, openApprovals, type KeptApproval } from '../../store/approval-store.ts';
import { areTwoPeople, isOpenApproval, peopleBehind } from '../../words/approval.rules.ts';
import type { getApproval, listApprovals } from '../../words/approval.contract.ts';
import type { Approval, ApprovalSummary } from '../../words/approval.schema.ts';
import { approvalKind, factsOf, sideOf } from './request-approval.ts';

export function summaryOf(context: Context, kept: KeptApproval): ApprovalSummary {
  const { payload: _payload, facts: _facts, stamp: _stamp, concerned: _concerned, ...shown } = kept;
  return { ...shown, label: approvalKind(context, kept.kind).label };
}

/** Whether the reader holds the deciding right on the subject as it is now. */
export async function holdsRight(context: Context, kept: KeptApproval): Promise<boolean> {
  const facts = await factsOf(context, { kind: kept.subjectKind, id: kept.subjectId }, kept.facts);
  return facts !== null && context.allows(approvalKind(context, kept.kind).permission, facts);
}

export const hindranceOf = (context: Context, kept: KeptApproval) => areTwoPeople(kept.requested, sideOf(context), kept.concerned);

export const isAsker = (context: Context, kept: KeptApproval): boolean => peopleBehind(kept.requested).some((person) => peopleBehind(sideOf(context)).includes(person));

/** A request is open to those who asked, those who decided and those who could decide. */
export async function isVisible(context: Context, kept: KeptApproval): Promise<boolean> {
  const decided = kept.decided ? peopleBehind(kept.decided) : [];
  return isAsker(context, kept) || decided.some((person) => peopleBehind(sideOf(context)).includes(person)) || (await holdsRight(context, kept));
}

export async function detailOf(context: Context, kept: KeptApproval): Promise<Approval> {
  const lines = await approvalKind(context, kept.kind).describe(context, kept.payload);
  const open = isOpenApproval(kept.state);
  const hindrance = hindranceOf(context, kept);
  const mayDecide = open && (await holdsRight(context, kept));
  const deeds: Approval['deeds'] = [...(mayDecide && hindrance === 'yes' ? (['approve', 'reject'] as const) : []), ...(open && isAsker(context, kept) ? (['withdraw'] as const) : [])];
  return { ...summaryOf(context, kept), lines, deeds, hindrance: mayDecide && hindrance !== 'yes' ? hindrance : null };
}

export async function waitingForMe(context: Context): Promise<KeptApproval[]> {
  const waiting: KeptApproval[] = [];
  for (const kept of await openApprovals(context.db, context.spaceId, context.now)) {
    if (hindranceOf(context, kept) === 'yes' && (await holdsRight(context, kept))) waiting.push(kept);
  }
  return waiting;
}

export const listApprovalsAction: Action<typeof listApprovals> = async (context, { query }) => {
  if (query.view === 'waiting') {
    const items = context.actor.personId ? await waitingForMe(context) : [];
    return ok({ items: items.map((kept) => summaryOf(context, kept)), nextCursor: null, total: items.length });
  }
  const people = context.actor.personId ? peopleBehind(sideOf(context)) : [];
  const page = await listApprovalPage(context.db, context.spaceId, query.view, people, query, context.now);
  return page ? ok({ ...page, items: page.items.map((kept) => summaryOf(context, kept)) }) : fail('invalidCursor');
};

export const getApprovalAction: Action<typeof getApproval> = async (context, { params }) => {
  const kept = context.actor.personId ? await findApproval(context.db, context.spaceId, params.approvalId, context.now) : null;
  return kept && (await isVisible(context, kept)) ? ok(await detailOf(context, kept)) : fail('notFound');
};

const shownAtHome = 5;

/** What waits for this reader's decision, the soonest first. */
export async function approvalHomeItems(context: Context): Promise<HomeItem[]> {
  if (!context.actor.personId) return [];
  return (await waitingForMe(context)).slice(0, shownAtHome).map((kept) => {
    const { label } = approvalKind(context, kept.kind);
    const name = kept.subjectName?.zh ?? kept.subjectName?.en ?? '';
    const nameEn = kept.subjectName?.en ?? kept.subjectName?.zh ?? '';
    return {
      key: `approval ${kept.id}`,
      text: { zh: `待复核：${label.zh}${name ? `（${name}）` : ''}`, en: `To approve: ${label.en}${nameEn ? ` (${nameEn})` : ''}` },
      href: `/approvals/${kept.id}`,
      verb: { zh: '复核', en: 'Review' },
      due: kept.dueAt,
    };
  });
}

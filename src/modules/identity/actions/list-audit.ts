import { keyOpens } from '#platform/auth/key-limits.rules.ts';
import { verifyAudit } from '#platform/audit/audit.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { listAudit, verifyAuditRoute } from '../identity.contract.ts';
import { listAuditPage } from '../store/audit-store.ts';

export const listAuditAction: Action<typeof listAudit> = async (context, { query }) => {
  const page = await listAuditPage(context.db, context.spaceId, context.scope(), query);
  return page ? ok({ ...page, items: page.items.map((entry) => (isOpenToKey(context, entry.subjectKind) ? entry : { ...entry, subjectName: null, changes: null })) }) : fail('invalidCursor');
};

/** A program reads that something happened in a room its key does not open, and not to what. */
function isOpenToKey(context: Context, subjectKind: string): boolean {
  const permission = context.contributions.subjects[subjectKind]?.readPermission;
  return !context.actor.key || permission === undefined || keyOpens(context.actor.key, context.permissionRooms[permission], 'read');
}

export const verifyAuditAction: Action<typeof verifyAuditRoute> = async (context) =>
  ok({ ...(await verifyAudit(context.db, context.spaceId)), checkedAt: context.now.toISOString() });

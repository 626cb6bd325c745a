import { verifyAudit } from '#platform/audit/audit.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { listAudit, verifyAuditRoute } from '../identity.contract.ts';
import { listAuditPage } from '../store/audit-store.ts';

export const listAuditAction: Action<typeof listAudit> = async (context, { query }) => {
  const page = await listAuditPage(context.db, context.spaceId, context.scope(), query);
  return page ? ok(page) : fail('invalidCursor');
};

export const verifyAuditAction: Action<typeof verifyAuditRoute> = async (context) =>
  ok({ ...(await verifyAudit(context.db, context.spaceId)), checkedAt: context.now.toISOString() });

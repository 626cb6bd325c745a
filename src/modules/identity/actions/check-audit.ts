import { sql } from 'kysely';
import { verifyAudit } from '#platform/audit/audit.ts';
import { JobFailure } from '#platform/jobs/job-failure.ts';
import type { Action, JobKind } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import type { checkAudit } from '../identity.contract.ts';

const title = { zh: '校验审计链', en: 'Verify the audit chain' };

/** A chain of years takes minutes: it is checked beside the work, and whoever asked may go on. */
export const checkAuditAction: Action<typeof checkAudit> = async (context) =>
  ok({ jobId: context.enqueue({ kind: 'identity.checkAudit', data: {}, title }) });

export const checkAuditJob: JobKind = {
  label: title,
  run: async (work) => {
    const verdict = await work.asSystem(async (context) => {
      const { rows } = await sql<{ seq: string }>`select seq::text from audit_head where space_id = ${context.spaceId}`.execute(context.db);
      const total = Number(rows[0]?.seq ?? 0);
      return verifyAudit(context.db, context.spaceId, (done) => work.progress(done, total));
    });
    const { brokenAt, entries } = verdict;
    if (brokenAt) throw new JobFailure({ zh: `审计链在第 ${brokenAt.seq} 条处中断，此前 ${entries} 条完整。`, en: `The chain breaks at entry ${brokenAt.seq}; the ${entries} before it are intact.` });
    return { href: '/administration/audit', words: { zh: `共 ${entries} 条，链条完整。`, en: `${entries} entries, the chain is intact.` } };
  },
};

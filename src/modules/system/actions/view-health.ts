import { sql } from 'kysely';
import { stateOf, worstState } from '#platform/health/health.rules.ts';
import type { HealthFinding } from '#platform/health/health-source.ts';
import type { Action, Context, HealthCheck } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import type { viewHealth } from '../system.contract.ts';

const patience = 3000;

export const viewHealthAction: Action<typeof viewHealth> = async (context) => {
  const source = context.installation.health;
  const checks = [];
  // One after the other: they share the transaction of this request.
  for (const check of [...(source?.checks ?? []), ...context.contributions.healthChecks]) {
    const finding = await examine(context, check);
    checks.push({ key: check.key, label: check.label, state: finding.state, detail: finding.detail, advice: finding.advice ?? null, href: finding.href ?? null });
  }
  return ok({
    state: worstState(checks.map(({ state }) => state)),
    checks,
    version: source?.version ?? '',
    runtime: `Node.js ${process.versions.node}, ${process.platform} ${process.arch}`,
    startedAt: source?.startedAt.toISOString() ?? null,
    configuration: (source?.variables ?? []).map(({ name, value, isSecret }) => ({ name, value, secret: isSecret })),
    checkedAt: context.now.toISOString(),
  });
};

/** A check that fails or takes too long says only that nothing is known: its own words may tell too much. */
async function examine(context: Context, { check }: HealthCheck): Promise<HealthFinding> {
  const unknown: HealthFinding = { state: 'unknown', detail: { zh: '暂时无法检查。', en: 'It could not be checked just now.' } };
  const late = new Promise<HealthFinding>((resolve) => setTimeout(() => resolve(unknown), patience).unref());
  return Promise.race([check(context).catch(() => unknown), late]);
}

/** Notices of this space that wait to be worked off. */
export const outboxCheck: HealthCheck = {
  key: 'outbox',
  label: { zh: '通知发件箱', en: 'Outbox of notices' },
  check: async (context) => {
    const { rows } = await sql<{ waiting: number; oldest: string | null }>`select count(*)::int as waiting, min(posted_at) as oldest from notice_outbox where space_id = ${context.spaceId} and worked_off_at is null`.execute(context.db);
    const { waiting = 0, oldest = null } = rows[0] ?? {};
    const minutes = oldest ? Math.max(0, Math.floor((context.now.getTime() - Date.parse(oldest)) / 60_000)) : 0;
    const state = stateOf(minutes, 10, 60);
    return {
      state,
      detail: { zh: `待处理 ${waiting} 条，最久 ${minutes} 分钟。`, en: `${waiting} waiting, the oldest for ${minutes} min.` },
      ...(state === 'good' ? {} : { advice: { zh: '查看“后台任务”中的队列是否积压。', en: 'See under Background jobs whether the queue piles up.' }, href: '/administration/jobs' }),
    };
  },
};
